ALTER TABLE "contact_requests" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "contact_requests" ADD COLUMN "answer_read_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contact_requests" ADD CONSTRAINT "contact_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_requests_organisation" ON "contact_requests" USING btree ("organisation_id","submitted_at","id") WHERE organisation_id is not null;--> statement-breakpoint
-- Whose questions they are was known by the project, or by who asked.
UPDATE contact_requests r SET organisation_id = coalesce(
  (SELECT p.organisation_id FROM projects p WHERE p.id = r.project_id),
  (SELECT m.organisation_id FROM portal_memberships m
    WHERE m.portal_user_id = r.submitted_by AND m.organisation_id IS NOT NULL ORDER BY m.created_at, m.id LIMIT 1))
 WHERE r.client_id IS NULL;--> statement-breakpoint
-- What was answered so far is not news.
UPDATE contact_requests SET answer_read_at = closed_at WHERE kind = 'project-question' AND status = 'closed';--> statement-breakpoint
ALTER TABLE "contact_requests" ADD CONSTRAINT "contact_requests_of_one" CHECK (("contact_requests"."client_id" is null) <> ("contact_requests"."organisation_id" is null));