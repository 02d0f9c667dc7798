CREATE TABLE "reschedule_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"reason" text NOT NULL,
	"visits" jsonb NOT NULL,
	"seconds" integer NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"cancel_asked" boolean DEFAULT false NOT NULL,
	"pulse_at" timestamp with time zone,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"failure" text,
	"plan" jsonb,
	CONSTRAINT "reschedule_batches_status" CHECK ("reschedule_batches"."status" in ('waiting', 'running', 'done', 'cancelled', 'failed')),
	CONSTRAINT "reschedule_batches_plan" CHECK (("reschedule_batches"."status" = 'done') = ("reschedule_batches"."plan" is not null))
);
--> statement-breakpoint
ALTER TABLE "absence_decisions" ADD COLUMN "override" jsonb;--> statement-breakpoint
ALTER TABLE "reschedule_batches" ADD CONSTRAINT "reschedule_batches_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reschedule_batches" ADD CONSTRAINT "reschedule_batches_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reschedule_batches_one" ON "reschedule_batches" USING btree ("provider","staff_id") WHERE status in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "reschedule_batches_open" ON "reschedule_batches" USING btree ("started_at") WHERE status in ('waiting', 'running');