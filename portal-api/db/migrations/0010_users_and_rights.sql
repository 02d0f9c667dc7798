CREATE TABLE "wipe_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"membership_id" uuid NOT NULL,
	"colleague_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "client_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"client_id" uuid,
	"organisation_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"membership_id" uuid,
	"staff_id" uuid,
	"about" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "client_changes_of_one" CHECK (("client_changes"."client_id" is null) <> ("client_changes"."organisation_id" is null))
);
--> statement-breakpoint
ALTER TABLE "account_events" ADD COLUMN "administrator_id" uuid;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "street" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "postcode" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "city" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "email" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "chamber_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_memberships" ADD COLUMN "card_title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_memberships" ADD COLUMN "last_login_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "portal_users" ADD COLUMN "initials" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_users" ADD COLUMN "first_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_users" ADD COLUMN "prefix" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_users" ADD COLUMN "last_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_users" ADD COLUMN "birth_date" date;--> statement-breakpoint
ALTER TABLE "portal_users" ADD COLUMN "sex" text;--> statement-breakpoint
ALTER TABLE "portal_users" ADD COLUMN "phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "wipe_codes" ADD CONSTRAINT "wipe_codes_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wipe_codes" ADD CONSTRAINT "wipe_codes_membership_id_portal_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."portal_memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wipe_codes" ADD CONSTRAINT "wipe_codes_colleague_id_portal_users_id_fk" FOREIGN KEY ("colleague_id") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wipe_codes" ADD CONSTRAINT "wipe_codes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_changes" ADD CONSTRAINT "client_changes_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_changes" ADD CONSTRAINT "client_changes_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_changes" ADD CONSTRAINT "client_changes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_changes" ADD CONSTRAINT "client_changes_membership_id_portal_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."portal_memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_changes" ADD CONSTRAINT "client_changes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wipe_codes_of" ON "wipe_codes" USING btree ("membership_id","colleague_id");--> statement-breakpoint
CREATE INDEX "client_changes_client" ON "client_changes" USING btree ("client_id","at","id");--> statement-breakpoint
CREATE INDEX "client_changes_organisation" ON "client_changes" USING btree ("organisation_id","at","id");--> statement-breakpoint
ALTER TABLE "account_events" ADD CONSTRAINT "account_events_administrator_id_portal_users_id_fk" FOREIGN KEY ("administrator_id") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "portal_users_email" ON "portal_users" USING btree ("provider",lower("email"));--> statement-breakpoint
-- What the portals say of user management, by the parts they have.
UPDATE providers SET profile = profile || jsonb_build_object('userManagement', CASE
  WHEN NOT profile->'panels' ? 'user-management' THEN 'null'::jsonb
  WHEN profile->'panels' ? 'project-questions' THEN jsonb_build_object(
    'rights', '[]'::jsonb, 'relation', '', 'administrators', '[]'::jsonb,
    'functions', '[{"code":200,"name":"Administratief medewerker"},{"code":100,"name":"Directeur"},{"code":220,"name":"P&O Adviseur"},{"code":210,"name":"P&O Manager"},{"code":221,"name":"Planner"},{"code":140,"name":"Systeem/applicatiebeheerder"}]'::jsonb)
  ELSE jsonb_build_object(
    'rights', CASE WHEN profile->'panels' ? 'messages' THEN '["messages","appointments","dossier","details","settings"]'::jsonb
                   ELSE '["dossier","details","settings"]'::jsonb END,
    'relation', 'Contactpersoon Cliëntportaal', 'administrators', '["client","representative"]'::jsonb, 'functions', '[]'::jsonb)
  END);--> statement-breakpoint
UPDATE providers SET profile = jsonb_set(profile, '{panels}', profile->'panels' || '["organisation"]'::jsonb)
 WHERE profile->'panels' ? 'project-questions' AND NOT profile->'panels' ? 'organisation';--> statement-breakpoint
-- So far an account had one membership: it was last logged in for that one.
UPDATE portal_memberships m SET last_login_at = u.last_login_at FROM portal_users u WHERE u.id = m.portal_user_id;--> statement-breakpoint
-- Colleagues are shown by the parts of their name from now on.
UPDATE portal_users u SET first_name = split_part(u.name, ' ', 1), last_name = substr(u.name, strpos(u.name, ' ') + 1)
 WHERE strpos(u.name, ' ') > 0 AND EXISTS (SELECT 1 FROM portal_memberships m WHERE m.portal_user_id = u.id AND m.organisation_id IS NOT NULL);
