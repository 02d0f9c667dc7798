CREATE TABLE "account_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"portal_user_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"type" text NOT NULL,
	"by" text NOT NULL,
	"staff_id" uuid,
	"detail" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempt_counters" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_start" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "caller_verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"portal_user_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"act" text NOT NULL,
	"channel" text NOT NULL,
	"code_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"refused_at" timestamp with time zone,
	"receipt_id" uuid,
	"receipt_expires_at" timestamp with time zone,
	"receipt_used_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "login_tickets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"provider" text,
	"portal_user_id" uuid,
	"staff_id" uuid,
	"step" text NOT NULL,
	"device_label" text DEFAULT '' NOT NULL,
	"device_id" uuid,
	"code_hash" text,
	"code_expires_at" timestamp with time zone,
	"code_sent_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "password_history" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_user_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal_users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"user_name" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"relation" text DEFAULT '' NOT NULL,
	"client_id" uuid,
	"organisation_id" uuid,
	"email" text,
	"email_since" timestamp with time zone,
	"email_bounced_at" timestamp with time zone,
	"mobile" text,
	"mobile_since" timestamp with time zone,
	"password_hash" text,
	"password_temporary" boolean DEFAULT false NOT NULL,
	"password_expires_at" timestamp with time zone,
	"password_set_at" timestamp with time zone,
	"user_name_changed" boolean DEFAULT false NOT NULL,
	"contacts_checked_at" timestamp with time zone,
	"totp_secret" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_failure_at" timestamp with time zone,
	"blocked_at" timestamp with time zone,
	"invited_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"rights" text[] DEFAULT '{}' NOT NULL,
	"last_login_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"portal_user_id" uuid,
	"staff_id" uuid,
	"refresh_hash" text NOT NULL,
	"previous_refresh_hash" text,
	"rotated_at" timestamp with time zone NOT NULL,
	"refresh_expires_at" timestamp with time zone NOT NULL,
	"workstation" text DEFAULT '' NOT NULL,
	"device_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "trusted_devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"portal_user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"label" text NOT NULL,
	"trusted_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"forgotten_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "caregivers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"name" text NOT NULL,
	"first_name" text NOT NULL,
	"qualifications" text[] NOT NULL,
	"contract_minutes" integer NOT NULL,
	"weekdays" integer[] NOT NULL,
	"from_minute" integer NOT NULL,
	"to_minute" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"birth_date" date,
	"street" text NOT NULL,
	"postcode" text NOT NULL,
	"city" text NOT NULL,
	"service_code" text,
	"hours_per_week" real,
	"indication_notes" text[] DEFAULT '{}' NOT NULL,
	"usual_caregiver_id" uuid,
	"care_ended_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_details" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"remarks" text DEFAULT '' NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"client_id" uuid NOT NULL,
	"name" text NOT NULL,
	"phone1" text NOT NULL,
	"phone2" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"type" text NOT NULL,
	"primary" boolean DEFAULT false NOT NULL,
	"remarks" text DEFAULT '' NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"care_manager_id" uuid
);
--> statement-breakpoint
CREATE TABLE "visit_assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"visit_id" uuid NOT NULL,
	"caregiver_id" uuid NOT NULL,
	"during" "tsrange" DEFAULT 'empty' NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"client_id" uuid NOT NULL,
	"date" date NOT NULL,
	"start_minute" integer NOT NULL,
	"minutes" integer NOT NULL,
	"service_code" text NOT NULL,
	"status" text DEFAULT 'planned' NOT NULL,
	"pinned" boolean DEFAULT false NOT NULL,
	"previous_date" date,
	"previous_start_minute" integer,
	"changed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "visits_start" CHECK ("visits"."start_minute" between 0 and 1439),
	CONSTRAINT "visits_minutes" CHECK ("visits"."minutes" between 1 and 1440),
	CONSTRAINT "visits_status" CHECK ("visits"."status" in ('planned', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "audit_chain" (
	"provider" text NOT NULL,
	"position" bigint NOT NULL,
	"entry_id" uuid NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_chain_provider_position_pk" PRIMARY KEY("provider","position"),
	CONSTRAINT "audit_chain_entry_id_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"action" text NOT NULL,
	"object" text NOT NULL,
	"object_id" text,
	"outcome" text NOT NULL,
	"problem" text,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"role" text,
	"on_behalf_of" uuid,
	"client_id" uuid,
	"case_id" uuid,
	"workstation" text NOT NULL,
	"source" text NOT NULL,
	"trace" text NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_pending" (
	"entry_id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"channel" text NOT NULL,
	"to_address" text NOT NULL,
	"template" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"holds_secret" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"last_error" text,
	"portal_user_id" uuid
);
--> statement-breakpoint
CREATE TABLE "events" (
	"provider" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"queue" text,
	"case_id" uuid,
	"subject_id" uuid,
	"version" integer,
	"staff_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "events_provider_seq_pk" PRIMARY KEY("provider","seq")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"provider" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"route" text NOT NULL,
	"body_hash" text NOT NULL,
	"status" integer,
	"answer" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_provider_actor_id_request_id_pk" PRIMARY KEY("provider","actor_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"provider" text NOT NULL,
	"prefix" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "number_series_provider_prefix_pk" PRIMARY KEY("provider","prefix")
);
--> statement-breakpoint
CREATE TABLE "provider_sequences" (
	"provider" text PRIMARY KEY NOT NULL,
	"last_event" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "providers" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"profile" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"totp_secret" text NOT NULL,
	"totp_last_step" integer DEFAULT 0 NOT NULL,
	"draft_key" text NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_failure_at" timestamp with time zone,
	"blocked_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_memberships" (
	"staff_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"role" text NOT NULL,
	"team" text,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "staff_memberships_staff_id_provider_pk" PRIMARY KEY("staff_id","provider")
);
--> statement-breakpoint
CREATE TABLE "system_meta" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "absence_decisions" (
	"absence_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"action" text NOT NULL,
	"from_date" date NOT NULL,
	"from_start_minute" integer NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "absence_decisions_absence_id_visit_id_pk" PRIMARY KEY("absence_id","visit_id")
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"client_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"type" text NOT NULL,
	"days" text NOT NULL,
	"start_date" date NOT NULL,
	"whole_day" boolean NOT NULL,
	"start_time" text,
	"end_time" text,
	"end_date_known" boolean NOT NULL,
	"end_date" date,
	"status" text DEFAULT 'open' NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid NOT NULL,
	"changed_at" timestamp with time zone,
	"before" jsonb,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_counters" (
	"provider" text NOT NULL,
	"queue" text NOT NULL,
	"facet" text NOT NULL,
	"open" integer NOT NULL,
	CONSTRAINT "case_counters_provider_queue_facet_pk" PRIMARY KEY("provider","queue","facet")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"queue" text NOT NULL,
	"number" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"subject_id" uuid NOT NULL,
	"subject_version" integer DEFAULT 1 NOT NULL,
	"client_id" uuid,
	"project_id" uuid,
	"portal_user_id" uuid,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"client_number" integer,
	"facets" text[] DEFAULT '{}' NOT NULL,
	"facts" jsonb NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"claim_by" uuid,
	"claim_since" timestamp with time zone,
	"claim_until" timestamp with time zone,
	"reason" text,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "cases_closed" CHECK (("cases"."status" = 'open') = ("cases"."closed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "contact_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"kind" text DEFAULT 'contact-request' NOT NULL,
	"client_id" uuid,
	"project_id" uuid,
	"case_id" uuid NOT NULL,
	"submitted_by" uuid NOT NULL,
	"addressed_to" uuid,
	"subject" text NOT NULL,
	"message" text NOT NULL,
	"previous_message" text,
	"status" text DEFAULT 'open' NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"reply" text,
	"replied_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "contact_requests_reply" CHECK ("contact_requests"."status" <> 'closed' or ("contact_requests"."reply" is not null and "contact_requests"."replied_by" is not null))
);
--> statement-breakpoint
ALTER TABLE "account_events" ADD CONSTRAINT "account_events_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_events" ADD CONSTRAINT "account_events_portal_user_id_portal_users_id_fk" FOREIGN KEY ("portal_user_id") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_events" ADD CONSTRAINT "account_events_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caller_verifications" ADD CONSTRAINT "caller_verifications_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caller_verifications" ADD CONSTRAINT "caller_verifications_portal_user_id_portal_users_id_fk" FOREIGN KEY ("portal_user_id") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caller_verifications" ADD CONSTRAINT "caller_verifications_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "login_tickets" ADD CONSTRAINT "login_tickets_portal_user_id_portal_users_id_fk" FOREIGN KEY ("portal_user_id") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "login_tickets" ADD CONSTRAINT "login_tickets_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "login_tickets" ADD CONSTRAINT "login_tickets_device_id_trusted_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."trusted_devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_history" ADD CONSTRAINT "password_history_portal_user_id_portal_users_id_fk" FOREIGN KEY ("portal_user_id") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_users" ADD CONSTRAINT "portal_users_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_users" ADD CONSTRAINT "portal_users_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_users" ADD CONSTRAINT "portal_users_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_links" ADD CONSTRAINT "recovery_links_portal_user_id_portal_users_id_fk" FOREIGN KEY ("portal_user_id") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_portal_user_id_portal_users_id_fk" FOREIGN KEY ("portal_user_id") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_device_id_trusted_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."trusted_devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trusted_devices" ADD CONSTRAINT "trusted_devices_portal_user_id_portal_users_id_fk" FOREIGN KEY ("portal_user_id") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caregivers" ADD CONSTRAINT "caregivers_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_usual_caregiver_id_caregivers_id_fk" FOREIGN KEY ("usual_caregiver_id") REFERENCES "public"."caregivers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_details" ADD CONSTRAINT "contact_details_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_details" ADD CONSTRAINT "contact_details_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_persons" ADD CONSTRAINT "contact_persons_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_persons" ADD CONSTRAINT "contact_persons_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_care_manager_id_staff_id_fk" FOREIGN KEY ("care_manager_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_assignments" ADD CONSTRAINT "visit_assignments_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_assignments" ADD CONSTRAINT "visit_assignments_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_assignments" ADD CONSTRAINT "visit_assignments_caregiver_id_caregivers_id_fk" FOREIGN KEY ("caregiver_id") REFERENCES "public"."caregivers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_chain" ADD CONSTRAINT "audit_chain_entry_id_audit_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."audit_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_sequences" ADD CONSTRAINT "provider_sequences_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_memberships" ADD CONSTRAINT "staff_memberships_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_memberships" ADD CONSTRAINT "staff_memberships_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence_decisions" ADD CONSTRAINT "absence_decisions_absence_id_absences_id_fk" FOREIGN KEY ("absence_id") REFERENCES "public"."absences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence_decisions" ADD CONSTRAINT "absence_decisions_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_submitted_by_portal_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_counters" ADD CONSTRAINT "case_counters_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_portal_user_id_portal_users_id_fk" FOREIGN KEY ("portal_user_id") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_claim_by_staff_id_fk" FOREIGN KEY ("claim_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_requests" ADD CONSTRAINT "contact_requests_provider_providers_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_requests" ADD CONSTRAINT "contact_requests_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_requests" ADD CONSTRAINT "contact_requests_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_requests" ADD CONSTRAINT "contact_requests_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_requests" ADD CONSTRAINT "contact_requests_submitted_by_portal_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."portal_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_requests" ADD CONSTRAINT "contact_requests_addressed_to_staff_id_fk" FOREIGN KEY ("addressed_to") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_requests" ADD CONSTRAINT "contact_requests_replied_by_staff_id_fk" FOREIGN KEY ("replied_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_events_user" ON "account_events" USING btree ("portal_user_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "caller_verifications_receipt" ON "caller_verifications" USING btree ("receipt_id");--> statement-breakpoint
CREATE INDEX "caller_verifications_user" ON "caller_verifications" USING btree ("portal_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "login_tickets_token" ON "login_tickets" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "login_tickets_user" ON "login_tickets" USING btree ("portal_user_id");--> statement-breakpoint
CREATE INDEX "password_history_user" ON "password_history" USING btree ("portal_user_id","set_at");--> statement-breakpoint
CREATE UNIQUE INDEX "portal_users_user_name" ON "portal_users" USING btree ("provider",lower("user_name"));--> statement-breakpoint
CREATE INDEX "portal_users_client" ON "portal_users" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "portal_users_search" ON "portal_users" USING gin (lower("name" || ' ' || "user_name") gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_links_token" ON "recovery_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "recovery_links_user" ON "recovery_links" USING btree ("portal_user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("portal_user_id");--> statement-breakpoint
CREATE INDEX "sessions_staff" ON "sessions" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "trusted_devices_user" ON "trusted_devices" USING btree ("portal_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "trusted_devices_token" ON "trusted_devices" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "caregivers_provider" ON "caregivers" USING btree ("provider");--> statement-breakpoint
CREATE UNIQUE INDEX "clients_number" ON "clients" USING btree ("provider","number");--> statement-breakpoint
CREATE INDEX "clients_name_search" ON "clients" USING gin (lower("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "clients_sort" ON "clients" USING btree ("provider","sort_name","id");--> statement-breakpoint
CREATE INDEX "contact_details_client" ON "contact_details" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "contact_persons_client" ON "contact_persons" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "projects_organisation" ON "projects" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_assignments_once" ON "visit_assignments" USING btree ("visit_id","caregiver_id");--> statement-breakpoint
CREATE INDEX "visit_assignments_caregiver" ON "visit_assignments" USING btree ("caregiver_id");--> statement-breakpoint
CREATE INDEX "visits_client" ON "visits" USING btree ("client_id","date","start_minute");--> statement-breakpoint
CREATE INDEX "visits_provider_date" ON "visits" USING btree ("provider","date");--> statement-breakpoint
CREATE INDEX "audit_entries_provider" ON "audit_entries" USING btree ("provider","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_client" ON "audit_entries" USING btree ("client_id","at");--> statement-breakpoint
CREATE INDEX "audit_entries_case" ON "audit_entries" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "audit_entries_actor" ON "audit_entries" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "audit_pending_provider" ON "audit_pending" USING btree ("provider","entry_id");--> statement-breakpoint
CREATE INDEX "deliveries_status" ON "deliveries" USING btree ("status","not_before");--> statement-breakpoint
CREATE INDEX "deliveries_created" ON "deliveries" USING btree ("provider","created_at");--> statement-breakpoint
CREATE INDEX "events_age" ON "events" USING btree ("provider","at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email" ON "staff" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "staff_memberships_provider" ON "staff_memberships" USING btree ("provider");--> statement-breakpoint
CREATE INDEX "absences_client" ON "absences" USING btree ("client_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "absences_case" ON "absences" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number" ON "cases" USING btree ("provider","number");--> statement-breakpoint
CREATE INDEX "cases_due" ON "cases" USING btree ("provider","queue","status","due_at","id");--> statement-breakpoint
CREATE INDEX "cases_opened" ON "cases" USING btree ("provider","queue","status","opened_at","id");--> statement-breakpoint
CREATE INDEX "cases_name" ON "cases" USING btree ("provider","queue","status","sort_name","id");--> statement-breakpoint
CREATE INDEX "cases_facets" ON "cases" USING gin ("facets") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "cases_search" ON "cases" USING gin (lower("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "cases_subject" ON "cases" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "cases_client" ON "cases" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "cases_claim" ON "cases" USING btree ("claim_by") WHERE status = 'open' and claim_by is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "cases_one_open_access" ON "cases" USING btree ("subject_id") WHERE queue = 'accounts' and status = 'open';--> statement-breakpoint
CREATE INDEX "contact_requests_client" ON "contact_requests" USING btree ("client_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "contact_requests_user" ON "contact_requests" USING btree ("submitted_by","submitted_at","id");--> statement-breakpoint
CREATE INDEX "contact_requests_case" ON "contact_requests" USING btree ("case_id");