CREATE TABLE "former_addresses" (
	"portal_user_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL,
	CONSTRAINT "former_addresses_portal_user_id_channel_address_replaced_at_pk" PRIMARY KEY("portal_user_id","channel","address","replaced_at")
);
--> statement-breakpoint
ALTER TABLE "login_tickets" ADD COLUMN "totp_secret" text;--> statement-breakpoint
ALTER TABLE "portal_users" ADD COLUMN "totp_last_step" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_users" ADD COLUMN "totp_enrol" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "former_addresses" ADD CONSTRAINT "former_addresses_portal_user_id_portal_users_id_fk" FOREIGN KEY ("portal_user_id") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- An account's address never changes without its own date (a young address may not verify anybody), and the
-- one before is kept, so that it hears about it too.
CREATE FUNCTION keep_former_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.email IS DISTINCT FROM OLD.email THEN
    IF NEW.email_since IS NULL OR NEW.email_since IS NOT DISTINCT FROM OLD.email_since THEN
      RAISE EXCEPTION 'the e-mail address of an account changed without its date';
    END IF;
    IF OLD.email IS NOT NULL THEN
      INSERT INTO former_addresses VALUES (OLD.id, 'email', OLD.email, NEW.email_since) ON CONFLICT DO NOTHING;
    END IF;
  END IF;
  IF NEW.mobile IS DISTINCT FROM OLD.mobile THEN
    IF NEW.mobile_since IS NULL OR NEW.mobile_since IS NOT DISTINCT FROM OLD.mobile_since THEN
      RAISE EXCEPTION 'the mobile number of an account changed without its date';
    END IF;
    IF OLD.mobile IS NOT NULL THEN
      INSERT INTO former_addresses VALUES (OLD.id, 'sms', OLD.mobile, NEW.mobile_since) ON CONFLICT DO NOTHING;
    END IF;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_former_address AFTER UPDATE OF email, mobile ON portal_users
  FOR EACH ROW EXECUTE FUNCTION keep_former_address();
