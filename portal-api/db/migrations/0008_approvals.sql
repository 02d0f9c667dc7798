CREATE TABLE "account_approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"portal_user_id" uuid NOT NULL,
	"act" text NOT NULL,
	"reason" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "account_approvals_other" CHECK ("account_approvals"."outcome" is distinct from 'approved' or "account_approvals"."decided_by" <> "account_approvals"."requested_by"),
	CONSTRAINT "account_approvals_decided" CHECK (("account_approvals"."outcome" is null) = ("account_approvals"."decided_at" is null))
);
--> statement-breakpoint
ALTER TABLE "account_approvals" ADD CONSTRAINT "account_approvals_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_approvals" ADD CONSTRAINT "account_approvals_portal_user_id_portal_users_id_fk" FOREIGN KEY ("portal_user_id") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_approvals" ADD CONSTRAINT "account_approvals_requested_by_staff_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_approvals" ADD CONSTRAINT "account_approvals_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_approvals_open" ON "account_approvals" USING btree ("provider","requested_at") WHERE outcome is null;--> statement-breakpoint
CREATE UNIQUE INDEX "account_approvals_one_open" ON "account_approvals" USING btree ("portal_user_id","act") WHERE outcome is null;--> statement-breakpoint
-- Providers that are there already ask four eyes too: the safe choice, and one setting away from the other.
UPDATE providers SET profile = profile || '{"fourEyes": ["clear-second-factor"]}'::jsonb WHERE NOT profile ? 'fourEyes';
