CREATE TABLE "caregiver_absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"caregiver_id" uuid NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"kind" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"reported_by" uuid NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "caregiver_absences_order" CHECK ("caregiver_absences"."from_date" <= "caregiver_absences"."to_date")
);
--> statement-breakpoint
CREATE TABLE "client_times" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"weekday" integer NOT NULL,
	"from_minute" integer NOT NULL,
	"to_minute" integer NOT NULL,
	CONSTRAINT "client_times_kind" CHECK ("client_times"."kind" in ('impossible', 'preferred')),
	CONSTRAINT "client_times_weekday" CHECK ("client_times"."weekday" between 0 and 6),
	CONSTRAINT "client_times_span" CHECK ("client_times"."from_minute" >= 0 and "client_times"."to_minute" <= 1440 and "client_times"."from_minute" < "client_times"."to_minute")
);
--> statement-breakpoint
CREATE TABLE "reschedule_settings" (
	"provider" text PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unwanted_pairings" (
	"provider" text NOT NULL,
	"client_id" uuid NOT NULL,
	"caregiver_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "unwanted_pairings_client_id_caregiver_id_pk" PRIMARY KEY("client_id","caregiver_id")
);
--> statement-breakpoint
ALTER TABLE "caregivers" ADD COLUMN "home_lat" real;--> statement-breakpoint
ALTER TABLE "caregivers" ADD COLUMN "home_lon" real;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "lat" real;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "lon" real;--> statement-breakpoint
ALTER TABLE "caregiver_absences" ADD CONSTRAINT "caregiver_absences_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caregiver_absences" ADD CONSTRAINT "caregiver_absences_caregiver_id_caregivers_id_fk" FOREIGN KEY ("caregiver_id") REFERENCES "public"."caregivers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caregiver_absences" ADD CONSTRAINT "caregiver_absences_reported_by_staff_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_times" ADD CONSTRAINT "client_times_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_times" ADD CONSTRAINT "client_times_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reschedule_settings" ADD CONSTRAINT "reschedule_settings_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reschedule_settings" ADD CONSTRAINT "reschedule_settings_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unwanted_pairings" ADD CONSTRAINT "unwanted_pairings_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unwanted_pairings" ADD CONSTRAINT "unwanted_pairings_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unwanted_pairings" ADD CONSTRAINT "unwanted_pairings_caregiver_id_caregivers_id_fk" FOREIGN KEY ("caregiver_id") REFERENCES "public"."caregivers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "caregiver_absences_caregiver" ON "caregiver_absences" USING btree ("caregiver_id","from_date");--> statement-breakpoint
CREATE INDEX "client_times_client" ON "client_times" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "unwanted_pairings_caregiver" ON "unwanted_pairings" USING btree ("caregiver_id");