ALTER TABLE "reschedule_batches" ADD COLUMN "absence_id" uuid;--> statement-breakpoint
ALTER TABLE "reschedule_batches" ADD COLUMN "phase" text DEFAULT 'reading' NOT NULL;--> statement-breakpoint
ALTER TABLE "reschedule_batches" ADD COLUMN "so_far" jsonb;--> statement-breakpoint
ALTER TABLE "reschedule_batches" ADD COLUMN "finish_asked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reschedule_batches" ADD COLUMN "accepted" jsonb;--> statement-breakpoint
ALTER TABLE "reschedule_batches" ADD CONSTRAINT "reschedule_batches_absence_id_caregiver_absences_id_fk" FOREIGN KEY ("absence_id") REFERENCES "public"."caregiver_absences"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reschedule_batches_newest" ON "reschedule_batches" USING btree ("provider","started_at");--> statement-breakpoint
CREATE INDEX "reschedule_batches_absence" ON "reschedule_batches" USING btree ("absence_id");--> statement-breakpoint
ALTER TABLE "reschedule_batches" ADD CONSTRAINT "reschedule_batches_phase" CHECK ("reschedule_batches"."phase" in ('reading', 'placing', 'improving', 'proving'));--> statement-breakpoint
ALTER TABLE "reschedule_batches" ADD CONSTRAINT "reschedule_batches_accepted" CHECK ("reschedule_batches"."accepted" is null or "reschedule_batches"."status" = 'done');