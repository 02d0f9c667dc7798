ALTER TABLE "login_tickets" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "login_tickets" ADD COLUMN "new_address" text;--> statement-breakpoint
-- Profielinstellingen, where clients and those around them log in and manage their users (the manuals of these portals have it).
UPDATE providers SET profile = jsonb_set(profile, '{panels}', profile->'panels' || '["profile-settings"]'::jsonb)
 WHERE profile->'panels' ? 'user-management' AND NOT profile->'panels' ? 'project-questions' AND NOT profile->'panels' ? 'profile-settings';
