ALTER TABLE "portal_memberships" ADD COLUMN "invited_by" uuid;--> statement-breakpoint
ALTER TABLE "portal_memberships" ADD CONSTRAINT "portal_memberships_invited_by_portal_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Profiles of running installations gain what this version asks of them: who may have an account, how long given
-- credentials live, and how an invited person gets in.
UPDATE providers SET profile = jsonb_build_object(
  'whoLogsIn', CASE
    WHEN profile->'login'->'organisation'->>'mode' = 'after-login' THEN '["organisation-contact"]'::jsonb
    WHEN profile->'panels' ? 'user-management' THEN '["client", "representative", "contact"]'::jsonb
    ELSE '["client"]'::jsonb END,
  'firstCredentialsDays', CASE WHEN profile->>'firstCredentials' = 'letter' THEN 28 ELSE 7 END,
  'invitation', CASE WHEN profile->>'firstCredentials' = 'two-emails' THEN 'accept-in-portal' ELSE 'by-login' END
) || profile;
