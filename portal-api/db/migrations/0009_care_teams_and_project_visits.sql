CREATE TABLE "care_team_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"client_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"function" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "own_appointments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"client_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"title" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"date" date NOT NULL,
	"start_time" text NOT NULL,
	"end_time" text NOT NULL,
	"visibility" text NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "own_appointments_times" CHECK ("own_appointments"."start_time" < "own_appointments"."end_time")
);
--> statement-breakpoint
ALTER TABLE "visits" ALTER COLUMN "client_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "project_id" uuid;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "addressed_to" uuid;--> statement-breakpoint
ALTER TABLE "contact_requests" ADD COLUMN "care_team_member_id" uuid;--> statement-breakpoint
ALTER TABLE "care_team_members" ADD CONSTRAINT "care_team_members_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_team_members" ADD CONSTRAINT "care_team_members_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_team_members" ADD CONSTRAINT "care_team_members_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_appointments" ADD CONSTRAINT "own_appointments_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_appointments" ADD CONSTRAINT "own_appointments_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_appointments" ADD CONSTRAINT "own_appointments_created_by_portal_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "care_team_members_client" ON "care_team_members" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "own_appointments_client" ON "own_appointments" USING btree ("client_id","date");--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_addressed_to_staff_id_fk" FOREIGN KEY ("addressed_to") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_requests" ADD CONSTRAINT "contact_requests_care_team_member_id_care_team_members_id_fk" FOREIGN KEY ("care_team_member_id") REFERENCES "public"."care_team_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visits_project" ON "visits" USING btree ("project_id","date","start_minute");--> statement-breakpoint
CREATE INDEX "cases_addressed" ON "cases" USING btree ("addressed_to","queue","status","due_at","id") WHERE addressed_to is not null;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_of_one" CHECK (("visits"."client_id" is null) <> ("visits"."project_id" is null));--> statement-breakpoint
-- A message is written to a place in the care team; those of before care teams were kept get the place their addressee must have had.
INSERT INTO care_team_members (id, provider, client_id, staff_id, function, since)
SELECT gen_random_uuid(), r.provider, r.client_id, r.addressed_to, 'Zorgteam', min(r.submitted_at)
  FROM contact_requests r
 WHERE r.kind = 'message' AND r.client_id IS NOT NULL AND r.addressed_to IS NOT NULL
 GROUP BY r.provider, r.client_id, r.addressed_to;--> statement-breakpoint
UPDATE contact_requests r SET care_team_member_id = m.id FROM care_team_members m
 WHERE r.kind = 'message' AND m.client_id = r.client_id AND m.staff_id = r.addressed_to;--> statement-breakpoint
UPDATE cases c SET addressed_to = r.addressed_to FROM contact_requests r
 WHERE c.id = r.case_id AND r.addressed_to IS NOT NULL;--> statement-breakpoint
-- How a client hears of a changed visit follows from what the portal shows.
UPDATE providers SET profile = jsonb_set(profile, '{visitChangeReaches}',
  CASE WHEN profile->>'planningShown' IN ('own-appointments', 'none') THEN '"mail"'::jsonb ELSE '"planning"'::jsonb END);--> statement-breakpoint
UPDATE providers SET profile = jsonb_set(profile, '{panels}', profile->'panels' || '["care-team"]'::jsonb)
 WHERE profile->'panels' ? 'user-management' AND NOT profile->'panels' ? 'project-questions' AND NOT profile->'panels' ? 'care-team';--> statement-breakpoint
UPDATE providers SET profile = jsonb_set(profile, '{panels}', profile->'panels' || '["own-appointments"]'::jsonb)
 WHERE profile->>'planningShown' = 'own-appointments' AND NOT profile->'panels' ? 'own-appointments';--> statement-breakpoint
UPDATE providers SET profile = jsonb_set(profile, '{panels}', profile->'panels' || '["planning"]'::jsonb)
 WHERE profile->>'planningShown' <> 'none' AND NOT profile->'panels' ? 'planning';
