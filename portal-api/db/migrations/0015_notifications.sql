CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"membership_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"plan_version" integer,
	"adopted_on" date,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notifications_kind" CHECK ("notifications"."kind" in ('care-plan', 'invitation')),
	CONSTRAINT "notifications_plan" CHECK (("notifications"."kind" = 'care-plan') = ("notifications"."plan_version" is not null and "notifications"."adopted_on" is not null))
);
--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_membership_id_portal_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."portal_memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_of" ON "notifications" USING btree ("membership_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_one_invitation" ON "notifications" USING btree ("membership_id") WHERE kind = 'invitation';--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_care_plan_once" ON "notifications" USING btree ("membership_id","plan_version") WHERE kind = 'care-plan';--> statement-breakpoint
-- Meldingen, and what may be changed, as the manuals of these portals have it.
UPDATE providers SET profile = profile || jsonb_build_object(
  'contactPersons', CASE WHEN profile->'panels' ? 'contact-requests' THEN 'edited' ELSE 'shown' END,
  'notifications', CASE
    WHEN NOT profile->'panels' ? 'user-management' OR profile->'panels' ? 'project-questions' THEN '[]'::jsonb
    WHEN profile->>'invitation' = 'accept-in-portal' THEN '["invitation"]'::jsonb
    ELSE '["care-plan"]'::jsonb END);--> statement-breakpoint
UPDATE providers SET profile = jsonb_set(profile, '{panels}', profile->'panels' || '["notifications"]'::jsonb)
 WHERE profile->'notifications' <> '[]'::jsonb AND NOT profile->'panels' ? 'notifications';--> statement-breakpoint
-- An organisation's contacts have no client whose details and persons these parts would show.
UPDATE providers SET profile = jsonb_set(profile, '{panels}', (profile->'panels') - 'contact-details' - 'contact-persons')
 WHERE profile->'panels' ? 'project-questions';--> statement-breakpoint
-- Who is invited and has not answered finds it under Meldingen.
INSERT INTO notifications (id, provider, membership_id, kind, at)
SELECT gen_random_uuid(), m.provider, m.id, 'invitation', m.invited_at
  FROM portal_memberships m JOIN providers p ON p.id = m.provider
 WHERE p.profile->'notifications' ? 'invitation' AND m.invited_at IS NOT NULL AND m.accepted_at IS NULL AND m.ended_at IS NULL;
