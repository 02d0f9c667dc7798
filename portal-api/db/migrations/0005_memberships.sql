CREATE TABLE "portal_memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"portal_user_id" uuid NOT NULL,
	"client_id" uuid,
	"organisation_id" uuid,
	"kind" text NOT NULL,
	"relation" text DEFAULT '' NOT NULL,
	"rights" text[] DEFAULT '{}' NOT NULL,
	"administrator" boolean GENERATED ALWAYS AS ('portal-administrator' = any (rights)) STORED,
	"function_code" integer,
	"department" text DEFAULT '' NOT NULL,
	"invited_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "portal_memberships_of_one" CHECK (("portal_memberships"."client_id" is null) <> ("portal_memberships"."organisation_id" is null))
);
--> statement-breakpoint
CREATE TABLE "project_members" (
	"project_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	CONSTRAINT "project_members_project_id_membership_id_pk" PRIMARY KEY("project_id","membership_id")
);
--> statement-breakpoint
ALTER TABLE "portal_users" DROP CONSTRAINT "portal_users_client_id_clients_id_fk";
--> statement-breakpoint
ALTER TABLE "portal_users" DROP CONSTRAINT "portal_users_organisation_id_organisations_id_fk";
--> statement-breakpoint
DROP INDEX "portal_users_client";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "membership_id" uuid;--> statement-breakpoint
ALTER TABLE "portal_memberships" ADD CONSTRAINT "portal_memberships_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_memberships" ADD CONSTRAINT "portal_memberships_portal_user_id_portal_users_id_fk" FOREIGN KEY ("portal_user_id") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_memberships" ADD CONSTRAINT "portal_memberships_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_memberships" ADD CONSTRAINT "portal_memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_members" ADD CONSTRAINT "project_members_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_members" ADD CONSTRAINT "project_members_membership_id_portal_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."portal_memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "portal_memberships_of_client" ON "portal_memberships" USING btree ("portal_user_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "portal_memberships_of_organisation" ON "portal_memberships" USING btree ("portal_user_id","organisation_id");--> statement-breakpoint
CREATE INDEX "portal_memberships_client" ON "portal_memberships" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "portal_memberships_organisation" ON "portal_memberships" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "project_members_membership" ON "project_members" USING btree ("membership_id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_membership_id_portal_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."portal_memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What an account was so far becomes its first membership, under the same dates.
INSERT INTO portal_memberships (id, provider, portal_user_id, client_id, organisation_id, kind, relation, rights, function_code, invited_at, accepted_at, created_at)
SELECT gen_random_uuid(), u.provider, u.id, u.client_id, CASE WHEN u.client_id IS NULL THEN u.organisation_id END, u.kind, u.relation,
       -- So far the portal's administrator was not kept for clients: it is who represents the client.
       CASE WHEN u.client_id IS NOT NULL AND u.kind IN ('client', 'representative') AND p.profile->'panels' ? 'user-management'
            THEN array_append(u.rights, 'portal-administrator') ELSE u.rights END,
       CASE WHEN u.client_id IS NULL THEN CASE u.relation
            WHEN 'Administratief medewerker' THEN 200 WHEN 'Directeur' THEN 100 WHEN 'P&O Adviseur' THEN 220
            WHEN 'P&O Manager' THEN 210 WHEN 'Planner' THEN 221 WHEN 'Systeem/applicatiebeheerder' THEN 140 END END,
       u.invited_at, u.accepted_at, u.created_at
  FROM portal_users u JOIN providers p ON p.id = u.provider
 WHERE u.client_id IS NOT NULL OR u.organisation_id IS NOT NULL;--> statement-breakpoint
UPDATE sessions s SET membership_id = m.id FROM portal_memberships m WHERE m.portal_user_id = s.portal_user_id;--> statement-breakpoint
-- Contacts for all projects are members of each; others of those they asked about.
INSERT INTO project_members (project_id, membership_id)
SELECT p.id, m.id FROM portal_memberships m JOIN projects p ON p.organisation_id = m.organisation_id
 WHERE 'all-projects' = ANY (m.rights)
    OR EXISTS (SELECT 1 FROM contact_requests r WHERE r.project_id = p.id AND r.submitted_by = m.portal_user_id);--> statement-breakpoint
ALTER TABLE "portal_users" DROP COLUMN "kind";--> statement-breakpoint
ALTER TABLE "portal_users" DROP COLUMN "relation";--> statement-breakpoint
ALTER TABLE "portal_users" DROP COLUMN "client_id";--> statement-breakpoint
ALTER TABLE "portal_users" DROP COLUMN "organisation_id";--> statement-breakpoint
ALTER TABLE "portal_users" DROP COLUMN "invited_at";--> statement-breakpoint
ALTER TABLE "portal_users" DROP COLUMN "accepted_at";--> statement-breakpoint
ALTER TABLE "portal_users" DROP COLUMN "rights";--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_membership" CHECK ("sessions"."membership_id" is null or "sessions"."portal_user_id" is not null);