ALTER TABLE "case_counters" DROP CONSTRAINT "case_counters_provider_providers_id_fk";
--> statement-breakpoint
DROP INDEX "cases_number";--> statement-breakpoint
ALTER TABLE "case_counters" DROP CONSTRAINT "case_counters_provider_queue_facet_pk";--> statement-breakpoint
CREATE INDEX "case_counters_queue" ON "case_counters" USING btree ("provider","queue");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number" ON "cases" USING btree ("provider","number" text_pattern_ops);--> statement-breakpoint
-- Counters are sums of small rows: who changes a case adds its own rows and waits for nobody (cases/fold-counters.ts keeps them few).
CREATE OR REPLACE FUNCTION count_case() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was text[] := '{}';
  now_ text[] := '{}';
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.status = 'open' THEN was := ARRAY['*'] || OLD.facets; END IF;
  IF TG_OP <> 'DELETE' AND NEW.status = 'open' THEN now_ := ARRAY['*'] || NEW.facets; END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO case_counters (provider, queue, facet, open)
      SELECT OLD.provider, OLD.queue, gone, -1 FROM (SELECT unnest(was) EXCEPT SELECT unnest(now_)) AS lost (gone);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO case_counters (provider, queue, facet, open)
      SELECT NEW.provider, NEW.queue, come, 1 FROM (SELECT unnest(now_) EXCEPT SELECT unnest(was)) AS gained (come);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP FUNCTION bump_counter(text, text, text, integer);
