ALTER TABLE "audit_chain" ADD COLUMN "algorithm" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_chain" ADD COLUMN "commitment" text;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "salt" text;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "audit_entries_erasures" ON "audit_entries" USING btree ("provider","id") WHERE object = 'audit-erasure';--> statement-breakpoint
ALTER TABLE "audit_chain" ADD CONSTRAINT "audit_chain_algorithm" CHECK ("audit_chain"."algorithm" in (1, 2) and ("audit_chain"."algorithm" = 2) = ("audit_chain"."commitment" is not null));--> statement-breakpoint
-- One change of an audit line is allowed: emptying what points to a person, once, after five years at the earliest.
CREATE FUNCTION allow_erasing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL
    AND OLD.object <> 'audit-erasure'
    AND OLD.at <= NEW.erased_at - interval '5 years'
    AND (NEW.id, NEW.provider, NEW.at, NEW.action, NEW.object, NEW.outcome, NEW.actor_kind, NEW.source)
      = (OLD.id, OLD.provider, OLD.at, OLD.action, OLD.object, OLD.outcome, OLD.actor_kind, OLD.source)
    AND NEW.problem IS NOT DISTINCT FROM OLD.problem
    AND NEW.role IS NOT DISTINCT FROM OLD.role
    AND num_nonnulls(NEW.salt, NEW.object_id, NEW.actor_id, NEW.on_behalf_of, NEW.client_id, NEW.case_id) = 0
    AND NEW.workstation = '' AND NEW.trace = '' AND NEW.details = '{}'::jsonb
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% on % is not allowed: the log only grows', TG_OP, TG_TABLE_NAME;
END $$;
--> statement-breakpoint
DROP TRIGGER audit_entries_only_grow ON audit_entries;
--> statement-breakpoint
CREATE TRIGGER audit_entries_only_grow BEFORE DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_entries_only_erase BEFORE UPDATE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION allow_erasing();
--> statement-breakpoint
-- Which database this is, wherever it is copied to: checkpoints of its audit log carry it.
INSERT INTO system_meta (key, value) VALUES ('installation', gen_random_uuid()::text);
