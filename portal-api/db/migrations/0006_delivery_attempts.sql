DROP INDEX "deliveries_status";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "sealed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "attempt_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "leased_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "not_after" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "last_failure" text;--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("channel","status","holds_secret" DESC NULLS FIRST,"not_before") WHERE "deliveries"."status" in ('queued', 'sending', 'failed');--> statement-breakpoint
CREATE INDEX "deliveries_user" ON "deliveries" USING btree ("portal_user_id","created_at");