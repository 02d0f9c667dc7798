-- A database of the version that ended with migration 0003: its tables, and rows in each of them. Made with pg_dump 15 from that
-- version's own demo at Monday 23 November 2026, after a round of work through its API, with most rows left out. Everybody in it
-- is invented. Never edited: what a later version does with these rows is what tests/integration/migrations.itest.ts proves.

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA drizzle;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

CREATE FUNCTION public.await_link() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO audit_pending (entry_id, provider) SELECT id, provider FROM added;
  RETURN NULL;
END $$;

CREATE FUNCTION public.bump_counter(p text, q text, f text, by integer) RETURNS void
    LANGUAGE sql
    AS $$
  INSERT INTO case_counters (provider, queue, facet, open) VALUES (p, q, f, by)
  ON CONFLICT (provider, queue, facet) DO UPDATE SET open = case_counters.open + excluded.open
$$;

CREATE FUNCTION public.count_case() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  f text;
  was text[] := '{}';
  now_ text[] := '{}';
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.status = 'open' THEN was := ARRAY['*'] || OLD.facets; END IF;
  IF TG_OP <> 'DELETE' AND NEW.status = 'open' THEN now_ := ARRAY['*'] || NEW.facets; END IF;
  -- In the order of the name, so that two transactions never wait for each other crosswise.
  FOR f IN SELECT DISTINCT x FROM unnest(was || now_) AS x ORDER BY x LOOP
    IF f = ANY (was) AND NOT f = ANY (now_) THEN
      PERFORM bump_counter(OLD.provider, OLD.queue, f, -1);
    ELSIF f = ANY (now_) AND NOT f = ANY (was) THEN
      PERFORM bump_counter(NEW.provider, NEW.queue, f, 1);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE FUNCTION public.fill_assignment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  SELECT visit_during(v.date, v.start_minute, v.minutes), v.status = 'planned', v.provider
    INTO NEW.during, NEW.active, NEW.provider
    FROM visits v WHERE v.id = NEW.visit_id;
  RETURN NEW;
END $$;

CREATE FUNCTION public.follow_visit() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  UPDATE visit_assignments SET during = 'empty' WHERE visit_id = NEW.id;
  RETURN NULL;
END $$;

CREATE FUNCTION public.keep_former_address() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW.email IS DISTINCT FROM OLD.email THEN
    IF NEW.email_since IS NULL OR NEW.email_since IS NOT DISTINCT FROM OLD.email_since THEN
      RAISE EXCEPTION 'the e-mail address of an account changed without its date';
    END IF;
    IF OLD.email IS NOT NULL THEN
      INSERT INTO former_addresses VALUES (OLD.id, 'email', OLD.email, NEW.email_since) ON CONFLICT DO NOTHING;
    END IF;
  END IF;
  IF NEW.mobile IS DISTINCT FROM OLD.mobile THEN
    IF NEW.mobile_since IS NULL OR NEW.mobile_since IS NOT DISTINCT FROM OLD.mobile_since THEN
      RAISE EXCEPTION 'the mobile number of an account changed without its date';
    END IF;
    IF OLD.mobile IS NOT NULL THEN
      INSERT INTO former_addresses VALUES (OLD.id, 'sms', OLD.mobile, NEW.mobile_since) ON CONFLICT DO NOTHING;
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION '% on % is not allowed: the log only grows', TG_OP, TG_TABLE_NAME;
END $$;

CREATE FUNCTION public.visit_during(day date, start_minute integer, minutes integer) RETURNS tsrange
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT tsrange(day + make_interval(mins => start_minute), day + make_interval(mins => start_minute + minutes), '[)')
$$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE drizzle.__drizzle_migrations (
    id integer NOT NULL,
    hash text NOT NULL,
    created_at bigint
);

CREATE SEQUENCE drizzle.__drizzle_migrations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE drizzle.__drizzle_migrations_id_seq OWNED BY drizzle.__drizzle_migrations.id;

CREATE TABLE public.absence_decisions (
    absence_id uuid NOT NULL,
    visit_id uuid NOT NULL,
    action text NOT NULL,
    from_date date NOT NULL,
    from_start_minute integer NOT NULL,
    decided_at timestamp with time zone NOT NULL
);

CREATE TABLE public.absences (
    id uuid NOT NULL,
    provider text NOT NULL,
    client_id uuid NOT NULL,
    case_id uuid NOT NULL,
    type text NOT NULL,
    days text NOT NULL,
    start_date date NOT NULL,
    whole_day boolean NOT NULL,
    start_time text,
    end_time text,
    end_date_known boolean NOT NULL,
    end_date date,
    status text DEFAULT 'open'::text NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    submitted_by uuid NOT NULL,
    changed_at timestamp with time zone,
    before jsonb,
    closed_at timestamp with time zone,
    closed_by uuid,
    version integer DEFAULT 1 NOT NULL
);

CREATE TABLE public.account_events (
    id uuid NOT NULL,
    provider text NOT NULL,
    portal_user_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    type text NOT NULL,
    by text NOT NULL,
    staff_id uuid,
    detail text DEFAULT ''::text NOT NULL
);

CREATE TABLE public.attempt_counters (
    key text NOT NULL,
    count integer NOT NULL,
    window_start timestamp with time zone NOT NULL
);

CREATE TABLE public.audit_chain (
    provider text NOT NULL,
    "position" bigint NOT NULL,
    entry_id uuid NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    linked_at timestamp with time zone NOT NULL
);

CREATE TABLE public.audit_entries (
    id uuid NOT NULL,
    provider text NOT NULL,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    object text NOT NULL,
    object_id text,
    outcome text NOT NULL,
    problem text,
    actor_kind text NOT NULL,
    actor_id uuid,
    role text,
    on_behalf_of uuid,
    client_id uuid,
    case_id uuid,
    workstation text NOT NULL,
    source text NOT NULL,
    trace text NOT NULL,
    details jsonb NOT NULL
);

CREATE TABLE public.audit_pending (
    entry_id uuid NOT NULL,
    provider text NOT NULL
);

CREATE TABLE public.caller_verifications (
    id uuid NOT NULL,
    provider text NOT NULL,
    portal_user_id uuid NOT NULL,
    staff_id uuid NOT NULL,
    act text NOT NULL,
    channel text NOT NULL,
    code_hash text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    refused_at timestamp with time zone,
    receipt_id uuid,
    receipt_expires_at timestamp with time zone,
    receipt_used_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.caregivers (
    id uuid NOT NULL,
    provider text NOT NULL,
    name text NOT NULL,
    first_name text NOT NULL,
    qualifications text[] NOT NULL,
    contract_minutes integer NOT NULL,
    weekdays integer[] NOT NULL,
    from_minute integer NOT NULL,
    to_minute integer NOT NULL,
    active boolean DEFAULT true NOT NULL
);

CREATE TABLE public.case_counters (
    provider text NOT NULL,
    queue text NOT NULL,
    facet text NOT NULL,
    open integer NOT NULL
);

CREATE TABLE public.cases (
    id uuid NOT NULL,
    provider text NOT NULL,
    queue text NOT NULL,
    number text NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    subject_id uuid NOT NULL,
    subject_version integer DEFAULT 1 NOT NULL,
    client_id uuid,
    project_id uuid,
    portal_user_id uuid,
    name text NOT NULL,
    sort_name text NOT NULL,
    client_number integer,
    facets text[] DEFAULT '{}'::text[] NOT NULL,
    facts jsonb NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    closed_by uuid,
    claim_by uuid,
    claim_since timestamp with time zone,
    claim_until timestamp with time zone,
    reason text,
    note text DEFAULT ''::text NOT NULL,
    CONSTRAINT cases_closed CHECK (((status = 'open'::text) = (closed_at IS NULL)))
);

CREATE TABLE public.clients (
    id uuid NOT NULL,
    provider text NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    sort_name text NOT NULL,
    birth_date date,
    street text NOT NULL,
    postcode text NOT NULL,
    city text NOT NULL,
    service_code text,
    hours_per_week real,
    indication_notes text[] DEFAULT '{}'::text[] NOT NULL,
    usual_caregiver_id uuid,
    care_ended_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL
);

CREATE TABLE public.contact_details (
    id uuid NOT NULL,
    provider text NOT NULL,
    client_id uuid NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    remarks text DEFAULT ''::text NOT NULL,
    since timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL
);

CREATE TABLE public.contact_persons (
    id uuid NOT NULL,
    provider text NOT NULL,
    client_id uuid NOT NULL,
    name text NOT NULL,
    phone1 text NOT NULL,
    phone2 text DEFAULT ''::text NOT NULL,
    email text DEFAULT ''::text NOT NULL,
    type text NOT NULL,
    "primary" boolean DEFAULT false NOT NULL,
    remarks text DEFAULT ''::text NOT NULL,
    removed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL
);

CREATE TABLE public.contact_requests (
    id uuid NOT NULL,
    provider text NOT NULL,
    kind text DEFAULT 'contact-request'::text NOT NULL,
    client_id uuid,
    project_id uuid,
    case_id uuid NOT NULL,
    submitted_by uuid NOT NULL,
    addressed_to uuid,
    subject text NOT NULL,
    message text NOT NULL,
    previous_message text,
    status text DEFAULT 'open'::text NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone,
    closed_at timestamp with time zone,
    reply text,
    replied_by uuid,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT contact_requests_reply CHECK (((status <> 'closed'::text) OR ((reply IS NOT NULL) AND (replied_by IS NOT NULL))))
);

CREATE TABLE public.deliveries (
    id uuid NOT NULL,
    provider text NOT NULL,
    channel text NOT NULL,
    to_address text NOT NULL,
    template text NOT NULL,
    subject text DEFAULT ''::text NOT NULL,
    body text NOT NULL,
    holds_secret boolean DEFAULT false NOT NULL,
    status text DEFAULT 'queued'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    not_before timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    last_error text,
    portal_user_id uuid
);

CREATE TABLE public.events (
    provider text NOT NULL,
    seq integer NOT NULL,
    type text NOT NULL,
    queue text,
    case_id uuid,
    subject_id uuid,
    version integer,
    staff_id uuid,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.former_addresses (
    portal_user_id uuid NOT NULL,
    channel text NOT NULL,
    address text NOT NULL,
    replaced_at timestamp with time zone NOT NULL
);

CREATE TABLE public.idempotency_keys (
    provider text NOT NULL,
    actor_id uuid NOT NULL,
    request_id uuid NOT NULL,
    route text NOT NULL,
    body_hash text NOT NULL,
    status integer,
    answer jsonb,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.login_tickets (
    id uuid NOT NULL,
    token_hash text NOT NULL,
    provider text,
    portal_user_id uuid,
    staff_id uuid,
    step text NOT NULL,
    device_label text DEFAULT ''::text NOT NULL,
    device_id uuid,
    code_hash text,
    code_expires_at timestamp with time zone,
    code_sent_at timestamp with time zone,
    tries integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    totp_secret text
);

CREATE TABLE public.number_series (
    provider text NOT NULL,
    prefix text NOT NULL,
    last integer NOT NULL
);

CREATE TABLE public.organisations (
    id uuid NOT NULL,
    provider text NOT NULL,
    name text NOT NULL
);

CREATE TABLE public.password_history (
    id uuid NOT NULL,
    portal_user_id uuid NOT NULL,
    hash text NOT NULL,
    set_at timestamp with time zone NOT NULL
);

CREATE TABLE public.portal_users (
    id uuid NOT NULL,
    provider text NOT NULL,
    user_name text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    relation text DEFAULT ''::text NOT NULL,
    client_id uuid,
    organisation_id uuid,
    email text,
    email_since timestamp with time zone,
    email_bounced_at timestamp with time zone,
    mobile text,
    mobile_since timestamp with time zone,
    password_hash text,
    password_temporary boolean DEFAULT false NOT NULL,
    password_expires_at timestamp with time zone,
    password_set_at timestamp with time zone,
    user_name_changed boolean DEFAULT false NOT NULL,
    contacts_checked_at timestamp with time zone,
    totp_secret text,
    failures integer DEFAULT 0 NOT NULL,
    last_failure_at timestamp with time zone,
    blocked_at timestamp with time zone,
    invited_at timestamp with time zone,
    accepted_at timestamp with time zone,
    ended_at timestamp with time zone,
    rights text[] DEFAULT '{}'::text[] NOT NULL,
    last_login_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    totp_last_step integer DEFAULT 0 NOT NULL,
    totp_enrol boolean DEFAULT false NOT NULL
);

CREATE TABLE public.projects (
    id uuid NOT NULL,
    provider text NOT NULL,
    organisation_id uuid NOT NULL,
    name text NOT NULL,
    care_manager_id uuid
);

CREATE TABLE public.provider_sequences (
    provider text NOT NULL,
    last_event integer DEFAULT 0 NOT NULL
);

CREATE TABLE public.providers (
    id text NOT NULL,
    name text NOT NULL,
    profile jsonb NOT NULL
);

CREATE TABLE public.recovery_links (
    id uuid NOT NULL,
    portal_user_id uuid NOT NULL,
    token_hash text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

CREATE TABLE public.sessions (
    id uuid NOT NULL,
    provider text NOT NULL,
    portal_user_id uuid,
    staff_id uuid,
    refresh_hash text NOT NULL,
    previous_refresh_hash text,
    rotated_at timestamp with time zone NOT NULL,
    refresh_expires_at timestamp with time zone NOT NULL,
    workstation text DEFAULT ''::text NOT NULL,
    device_id uuid,
    created_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone
);

CREATE TABLE public.staff (
    id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    password_hash text NOT NULL,
    totp_secret text NOT NULL,
    totp_last_step integer DEFAULT 0 NOT NULL,
    draft_key text NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    last_failure_at timestamp with time zone,
    blocked_at timestamp with time zone,
    ended_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.staff_memberships (
    staff_id uuid NOT NULL,
    provider text NOT NULL,
    role text NOT NULL,
    team text,
    active boolean DEFAULT true NOT NULL
);

CREATE TABLE public.system_meta (
    key text NOT NULL,
    value text NOT NULL
);

CREATE TABLE public.trusted_devices (
    id uuid NOT NULL,
    portal_user_id uuid NOT NULL,
    token_hash text NOT NULL,
    label text NOT NULL,
    trusted_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    forgotten_at timestamp with time zone
);

CREATE TABLE public.visit_assignments (
    id uuid NOT NULL,
    provider text NOT NULL,
    visit_id uuid NOT NULL,
    caregiver_id uuid NOT NULL,
    during tsrange DEFAULT 'empty'::tsrange NOT NULL,
    active boolean DEFAULT true NOT NULL
);

CREATE TABLE public.visits (
    id uuid NOT NULL,
    provider text NOT NULL,
    client_id uuid NOT NULL,
    date date NOT NULL,
    start_minute integer NOT NULL,
    minutes integer NOT NULL,
    service_code text NOT NULL,
    status text DEFAULT 'planned'::text NOT NULL,
    pinned boolean DEFAULT false NOT NULL,
    previous_date date,
    previous_start_minute integer,
    changed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT visits_minutes CHECK (((minutes >= 1) AND (minutes <= 1440))),
    CONSTRAINT visits_start CHECK (((start_minute >= 0) AND (start_minute <= 1439))),
    CONSTRAINT visits_status CHECK ((status = ANY (ARRAY['planned'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY drizzle.__drizzle_migrations ALTER COLUMN id SET DEFAULT nextval('drizzle.__drizzle_migrations_id_seq'::regclass);

INSERT INTO drizzle.__drizzle_migrations VALUES
	(1, 'e8755c415ddbe9a807a670696c55079ac58d14ee2a972fc4e02b65a51b064780', 1795442917251),
	(2, '45cd95ab23c1a2c2c4af867611637ebfaf081e5247715472055686ede10d6786', 1795442918202),
	(3, '10012752562ad0745c99a22bf99a08026b205818755ba39204334841925396da', 1795442919295),
	(4, '854289c823e14817119e8b527da01795c172ada328fac8ea988fe626d4f35b9f', 1795444475046);

INSERT INTO public.absence_decisions VALUES
	('01a1c442-93e0-7ebf-84eb-dbef4cb600c7', '01a1396c-e400-7566-a2f5-526121830cf8', 'cancel', '2026-11-11', 600, '2026-11-10 09:00:00+00'),
	('01a1c442-93e0-7ebf-84eb-dbef4cb600c7', '01a143b9-9c00-7e61-934e-795c8c384c8d', 'cancel', '2026-11-13', 540, '2026-11-10 09:00:00+00'),
	('01a21408-3738-720d-b090-817ecac95993', '01a1a592-7000-7d78-bda8-2d95bda9068b', 'cancel', '2026-12-02', 540, '2026-11-23 08:03:34+00');

INSERT INTO public.absences VALUES
	('01869c2f-7000-731d-8a8b-6367b3bf667e', 'cordaan', '01869c2f-7000-746d-b2c4-c46f9c0be5d9', '01869c2f-7000-74b7-b97f-d41bc700b18a', 'holiday', 'one', '2026-11-20', true, NULL, NULL, true, NULL, 'open', '2026-11-12 07:29:53+00', '018a73ce-1400-7faa-afa3-b5ab2dac369e', NULL, NULL, NULL, NULL, 1),
	('0178cc0b-0ea0-78df-9508-9243949b7871', 'cordaan', '01869c2f-7000-7c7d-9982-7ed62ed70862', '0178cc0b-0ea0-7659-9c8f-734dc96b1492', 'holiday', 'several', '2021-05-14', true, NULL, NULL, true, '2021-05-19', 'processed', '2021-04-13 16:23:00+00', '018ead45-8c00-7383-9301-bd482485599f', NULL, NULL, '2021-04-14 07:23:00+00', '01869c2f-7000-71cc-9d03-a05507c34e5d', 2),
	('01869c2f-7000-7e16-931e-ee64dc2f6ec0', 'axxicom', '01869c2f-7000-7e33-81d2-bd30579a4a3c', '01869c2f-7000-7c97-9a6d-475c1fc75d30', 'health-risk', 'several', '2026-11-23', true, NULL, NULL, true, '2026-11-27', 'open', '2026-11-12 13:03:27+00', '01938662-2800-7431-8849-959fa86a2bd7', NULL, NULL, NULL, NULL, 1),
	('01a1c442-93e0-7ebf-84eb-dbef4cb600c7', 'axxicom', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', '01a1c442-93e0-7c12-8115-f699177306eb', 'health-risk', 'several', '2026-11-11', true, NULL, NULL, true, '2026-11-15', 'processed', '2026-11-10 07:01:00+00', '01908c34-f800-7120-8b5e-6d9a1e5479c1', NULL, NULL, '2026-11-10 09:00:00+00', '01869c2f-7000-71cc-9d03-a05507c34e5d', 2),
	('01a15784-2340-736c-8f05-01044d9adacc', 'axxicom', '01869c2f-7000-78e4-928d-1fc2e31ac629', '01a15784-2340-7e33-89a8-858c7c4e321d', 'health-risk', 'one', '2026-10-26', true, NULL, NULL, true, NULL, 'withdrawn', '2026-10-20 04:14:00+00', '01902f82-8000-7190-ad43-76fbf1bd5b53', NULL, NULL, '2026-10-20 09:03:00+00', NULL, 2),
	('01a21408-388b-74cc-81cb-ad38490c0bed', 'cordaan', '01869c2f-7000-7c7d-9982-7ed62ed70862', '01a21408-38a7-72ea-bf82-dd8a1d7cd537', 'admission', 'one', '2026-12-12', false, '10:00', '12:00', true, NULL, 'open', '2026-11-23 08:03:04+00', '018ead45-8c00-7383-9301-bd482485599f', '2026-11-23 08:03:04+00', '{"days": "one", "type": "admission", "endDate": null, "endTime": "12:00", "wholeDay": false, "startDate": "2026-12-11", "startTime": "10:00", "endDateKnown": true}', NULL, NULL, 2),
	('01a21408-3738-720d-b090-817ecac95993', 'cordaan', '01869c2f-7000-7c7d-9982-7ed62ed70862', '01a21408-3784-74ed-982c-a5153d8dd30b', 'holiday', 'several', '2026-12-01', true, NULL, NULL, true, '2026-12-04', 'processed', '2026-11-23 08:03:04+00', '018ead45-8c00-7383-9301-bd482485599f', NULL, NULL, '2026-11-23 08:03:34+00', '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', 2);

INSERT INTO public.account_events VALUES
	('01a0e0b9-fb40-70cd-96b2-d149a5664a72', 'cordaan', '0190d44e-0000-7ae5-996d-d522c6a74cf0', '2026-09-27 02:38:00+00', 'blocked', 'system', NULL, '5 / 5'),
	('01a0e316-3ac0-73b6-8fc4-8fe6e1b8172e', 'cordaan', '0190d44e-0000-7ae5-996d-d522c6a74cf0', '2026-09-27 13:38:00+00', 'unblocked', 'staff', '01869c2f-7000-7bed-adf7-7544f30c875f', ''),
	('01a0e319-e440-7a10-96f3-517ca4fc0380', 'cordaan', '0190d44e-0000-7ae5-996d-d522c6a74cf0', '2026-09-27 13:42:00+00', 'login', 'user', NULL, 'Chrome op Windows'),
	('01a0db23-ed80-7836-81fe-07f5bbae3163', 'axxicom', '019169a6-6c00-7465-8a2a-2e5c9185ebb6', '2026-09-26 00:36:00+00', 'blocked', 'system', NULL, '5 / 5'),
	('01a0dda2-0ce0-7886-8d5f-b767492b173c', 'axxicom', '019169a6-6c00-7465-8a2a-2e5c9185ebb6', '2026-09-26 12:13:00+00', 'unblocked', 'staff', '01869c2f-7000-7715-a2bf-b159d4c04c83', ''),
	('01a0dda5-b660-7309-946f-ead953bca01f', 'axxicom', '019169a6-6c00-7465-8a2a-2e5c9185ebb6', '2026-09-26 12:17:00+00', 'login', 'user', NULL, 'Chrome op Windows'),
	('01a11ec6-6180-7e8e-b7a9-4502baf2a3f4', 'zuyderland', '01888045-3800-7e8a-9062-5df4cc4688bb', '2026-10-09 03:48:00+00', 'blocked', 'system', NULL, '5 / 5'),
	('01a11f9a-c880-7b62-9a68-e9b7d1251986', 'zuyderland', '01888045-3800-7e8a-9062-5df4cc4688bb', '2026-10-09 07:40:00+00', 'unblocked', 'staff', '01869c2f-7000-7afa-9e0e-bdaafa010b2c', ''),
	('01a11f9e-7200-755c-a67f-793aee95b30f', 'zuyderland', '01888045-3800-7e8a-9062-5df4cc4688bb', '2026-10-09 07:44:00+00', 'login', 'user', NULL, 'Chrome op Windows'),
	('01a0d7c7-5500-705e-8cd8-a9d368fa2512', 'zuyderland', '01889f2b-6000-7123-8614-083b4d6c23ee', '2026-09-25 08:56:00+00', 'blocked', 'system', NULL, '5 / 5'),
	('01a0d816-fba0-7794-bd85-3cab6599909e', 'zuyderland', '01889f2b-6000-7123-8614-083b4d6c23ee', '2026-09-25 10:23:00+00', 'unblocked', 'staff', '01869c2f-7000-7afa-9e0e-bdaafa010b2c', ''),
	('01a0d81a-a520-7bf7-a9b8-e12aa186a625', 'zuyderland', '01889f2b-6000-7123-8614-083b4d6c23ee', '2026-09-25 10:27:00+00', 'login', 'user', NULL, 'Chrome op Windows'),
	('01a0e670-1420-7bdf-b604-0b18a3ad7f05', 'laurens', '018b3ca6-1800-76d6-b58f-c547b718aa0c', '2026-09-28 05:15:00+00', 'blocked', 'system', NULL, '5 / 5'),
	('01a0eaa8-66a0-790d-8834-2c2372026c08', 'laurens', '018b3ca6-1800-76d6-b58f-c547b718aa0c', '2026-09-29 00:55:00+00', 'unblocked', 'staff', '01869c2f-7000-7f89-8137-32ed5ade1618', ''),
	('01a0eaac-1020-71fd-a9ad-a202af0ad182', 'laurens', '018b3ca6-1800-76d6-b58f-c547b718aa0c', '2026-09-29 00:59:00+00', 'login', 'user', NULL, 'Chrome op Windows'),
	('01a21408-2115-72a5-90e8-c67497b84f07', 'cordaan', '018ead45-8c00-7383-9301-bd482485599f', '2026-11-23 08:02:04+00', 'login', 'user', NULL, 'Browser'),
	('01a21408-2b7d-7267-856b-1f3ef016de3e', 'zuyderland', '018db614-4c00-738d-9a30-98cef5891887', '2026-11-23 08:02:04+00', 'code-sent', 'system', NULL, '06 ···· 6150'),
	('01a21408-35c5-75e4-a505-65d22d44096b', 'laurens', '01927a97-7800-7886-b8d8-9a75aae1a830', '2026-11-23 08:02:04+00', 'password-wrong', 'user', NULL, '1 / 5'),
	('01a21408-4a44-71ff-9ec8-0237b4c3274b', 'cordaan', '018ead45-8c00-7383-9301-bd482485599f', '2026-11-23 08:03:34+00', 'caller-verified', 'staff', '01869c2f-7000-7bed-adf7-7544f30c875f', 'reset-password'),
	('01a21408-4b35-7162-bcaf-67e293b5af7a', 'cordaan', '018ead45-8c00-7383-9301-bd482485599f', '2026-11-23 08:03:34+00', 'reset-sent', 'staff', '01869c2f-7000-7bed-adf7-7544f30c875f', 'belde, weet het niet meer');

INSERT INTO public.attempt_counters VALUES
	('login:AfrU23UfbWtbYyt-BE_Ub_sxZi7bYDzdVszkOg0qtYQ', 0, '2026-11-23 08:02:04+00'),
	('login:kamnUxxL93QrtpcrZHkQelS9s16vxVV3eWtZaLrTq6Q', 0, '2026-11-23 08:02:04+00'),
	('codes-sent:Pa3JDuV2PeXvSvOw4KpVtfwWmm69I40eWhq-stPi2Ss', 1, '2026-11-23 08:02:04+00'),
	('login:MqE6dNhhA3nIgKsF8CfKN7JaO23i5ZdhAGn4jkXuNoM', 1, '2026-11-23 08:02:04+00'),
	('login-address:EsoXtJryKJQ28wPgFmAwoh5SXSZuIJJnQzgBqP1AcaA', 2, '2026-11-23 08:02:04+00'),
	('login:u8O4n_6xdvbSs6WJVEyGr7KitxZ9rWhpXgfAyYWGt9I', 1, '2026-11-23 08:02:04+00'),
	('verification-user:7L3nM8Rg4y50FMaiLsEby6qj9iVCYfMrkEbqQhNt8lQ', 1, '2026-11-23 08:03:34+00'),
	('verification-staff:xAhQMnuR4JHH3lniAr93En-F1l9GKiNiW86LQwCRDxw', 1, '2026-11-23 08:03:34+00');

INSERT INTO public.audit_chain VALUES
	('-', 1, '01a21407-fbc0-7376-a3ce-42d2d9c9bb97', '0000000000000000000000000000000000000000000000000000000000000000', '044f7e507047403f2bc4fb139a97aa4d892f87b63c38e37cf9ed7a17c4bdef78', '2026-11-23 08:00:31+00'),
	('-', 2, '01a21408-01bc-7005-9c95-cd09e81b183a', '044f7e507047403f2bc4fb139a97aa4d892f87b63c38e37cf9ed7a17c4bdef78', '6b0c7a7d9ee38361d3c27d92f68ac371ffab0f6a3010257f80cc9627658f69b0', '2026-11-23 08:00:31+00'),
	('cordaan', 1, '01a21408-0101-71dd-b3b2-8ac657c12dfc', '0000000000000000000000000000000000000000000000000000000000000000', '74dd9e27bba5b1c3ec93ccceef3b939e7c0f8e383f00671aa218e2beb8e772b5', '2026-11-23 08:00:31+00'),
	('-', 3, '01a21408-0c01-7157-a149-2dd21848a64b', '6b0c7a7d9ee38361d3c27d92f68ac371ffab0f6a3010257f80cc9627658f69b0', 'b160f77f9c67b29c6d7f83751311061c244a477607533b936d8e3765e16df2d2', '2026-11-23 08:01:02+00'),
	('-', 4, '01a21408-0da1-72a7-8166-60cb8bbfb83e', 'b160f77f9c67b29c6d7f83751311061c244a477607533b936d8e3765e16df2d2', '418f1de3faf061eb3a20a868a7dc7cb4bbb7470048a4db7cdb103b97279651ae', '2026-11-23 08:01:02+00'),
	('cordaan', 2, '01a21408-0d8d-7145-90bd-7fe8cf97ffe4', '74dd9e27bba5b1c3ec93ccceef3b939e7c0f8e383f00671aa218e2beb8e772b5', 'aa602582d7a78bbce7ae05d56b31f73918fb8c38567c9d0b5aa3f1e43ac675cc', '2026-11-23 08:01:02+00'),
	('-', 5, '01a21408-1216-7394-a3a9-25139e25a3b0', '418f1de3faf061eb3a20a868a7dc7cb4bbb7470048a4db7cdb103b97279651ae', '9da9a03a0a8045fe4163f286bed4abec8c3fb5a0bf01616eecc68286bc4f31ad', '2026-11-23 08:01:33+00'),
	('-', 6, '01a21408-1441-7397-bf7f-2b87dec32266', '9da9a03a0a8045fe4163f286bed4abec8c3fb5a0bf01616eecc68286bc4f31ad', '0ae2b7b7462baf1ab89e50c1f41b323414174466d7bad772c1bbb38885301c22', '2026-11-23 08:01:33+00'),
	('cordaan', 3, '01a21408-143b-7455-98dc-bfd5d92f2970', 'aa602582d7a78bbce7ae05d56b31f73918fb8c38567c9d0b5aa3f1e43ac675cc', 'aac659eba8936b0a391e09bdd11dfb1a4cb7f329ce378853208ac3a199fe2b38', '2026-11-23 08:01:33+00'),
	('-', 7, '01a21408-1906-76e8-8d1a-03f7ef8038ce', '0ae2b7b7462baf1ab89e50c1f41b323414174466d7bad772c1bbb38885301c22', 'c6086c82a35887e1859e6a384d63dc86a792978a002cdd552b80869fbf59a9ad', '2026-11-23 08:02:04+00'),
	('-', 8, '01a21408-1a56-7516-82c4-f2fd2b68534b', 'c6086c82a35887e1859e6a384d63dc86a792978a002cdd552b80869fbf59a9ad', '0081d6336d7069f003abfae90878ddfa803c8d12f7fb621b4ded1acbc9e9e739', '2026-11-23 08:02:04+00'),
	('cordaan', 4, '01a21408-1a40-745c-87e1-f32d834892e7', 'aac659eba8936b0a391e09bdd11dfb1a4cb7f329ce378853208ac3a199fe2b38', '3e98e26163f7e4af906fe93c15e2be97ea3ae4c722123c42d846392f96276f7a', '2026-11-23 08:02:04+00'),
	('cordaan', 5, '01a21408-1b32-762c-870f-138628a20e7a', '3e98e26163f7e4af906fe93c15e2be97ea3ae4c722123c42d846392f96276f7a', '2f22bef6802f40b5b68870384316f641d6413431e8a2fa44a864119303cc6952', '2026-11-23 08:02:04+00'),
	('cordaan', 6, '01a21408-214b-747d-9c1a-252b4df480ed', '2f22bef6802f40b5b68870384316f641d6413431e8a2fa44a864119303cc6952', 'b75ae9a59e048f1c490cc7c7ae6ffe5226409e95325fc78a511220c1ee65676d', '2026-11-23 08:02:04+00'),
	('cordaan', 7, '01a21408-2642-75ed-9ea4-8a5fa178cc5e', 'b75ae9a59e048f1c490cc7c7ae6ffe5226409e95325fc78a511220c1ee65676d', '0278b7bee0776525ca1b38028285ec2359cc983a3e0b9bf39768365bb92c343a', '2026-11-23 08:02:04+00'),
	('zuyderland', 1, '01a21408-2bc2-702d-9b62-99dbf2da587a', '0000000000000000000000000000000000000000000000000000000000000000', '2bcbf9465a6ae3f1e3a157d689b78d99e7dc2145c9a03e07624b89d3f008174f', '2026-11-23 08:02:04+00'),
	('cordaan', 8, '01a21408-3078-7607-b457-79e7fb8d778b', '0278b7bee0776525ca1b38028285ec2359cc983a3e0b9bf39768365bb92c343a', '8c2c8a08910ba8c697f32ff19e878cca6e5c22ceb0e872779f1e308d4488fda6', '2026-11-23 08:02:04+00'),
	('laurens', 1, '01a21408-35ff-7100-85b5-538d1b396f7a', '0000000000000000000000000000000000000000000000000000000000000000', '4ecc713f5e8d5dc1ea98a9bf28f669c105f1a04a01ddd564ca7f67fe59afe64a', '2026-11-23 08:02:04+00'),
	('cordaan', 9, '01a21408-37e3-7375-a07e-16b5b266f336', '8c2c8a08910ba8c697f32ff19e878cca6e5c22ceb0e872779f1e308d4488fda6', '32601b3c8a1e804daf46ca7cf0eaa029ac95a981f9f26e964de00f0882407f84', '2026-11-23 08:03:04+00'),
	('cordaan', 10, '01a21408-392b-77a2-be23-fd5212d52f6c', '32601b3c8a1e804daf46ca7cf0eaa029ac95a981f9f26e964de00f0882407f84', '11349f1ebd74aa21f7324a061ae5c80e79eebac65bfd8a3fbefb1285288df040', '2026-11-23 08:03:04+00'),
	('cordaan', 11, '01a21408-3a4d-77b1-9ccd-89bc1edc0b2c', '11349f1ebd74aa21f7324a061ae5c80e79eebac65bfd8a3fbefb1285288df040', '0a19435e9ef958e25a7a5151995000c611369a29854866b8ee85ded11648ac98', '2026-11-23 08:03:04+00'),
	('cordaan', 12, '01a21408-3b1e-73e5-8b0a-8d9d545f2085', '0a19435e9ef958e25a7a5151995000c611369a29854866b8ee85ded11648ac98', 'ea533811feae7a38b28b17bd28ea167ef1a45412d94654dc85e2f3c023a17a79', '2026-11-23 08:03:04+00'),
	('cordaan', 13, '01a21408-3c35-7715-9201-098d246f048e', 'ea533811feae7a38b28b17bd28ea167ef1a45412d94654dc85e2f3c023a17a79', '931aa4c034c59828ac65a9a6a440b31b8f11bd0fd485516d702ddfec0d19cf95', '2026-11-23 08:03:04+00'),
	('cordaan', 14, '01a21408-3f03-73cb-bcff-285dfc306272', '931aa4c034c59828ac65a9a6a440b31b8f11bd0fd485516d702ddfec0d19cf95', '1f6317ec19609c002f2f131f7c7cdef9c1ffc145aa83b593a4640ff90b7f0825', '2026-11-23 08:03:04+00'),
	('cordaan', 15, '01a21408-41e3-7381-a4e9-63df09d7f237', '1f6317ec19609c002f2f131f7c7cdef9c1ffc145aa83b593a4640ff90b7f0825', '3a182399c5b3e1e2b60e0691b933b684388794675e8fccd99ab55821f861c9e6', '2026-11-23 08:03:34+00'),
	('cordaan', 16, '01a21408-4299-7679-a946-279b1663ce59', '3a182399c5b3e1e2b60e0691b933b684388794675e8fccd99ab55821f861c9e6', 'e177d53808291cbfd17e5577fb93afda156755fa8035ef019d334b7e988c1297', '2026-11-23 08:03:34+00'),
	('cordaan', 17, '01a21408-456c-753f-be3f-8e5ef305e397', 'e177d53808291cbfd17e5577fb93afda156755fa8035ef019d334b7e988c1297', '5a9cd3aa71ab8d49a4866be0d4508271c7eafde375f153662a356cf215afde70', '2026-11-23 08:03:34+00'),
	('cordaan', 18, '01a21408-4787-750f-a2ba-128e4fcd403c', '5a9cd3aa71ab8d49a4866be0d4508271c7eafde375f153662a356cf215afde70', '485a2430de73ef42c6f7ab807432769b6b9370cec6ce8a6db7b2bf1495bb6c98', '2026-11-23 08:03:34+00'),
	('cordaan', 19, '01a21408-4864-725c-9e00-87ddaaf30b54', '485a2430de73ef42c6f7ab807432769b6b9370cec6ce8a6db7b2bf1495bb6c98', 'ea074237cafd922edbd009ec0e68881b7efd0b5ff3d421f4bf9758b4756ced58', '2026-11-23 08:03:34+00'),
	('cordaan', 20, '01a21408-4974-72d5-afb5-0f9e4e428fcc', 'ea074237cafd922edbd009ec0e68881b7efd0b5ff3d421f4bf9758b4756ced58', '54158c26886067eb8baec127574b3eca7557f6a4fb0dda3d121c98a0c8f2f641', '2026-11-23 08:03:34+00'),
	('cordaan', 21, '01a21408-4a55-738d-8fa0-4ec20a1bf292', '54158c26886067eb8baec127574b3eca7557f6a4fb0dda3d121c98a0c8f2f641', '103caa6a78932fd24251f83cbc664c94f2e8619afc6399109c39634037f38680', '2026-11-23 08:03:34+00'),
	('cordaan', 22, '01a21408-4bf4-72de-be17-61d4abc9239b', '103caa6a78932fd24251f83cbc664c94f2e8619afc6399109c39634037f38680', '22747ad452229ffeb30ead844e1ec9eeaf63a91bd61b08c0c96a60abb7650182', '2026-11-23 08:03:34+00');

INSERT INTO public.audit_entries VALUES
	('01a21407-fbc0-7376-a3ce-42d2d9c9bb97', '-', '2026-11-23 08:00:31+00', 'execute', 'staff-login', '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', 'ok', NULL, 'unknown', NULL, NULL, NULL, NULL, NULL, '', 'portal-api', 'dde3df92-f715-4005-a78e-bfe12a388fd3', '{"route": "session.staff-login"}'),
	('01a21408-0101-71dd-b3b2-8ac657c12dfc', 'cordaan', '2026-11-23 08:00:31+00', 'execute', 'staff-login', '01a21408-008e-75bc-9f55-69c59731546f', 'ok', NULL, 'staff', '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', 'planner', NULL, NULL, NULL, '', 'portal-api', '8e2dcb24-bdd6-4ad0-b181-39eb72a8b920', '{}'),
	('01a21408-01bc-7005-9c95-cd09e81b183a', '-', '2026-11-23 08:00:31+00', 'execute', 'staff-login', '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', 'ok', NULL, 'unknown', NULL, NULL, NULL, NULL, NULL, '', 'portal-api', '8e2dcb24-bdd6-4ad0-b181-39eb72a8b920', '{"route": "session.staff-code"}'),
	('01a21408-0c01-7157-a149-2dd21848a64b', '-', '2026-11-23 08:01:02+00', 'execute', 'staff-login', '01869c2f-7000-7a8f-887d-0f4215378104', 'ok', NULL, 'unknown', NULL, NULL, NULL, NULL, NULL, '', 'portal-api', 'fb8b43a4-0a71-4969-9ddd-a6391bf36771', '{"route": "session.staff-login"}'),
	('01a21408-0d8d-7145-90bd-7fe8cf97ffe4', 'cordaan', '2026-11-23 08:01:02+00', 'execute', 'staff-login', '01a21408-0d72-7124-85d1-361d4a379e13', 'ok', NULL, 'staff', '01869c2f-7000-7a8f-887d-0f4215378104', 'care-manager', NULL, NULL, NULL, '', 'portal-api', '34d22731-6627-470f-a517-299fc6a369c7', '{}'),
	('01a21408-0da1-72a7-8166-60cb8bbfb83e', '-', '2026-11-23 08:01:02+00', 'execute', 'staff-login', '01869c2f-7000-7a8f-887d-0f4215378104', 'ok', NULL, 'unknown', NULL, NULL, NULL, NULL, NULL, '', 'portal-api', '34d22731-6627-470f-a517-299fc6a369c7', '{"route": "session.staff-code"}'),
	('01a21408-1216-7394-a3a9-25139e25a3b0', '-', '2026-11-23 08:01:33+00', 'execute', 'staff-login', '01869c2f-7000-7bed-adf7-7544f30c875f', 'ok', NULL, 'unknown', NULL, NULL, NULL, NULL, NULL, '', 'portal-api', '54847125-8cc0-4447-ad88-f4da211cdc1a', '{"route": "session.staff-login"}'),
	('01a21408-143b-7455-98dc-bfd5d92f2970', 'cordaan', '2026-11-23 08:01:33+00', 'execute', 'staff-login', '01a21408-1430-73ca-990a-512557da44e7', 'ok', NULL, 'staff', '01869c2f-7000-7bed-adf7-7544f30c875f', 'helpdesk', NULL, NULL, NULL, '', 'portal-api', '935d7dc2-d12b-4812-b991-13ab94fb2b82', '{}'),
	('01a21408-1441-7397-bf7f-2b87dec32266', '-', '2026-11-23 08:01:33+00', 'execute', 'staff-login', '01869c2f-7000-7bed-adf7-7544f30c875f', 'ok', NULL, 'unknown', NULL, NULL, NULL, NULL, NULL, '', 'portal-api', '935d7dc2-d12b-4812-b991-13ab94fb2b82', '{"route": "session.staff-code"}'),
	('01a21408-1906-76e8-8d1a-03f7ef8038ce', '-', '2026-11-23 08:02:04+00', 'execute', 'staff-login', '01869c2f-7000-7e10-adc8-22135872b148', 'ok', NULL, 'unknown', NULL, NULL, NULL, NULL, NULL, '', 'portal-api', '28aa3f57-0bac-484f-b2e3-efecfe9a93f4', '{"route": "session.staff-login"}'),
	('01a21408-1a40-745c-87e1-f32d834892e7', 'cordaan', '2026-11-23 08:02:04+00', 'execute', 'staff-login', '01a21408-1a22-7712-99f3-10d273d129c8', 'ok', NULL, 'staff', '01869c2f-7000-7e10-adc8-22135872b148', 'team-lead', NULL, NULL, NULL, '', 'portal-api', '95d128b4-edaa-4559-a82b-e38da78ab849', '{}'),
	('01a21408-1a56-7516-82c4-f2fd2b68534b', '-', '2026-11-23 08:02:04+00', 'execute', 'staff-login', '01869c2f-7000-7e10-adc8-22135872b148', 'ok', NULL, 'unknown', NULL, NULL, NULL, NULL, NULL, '', 'portal-api', '95d128b4-edaa-4559-a82b-e38da78ab849', '{"route": "session.staff-code"}'),
	('01a21408-1b32-762c-870f-138628a20e7a', 'cordaan', '2026-11-23 08:02:04+00', 'read', 'audit-log', NULL, 'ok', NULL, 'staff', '01869c2f-7000-7e10-adc8-22135872b148', 'team-lead', NULL, NULL, NULL, '', 'portal-api', '94f6eeef-00b3-4ebe-8b0b-7a0667808762', '{"route": "audit.list", "actorId": null}'),
	('01a21408-214b-747d-9c1a-252b4df480ed', 'cordaan', '2026-11-23 08:02:04+00', 'execute', 'login', '018ead45-8c00-7383-9301-bd482485599f', 'ok', NULL, 'unknown', NULL, NULL, NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '', 'portal-api', '02ecf5cb-23c0-49e1-b4a9-ae5a53abb4af', '{"route": "session.login"}'),
	('01a21408-2642-75ed-9ea4-8a5fa178cc5e', 'cordaan', '2026-11-23 08:02:04+00', 'execute', 'login', '0192704a-c000-70bd-880a-bcb9b93a441f', 'ok', NULL, 'unknown', NULL, NULL, NULL, '01869c2f-7000-7d86-9ec1-4cf4f2663eb6', NULL, '', 'portal-api', '0edbbbd0-0a88-4243-ba51-9b24d38cd638', '{"route": "session.login"}'),
	('01a21408-2bc2-702d-9b62-99dbf2da587a', 'zuyderland', '2026-11-23 08:02:04+00', 'execute', 'login', '018db614-4c00-738d-9a30-98cef5891887', 'ok', NULL, 'unknown', NULL, NULL, NULL, '01869c2f-7000-79a4-958b-c2fc7039d648', NULL, '', 'portal-api', '9e3685e3-617b-4e89-a222-ebb51d0b22f6', '{"route": "session.login"}'),
	('01a21408-3078-7607-b457-79e7fb8d778b', 'cordaan', '2026-11-23 08:02:04+00', 'execute', 'login', NULL, 'refused', 'credentials-wrong', 'unknown', NULL, NULL, NULL, NULL, NULL, '', 'portal-api', 'e096ac74-0dd1-41a8-a1b0-3fd33fd32a59', '{"route": "session.login"}'),
	('01a21408-35ff-7100-85b5-538d1b396f7a', 'laurens', '2026-11-23 08:02:04+00', 'execute', 'login', '01927a97-7800-7886-b8d8-9a75aae1a830', 'refused', 'credentials-wrong', 'unknown', NULL, NULL, NULL, '01869c2f-7000-735c-b31f-2e9a1e6c75f4', NULL, '', 'portal-api', 'eb21bed0-0a98-42a0-97b3-4a8de70bff74', '{"route": "session.login"}'),
	('01a21408-37e3-7375-a07e-16b5b266f336', 'cordaan', '2026-11-23 08:03:04+00', 'create', 'absence', '01a21408-3738-720d-b090-817ecac95993', 'ok', NULL, 'portal-user', '018ead45-8c00-7383-9301-bd482485599f', NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', '01869c2f-7000-7c7d-9982-7ed62ed70862', '01a21408-3784-74ed-982c-a5153d8dd30b', '', 'portal-api', 'd72f0418-ff8f-4d97-a9e8-e64ee00d8b46', '{"route": "absences.create"}'),
	('01a21408-392b-77a2-be23-fd5212d52f6c', 'cordaan', '2026-11-23 08:03:04+00', 'create', 'absence', '01a21408-388b-74cc-81cb-ad38490c0bed', 'ok', NULL, 'portal-user', '018ead45-8c00-7383-9301-bd482485599f', NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', '01869c2f-7000-7c7d-9982-7ed62ed70862', '01a21408-38a7-72ea-bf82-dd8a1d7cd537', '', 'portal-api', '892809ea-27c6-45a2-9537-16214eccabdd', '{"route": "absences.create"}'),
	('01a21408-3a4d-77b1-9ccd-89bc1edc0b2c', 'cordaan', '2026-11-23 08:03:04+00', 'update', 'absence', '01a21408-388b-74cc-81cb-ad38490c0bed', 'ok', NULL, 'portal-user', '018ead45-8c00-7383-9301-bd482485599f', NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', '01869c2f-7000-7c7d-9982-7ed62ed70862', '01a21408-38a7-72ea-bf82-dd8a1d7cd537', '', 'portal-api', '19d34a92-e3c4-4164-a3ad-85f10250dc01', '{"route": "absences.change"}'),
	('01a21408-3b1e-73e5-8b0a-8d9d545f2085', 'cordaan', '2026-11-23 08:03:04+00', 'create', 'contact-request', '01a21408-3adb-74b5-9402-c4d090795d2e', 'ok', NULL, 'portal-user', '018ead45-8c00-7383-9301-bd482485599f', NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', '01869c2f-7000-7c7d-9982-7ed62ed70862', '01a21408-3adb-74b5-9402-c8e40f209edc', '', 'portal-api', 'f1418e4a-c868-402c-aabc-2d9cd3abfb4f', '{"route": "contact-requests.create"}'),
	('01a21408-3c35-7715-9201-098d246f048e', 'cordaan', '2026-11-23 08:03:04+00', 'create', 'contact-request', '01a21408-3bda-7223-9c17-aa8d1a1d5f40', 'ok', NULL, 'portal-user', '018ead45-8c00-7383-9301-bd482485599f', NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', '01869c2f-7000-7c7d-9982-7ed62ed70862', '01a21408-3bdb-7315-aa2e-e12c2ed2ed18', '', 'portal-api', '9bb0dfc3-e153-4dc0-9ed7-a4aa4c77ad3e', '{"route": "contact-requests.create"}'),
	('01a21408-3f03-73cb-bcff-285dfc306272', 'cordaan', '2026-11-23 08:03:04+00', 'create', 'contact-detail', '01a21408-3e13-771e-8b23-802b0d3aae55', 'ok', NULL, 'portal-user', '018ead45-8c00-7383-9301-bd482485599f', NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '', 'portal-api', '6b0b0107-f58b-4c3b-a659-d91281791dcd', '{"kind": "phone-mobile", "route": "clients.add-detail"}'),
	('01a21408-41e3-7381-a4e9-63df09d7f237', 'cordaan', '2026-11-23 08:03:34+00', 'read', 'planning', '01869c2f-7000-7c7d-9982-7ed62ed70862', 'ok', NULL, 'staff', '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', 'planner', NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '', 'portal-api', '35381748-d087-407f-a90f-25bede50c730', '{"to": "2026-12-04", "from": "2026-12-01", "route": "planning.of-client"}'),
	('01a21408-4299-7679-a946-279b1663ce59', 'cordaan', '2026-11-23 08:03:34+00', 'execute', 'claim', '01a21408-3784-74ed-982c-a5153d8dd30b', 'ok', NULL, 'staff', '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', 'planner', NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', '01a21408-3784-74ed-982c-a5153d8dd30b', '', 'portal-api', '14f03bac-bb15-45e5-8b8b-b983216bfbff', '{"route": "cases.claim", "takeOver": false}'),
	('01a21408-456c-753f-be3f-8e5ef305e397', 'cordaan', '2026-11-23 08:03:34+00', 'execute', 'absence-decision', '01a21408-3738-720d-b090-817ecac95993', 'ok', NULL, 'staff', '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', 'planner', NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', '01a21408-3784-74ed-982c-a5153d8dd30b', '', 'portal-api', '2dda25d8-5c27-4a68-ac49-b84991c97e8d', '{"kept": [], "moved": [], "route": "absences.decide", "decided": 1, "cancelled": ["01a1a592-7000-7d78-bda8-2d95bda9068b"]}'),
	('01a21408-4787-750f-a2ba-128e4fcd403c', 'cordaan', '2026-11-23 08:03:34+00', 'execute', 'contact-request-reply', '01a21408-3adb-74b5-9402-c4d090795d2e', 'ok', NULL, 'staff', '01869c2f-7000-7a8f-887d-0f4215378104', 'care-manager', NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', '01a21408-3adb-74b5-9402-c8e40f209edc', '', 'portal-api', 'd25d1632-11e0-4386-bd4f-b13a30999997', '{"route": "contact-requests.reply"}'),
	('01a21408-4864-725c-9e00-87ddaaf30b54', 'cordaan', '2026-11-23 08:03:34+00', 'execute', 'claim', '01a21408-38a7-72ea-bf82-dd8a1d7cd537', 'ok', NULL, 'staff', '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', 'planner', NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', '01a21408-38a7-72ea-bf82-dd8a1d7cd537', '', 'portal-api', 'da8a6bbe-a9ec-464a-912f-ec7b84ed657d', '{"route": "cases.claim", "takeOver": false}'),
	('01a21408-4974-72d5-afb5-0f9e4e428fcc', 'cordaan', '2026-11-23 08:03:34+00', 'execute', 'caller-verification', '018ead45-8c00-7383-9301-bd482485599f', 'ok', NULL, 'staff', '01869c2f-7000-7bed-adf7-7544f30c875f', 'helpdesk', NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '', 'portal-api', 'e0c3be34-e423-421b-be18-769f596caeee', '{"act": "reset-password", "route": "accounts.start-verification", "channel": "sms"}'),
	('01a21408-4a55-738d-8fa0-4ec20a1bf292', 'cordaan', '2026-11-23 08:03:34+00', 'execute', 'caller-verification', '018ead45-8c00-7383-9301-bd482485599f', 'ok', NULL, 'staff', '01869c2f-7000-7bed-adf7-7544f30c875f', 'helpdesk', NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '', 'portal-api', 'eeab1dd0-7f23-4a2f-97cf-643dbbe16443', '{"act": "reset-password", "route": "accounts.check-verification", "verificationId": "01a21408-495d-7219-806a-217dd281ae85"}'),
	('01a21408-4bf4-72de-be17-61d4abc9239b', 'cordaan', '2026-11-23 08:03:34+00', 'execute', 'password-reset', '018ead45-8c00-7383-9301-bd482485599f', 'ok', NULL, 'staff', '01869c2f-7000-7bed-adf7-7544f30c875f', 'helpdesk', NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '', 'portal-api', 'bd77a375-515f-4995-ac36-0db1fa83b7af', '{"route": "accounts.reset-password", "method": "link", "reason": "belde, weet het niet meer", "devices": 0, "sessions": 1}'),
	('019ab000-0000-7000-8000-000000000001', 'cordaan', '2026-11-23 08:03:34+00', 'read', 'case', NULL, 'ok', NULL, 'system', NULL, NULL, NULL, NULL, NULL, '', 'portal-api', 'wacht', '{}');

INSERT INTO public.audit_pending VALUES
	('019ab000-0000-7000-8000-000000000001', 'cordaan');

INSERT INTO public.caller_verifications VALUES
	('01a21408-495d-7219-806a-217dd281ae85', 'cordaan', '018ead45-8c00-7383-9301-bd482485599f', '01869c2f-7000-7bed-adf7-7544f30c875f', 'reset-password', 'sms', 'p9NJg9zso3YkVTHMqvdORP3k4pJZbGdwBazv-_MTsmE', '2026-11-23 08:13:34+00', 0, NULL, '7d813f15-8263-41eb-8f70-b9e267782b27', '2026-11-23 08:13:34+00', '2026-11-23 08:03:34+00', '2026-11-23 08:03:34+00');

INSERT INTO public.caregivers VALUES
	('01869c2f-7000-7ce0-95de-265bf2782b32', 'cordaan', 'Danny Wouters', 'Danny', '{"HV 1","HV 2"}', 2160, '{1,2,3,4,5}', 450, 1050, true),
	('01869c2f-7000-76d9-be2c-45bfe75f2277', 'cordaan', 'Bobbie van de Pol', 'Bobbie', '{"HV 1","HV 2"}', 1440, '{1,3,4,5}', 450, 1050, true),
	('01869c2f-7000-7d73-89e9-938282e7e77a', 'cordaan', 'Inaya Kok', 'Inaya', '{"HV 1"}', 1200, '{2,3,4,5}', 450, 1050, true),
	('01869c2f-7000-7879-834f-ced8787f21f4', 'cordaan', 'Kian Jansen', 'Kian', '{"HV 1","HV 2"}', 1440, '{2,3,4}', 450, 1050, true),
	('01869c2f-7000-778c-82b0-82da4b62b45a', 'cordaan', 'Xavi van der Laan', 'Xavi', '{"HV 1","HV 2"}', 1920, '{1,3,4,5}', 450, 1050, true),
	('01869c2f-7000-7970-abe6-3bca22886251', 'cordaan', 'Noëlla Janssen', 'Noëlla', '{"HV 1"}', 1440, '{1,3,5}', 450, 1050, true),
	('01869c2f-7000-7359-a187-a90d0beb1dbc', 'axxicom', 'Mas Hofman', 'Mas', '{"HV 1","HV 2"}', 1440, '{1,3,5}', 450, 1050, true),
	('01869c2f-7000-7367-8465-07f1750b7b1f', 'axxicom', 'Chelsey Meyer', 'Chelsey', '{"HV 1"}', 1200, '{1,2,3,4}', 450, 1050, true),
	('01869c2f-7000-75d0-af31-98a5f1edf2dd', 'axxicom', 'Juliette Oosterhuis-van Dongen', 'Juliette', '{"HV 1","HV 2"}', 1200, '{1,3,5}', 450, 1050, true),
	('01869c2f-7000-7f97-b0e5-65d18cf315da', 'axxicom', 'Maartje de Bruyn-van de Velden', 'Maartje', '{"HV 1","HV 2"}', 1440, '{1,2,3,4,5}', 450, 1050, true),
	('01869c2f-7000-75cb-8692-dce4a59ead70', 'axxicom', 'Sem van den Heuvel', 'Sem', '{"HV 1","HV 2"}', 1200, '{1,3,4,5}', 450, 1050, true),
	('01869c2f-7000-7d90-b5c2-39bba1e94e29', 'axxicom', 'Féline van Vliet', 'Féline', '{"HV 1","HV 2"}', 1200, '{1,2,4,5}', 450, 1050, true),
	('01869c2f-7000-7963-a426-2c55426617f6', 'axxicom', 'Britt Vink-van Dijk', 'Britt', '{"HV 1","HV 2"}', 1440, '{2,3,4}', 450, 1050, true),
	('01869c2f-7000-7a55-8052-92fe389ce40f', 'axxicom', 'Kacper Groen', 'Kacper', '{"HV 1","HV 2"}', 1440, '{1,3,5}', 450, 1050, true),
	('01869c2f-7000-74d2-91c6-49c37cbfab45', 'zuyderland', 'Jessie Blom', 'Jessie', '{PV,VP}', 1440, '{0,1,3,4,5}', 420, 930, true),
	('01869c2f-7000-7170-9bbe-3019bc32ca96', 'zuyderland', 'Lorena van Dijk', 'Lorena', '{PV,VP,BG}', 1920, '{1,2,3,4}', 600, 1140, true),
	('01869c2f-7000-73d6-b52e-a7f53b254d05', 'zuyderland', 'Jule de Bruyn', 'Jule', '{PV,BG}', 1920, '{2,3,4,5,6}', 600, 1140, true),
	('01869c2f-7000-7570-bf72-409431830352', 'zuyderland', 'Hailey Verhoeven', 'Hailey', '{PV,VP}', 1920, '{1,3,4,5}', 420, 930, true),
	('01869c2f-7000-73a2-87b2-dd95057bb326', 'zuyderland', 'Quinn Hofman', 'Quinn', '{PV,VP}', 1680, '{1,2,4,5}', 600, 1140, true),
	('01869c2f-7000-7b6b-9109-3aefe173dc59', 'zuyderland', 'Miley van de Pol', 'Miley', '{PV,VP,BG}', 1440, '{0,1,2,3,4}', 420, 930, true),
	('01869c2f-7000-7abf-8fef-9abb3cc24cb6', 'laurens', 'Ruben Hendriks', 'Ruben', '{PV,VP,BG}', 1440, '{1,2,3,4,5,6}', 600, 1140, true),
	('01869c2f-7000-7f26-b86c-d9592a280466', 'laurens', 'Albert Jacobs', 'Albert', '{PV,VP,BG}', 1920, '{0,1,3,4,5}', 420, 930, true),
	('01869c2f-7000-7f9e-9279-0548e90ee4a7', 'laurens', 'Zeynep Molenaar', 'Zeynep', '{PV,VP,BG}', 1440, '{1,2,3,4,5,6}', 600, 1140, true),
	('01869c2f-7000-7221-8b6a-48feaf602895', 'laurens', 'Loa Molenaar', 'Loa', '{PV}', 1920, '{0,2,3,4,5}', 420, 930, true),
	('01869c2f-7000-7944-ae0d-a73c3e1ca14f', 'laurens', 'Bowie Molenaar', 'Bowie', '{PV,BG}', 1440, '{1,2,3,4,5,6}', 420, 930, true),
	('01869c2f-7000-78f4-b8bf-c9b8ce3d6a2d', 'laurens', 'Roos van der Linden', 'Roos', '{PV,BG}', 1440, '{1,3,5}', 420, 930, true),
	('01869c2f-7000-7ddf-a2a7-656e05587232', 'laurens', 'Lex Dijkstra', 'Lex', '{PV,VP,BG}', 1440, '{1,3,4,5,6}', 600, 1140, true);

INSERT INTO public.case_counters VALUES
	('cordaan', 'contact-requests', 'changed', 0),
	('cordaan', 'absences', 'late-notice', 0),
	('cordaan', 'absences', 'open-end', 0),
	('axxicom', 'absences', 'changed', 0),
	('cordaan', 'accounts', 'bounced', 0),
	('cordaan', 'accounts', 'call', 1),
	('cordaan', 'accounts', '*', 1),
	('cordaan', 'accounts', 'blocked', 0),
	('cordaan', 'absences', 'admission', 1),
	('cordaan', 'absences', 'changed', 1),
	('cordaan', 'absences', '*', 2),
	('cordaan', 'contact-requests', '*', 2),
	('axxicom', 'contact-requests', 'changed', 0),
	('axxicom', 'contact-requests', '*', 2),
	('axxicom', 'absences', 'open-end', 0),
	('axxicom', 'absences', '*', 1),
	('axxicom', 'absences', 'admission', 0),
	('axxicom', 'absences', 'late-notice', 0),
	('axxicom', 'accounts', 'bounced', 0),
	('axxicom', 'accounts', 'call', 1),
	('axxicom', 'accounts', '*', 1),
	('axxicom', 'accounts', 'blocked', 0),
	('zuyderland', 'accounts', 'bounced', 0),
	('zuyderland', 'accounts', 'invitation', 1),
	('zuyderland', 'accounts', 'call', 0),
	('zuyderland', 'accounts', 'no-code', 0),
	('zuyderland', 'accounts', '*', 1),
	('zuyderland', 'accounts', 'blocked', 0),
	('laurens', 'accounts', 'bounced', 0),
	('laurens', 'accounts', 'invitation', 1),
	('laurens', 'accounts', 'call', 0),
	('laurens', 'accounts', 'no-code', 0),
	('laurens', 'accounts', '*', 1),
	('laurens', 'accounts', 'blocked', 0),
	('careflex', 'accounts', 'bounced', 0),
	('careflex', 'accounts', 'invitation', 0),
	('zuyderland', 'contact-requests', 'changed', 0),
	('zuyderland', 'contact-requests', 'message', 0),
	('zuyderland', 'contact-requests', '*', 1),
	('zuyderland', 'contact-requests', 'care-signal', 1),
	('careflex', 'accounts', 'blocked', 0),
	('careflex', 'accounts', '*', 0),
	('careflex', 'accounts', 'call', 0),
	('careflex', 'contact-requests', 'changed', 0),
	('careflex', 'contact-requests', '*', 4),
	('careflex', 'contact-requests', 'project', 4);

INSERT INTO public.cases VALUES
	('0178cc0b-0ea0-7659-9c8f-734dc96b1492', 'cordaan', 'absences', 'AM-20301', 'closed', '0178cc0b-0ea0-78df-9508-9243949b7871', 2, '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '018ead45-8c00-7383-9301-bd482485599f', 'Mevr. C. Test', 'Test, C.', 104102, '{}', '{"queue": "absences", "notice": {"days": "several", "type": "holiday", "endDate": "2021-05-19", "endTime": null, "wholeDay": true, "startDate": "2021-05-14", "startTime": null, "endDateKnown": true}, "firstVisit": null, "visitCount": 0, "lateWorkingDays": null}', '2021-04-13 16:23:00+00', '2021-05-13 22:00:00+00', '2021-04-14 07:23:00+00', '01869c2f-7000-71cc-9d03-a05507c34e5d', NULL, NULL, NULL, NULL, ''),
	('0178cf49-70c0-7346-b688-3280734dc40a', 'cordaan', 'contact-requests', 'CV-31701', 'closed', '0178cf49-70c0-7d69-9cf3-f91359f1b0e7', 2, '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '018ead45-8c00-7383-9301-bd482485599f', 'Mevr. C. Test', 'Test, C.', 104102, '{}', '{"kind": "contact-request", "queue": "contact-requests", "excerpt": "Ik vind het fijn dat ik een vaste huishoudelijke hulp heb. Dit wil ik graag zo houden.", "subject": "household-help"}', '2021-04-14 07:30:00+00', '2021-04-16 15:00:00+00', '2021-04-14 10:30:00+00', '01869c2f-7000-7a8f-887d-0f4215378104', NULL, NULL, NULL, NULL, ''),
	('01a0e0b9-fb40-764c-b8f5-51494e17e7ca', 'cordaan', 'accounts', 'TA-4101', 'closed', '0190d44e-0000-7ae5-996d-d522c6a74cf0', 1, '01869c2f-7000-7f97-80bb-9f6baa3cb4b2', NULL, '0190d44e-0000-7ae5-996d-d522c6a74cf0', 'Mevr. S. Willems', 'Willems, S.', 104859, '{}', '{"queue": "accounts", "reason": "blocked", "userName": "s.willems@brievenbus.example", "portalUserId": "0190d44e-0000-7ae5-996d-d522c6a74cf0"}', '2026-09-27 02:38:00+00', '2026-09-28 15:00:00+00', '2026-09-27 13:38:00+00', '01869c2f-7000-7bed-adf7-7544f30c875f', NULL, NULL, NULL, 'blocked', ''),
	('01869c2f-7000-74b7-b97f-d41bc700b18a', 'cordaan', 'absences', 'AM-20351', 'open', '01869c2f-7000-731d-8a8b-6367b3bf667e', 1, '01869c2f-7000-746d-b2c4-c46f9c0be5d9', NULL, '018a73ce-1400-7faa-afa3-b5ab2dac369e', 'Dhr. T. Driessen', 'Driessen, T.', 105026, '{}', '{"queue": "absences", "notice": {"days": "one", "type": "holiday", "endDate": null, "endTime": null, "wholeDay": true, "startDate": "2026-11-20", "startTime": null, "endDateKnown": true}, "firstVisit": {"date": "2026-11-20", "startTime": "14:30"}, "visitCount": 1, "lateWorkingDays": null}', '2026-11-12 07:29:53+00', '2026-11-20 13:30:00+00', NULL, NULL, NULL, NULL, NULL, NULL, ''),
	('01869c2f-7000-70f9-bd9a-ffac61c5bfbf', 'cordaan', 'contact-requests', 'CV-31789', 'open', '01869c2f-7000-7aa4-9b90-f4560de015cb', 1, '01869c2f-7000-7451-8152-f9da112ac9b9', NULL, '01892a37-1400-7fd4-b679-d57b788f71e6', 'Dhr. C. van de Meer', 'Meer, C. van de', 105292, '{}', '{"kind": "contact-request", "queue": "contact-requests", "excerpt": "Goedemorgen, kan mijn hulp volgende week een dag later komen? Op dinsdag moet ik naar de oogarts. Ik wil graag wel Inaya houden.", "subject": "planning"}', '2026-11-16 10:44:17+00', '2026-11-18 16:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, ''),
	('01869c2f-7000-7d28-accc-fa5d931e955e', 'cordaan', 'accounts', 'TA-4119', 'open', '018dc587-6000-7b62-9d2a-487ee53c73d5', 1, '01869c2f-7000-77b0-8db1-048a2a5a6560', NULL, '018dc587-6000-7b62-9d2a-487ee53c73d5', 'Dhr. Z. van den Heuvel', 'Heuvel, Z. van den', 105070, '{call}', '{"queue": "accounts", "reason": "call", "userName": "brief105070", "portalUserId": "018dc587-6000-7b62-9d2a-487ee53c73d5"}', '2026-11-17 14:26:47+00', '2026-11-18 16:00:00+00', NULL, NULL, NULL, NULL, NULL, 'call', 'Belt: heeft de brief met het wachtwoord weggegooid.'),
	('01a0d974-b6e0-78f0-a4cc-62e48598679e', 'axxicom', 'contact-requests', 'CV-31701', 'closed', '01a0d974-b6e0-7837-a26e-63fd7489d6ef', 2, '01869c2f-7000-7fbf-8e41-6f2f9384b56b', NULL, '01908c34-f800-7120-8b5e-6d9a1e5479c1', 'Mevr. A. van de Brink', 'Brink, A. van de', 201355, '{}', '{"kind": "contact-request", "queue": "contact-requests", "excerpt": "Waar kan ik een ander telefoonnummer invullen?", "subject": "portal"}', '2026-09-25 16:45:00+00', '2026-09-29 15:00:00+00', '2026-09-26 05:07:00+00', '01869c2f-7000-7043-81da-f98686dbab96', NULL, NULL, NULL, NULL, ''),
	('01a0db23-ed80-7339-93c6-bbb92ba8914d', 'axxicom', 'accounts', 'TA-4101', 'closed', '019169a6-6c00-7465-8a2a-2e5c9185ebb6', 1, '01869c2f-7000-772d-90ac-2cbfc382683d', NULL, '019169a6-6c00-7465-8a2a-2e5c9185ebb6', 'Dhr. L. de Bruyn', 'Bruyn, L. de', 200446, '{}', '{"queue": "accounts", "reason": "blocked", "userName": "l.debruyn@post.example", "portalUserId": "019169a6-6c00-7465-8a2a-2e5c9185ebb6"}', '2026-09-26 00:36:00+00', '2026-09-28 15:00:00+00', '2026-09-26 12:13:00+00', '01869c2f-7000-7715-a2bf-b159d4c04c83', NULL, NULL, NULL, 'blocked', ''),
	('01a15784-2340-7e33-89a8-858c7c4e321d', 'axxicom', 'absences', 'AM-20301', 'closed', '01a15784-2340-736c-8f05-01044d9adacc', 2, '01869c2f-7000-78e4-928d-1fc2e31ac629', NULL, '01902f82-8000-7190-ad43-76fbf1bd5b53', 'Mevr. L. de Boer', 'Boer, L. de', 201417, '{}', '{"queue": "absences", "notice": {"days": "one", "type": "health-risk", "endDate": null, "endTime": null, "wholeDay": true, "startDate": "2026-10-26", "startTime": null, "endDateKnown": true}, "firstVisit": {"date": "2026-10-26", "startTime": "08:30"}, "visitCount": 1, "lateWorkingDays": null}', '2026-10-20 04:14:00+00', '2026-10-26 07:30:00+00', '2026-10-20 09:03:00+00', NULL, NULL, NULL, NULL, NULL, ''),
	('01a15896-cbc0-788c-8f25-19777c319aa2', 'axxicom', 'contact-requests', 'CV-31750', 'closed', '01a15896-cbc0-761b-9be6-ec4f8c2375dc', 2, '01869c2f-7000-772d-90ac-2cbfc382683d', NULL, '019169a6-6c00-7465-8a2a-2e5c9185ebb6', 'Dhr. L. de Bruyn', 'Bruyn, L. de', 200446, '{}', '{"kind": "contact-request", "queue": "contact-requests", "excerpt": "Hoort het strijken ook bij mijn hulp? In de brief staat het niet duidelijk.", "subject": "indication"}', '2026-10-20 09:14:00+00', '2026-10-22 15:00:00+00', '2026-10-21 07:12:00+00', '01869c2f-7000-7043-81da-f98686dbab96', NULL, NULL, NULL, NULL, ''),
	('01a1c442-93e0-7c12-8115-f699177306eb', 'axxicom', 'absences', 'AM-20348', 'closed', '01a1c442-93e0-7ebf-84eb-dbef4cb600c7', 2, '01869c2f-7000-7fbf-8e41-6f2f9384b56b', NULL, '01908c34-f800-7120-8b5e-6d9a1e5479c1', 'Mevr. A. van de Brink', 'Brink, A. van de', 201355, '{late-notice}', '{"queue": "absences", "notice": {"days": "several", "type": "health-risk", "endDate": "2026-11-15", "endTime": null, "wholeDay": true, "startDate": "2026-11-11", "startTime": null, "endDateKnown": true}, "firstVisit": {"date": "2026-11-11", "startTime": "10:00"}, "visitCount": 2, "lateWorkingDays": 0}', '2026-11-10 07:01:00+00', '2026-11-11 09:00:00+00', '2026-11-10 09:00:00+00', '01869c2f-7000-71cc-9d03-a05507c34e5d', NULL, NULL, NULL, NULL, ''),
	('01869c2f-7000-7c97-9a6d-475c1fc75d30', 'axxicom', 'absences', 'AM-20354', 'open', '01869c2f-7000-7e16-931e-ee64dc2f6ec0', 1, '01869c2f-7000-7e33-81d2-bd30579a4a3c', NULL, '01938662-2800-7431-8849-959fa86a2bd7', 'Dhr. M. Driessen', 'Driessen, M.', 201124, '{}', '{"queue": "absences", "notice": {"days": "several", "type": "health-risk", "endDate": "2026-11-27", "endTime": null, "wholeDay": true, "startDate": "2026-11-23", "startTime": null, "endDateKnown": true}, "firstVisit": {"date": "2026-11-23", "startTime": "13:30"}, "visitCount": 1, "lateWorkingDays": null}', '2026-11-12 13:03:27+00', '2026-11-23 12:30:00+00', NULL, NULL, NULL, NULL, NULL, NULL, ''),
	('01869c2f-7000-7073-8be9-6920045580e7', 'axxicom', 'contact-requests', 'CV-31788', 'open', '01869c2f-7000-70e7-b29c-3c789094e74c', 1, '01869c2f-7000-7177-9916-058b18eebfca', NULL, '01938662-2800-7e69-83bc-61c6a04a9e34', 'Mevr. A. Bijl', 'Bijl, A.', 201080, '{}', '{"kind": "contact-request", "queue": "contact-requests", "excerpt": "Het Cliëntdossier is leeg. Hoort dat zo?", "subject": "portal"}', '2026-11-16 11:42:15+00', '2026-11-18 16:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, ''),
	('01869c2f-7000-730e-b71f-81ef7e637c9c', 'axxicom', 'accounts', 'TA-4121', 'open', '0189491d-3c00-70d8-a65c-68b3dc3ad88f', 1, '01869c2f-7000-7816-aa26-b328882e2342', NULL, '0189491d-3c00-70d8-a65c-68b3dc3ad88f', 'Dhr. B. van der Linden', 'Linden, B. van der', 200885, '{call}', '{"queue": "accounts", "reason": "call", "userName": "brief200885", "portalUserId": "0189491d-3c00-70d8-a65c-68b3dc3ad88f"}', '2026-11-17 06:40:32+00', '2026-11-18 16:00:00+00', NULL, NULL, NULL, NULL, NULL, 'call', 'Belt: heeft de brief met het wachtwoord weggegooid.'),
	('01869c2f-7000-72d0-b595-9e5c5a379301', 'axxicom', 'contact-requests', 'CV-31813', 'open', '01869c2f-7000-7903-a0de-13e85e41a736', 1, '01869c2f-7000-7e33-81d2-bd30579a4a3c', NULL, '01938662-2800-7431-8849-959fa86a2bd7', 'Dhr. M. Driessen', 'Driessen, M.', 201124, '{}', '{"kind": "contact-request", "queue": "contact-requests", "excerpt": "Mijn indicatie loopt bijna af. Moet ik zelf iets doen of regelt u dat?", "subject": "indication"}', '2026-11-20 13:50:04+00', '2026-11-24 16:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, ''),
	('01a0d553-47c0-7d16-a35f-bf739dbb12f0', 'zuyderland', 'contact-requests', 'CV-31701', 'closed', '01a0d553-47c0-797b-a878-022c8a0c0fa7', 2, '01869c2f-7000-7399-8b37-12d9bf31fef0', NULL, '018fd2d0-0800-7dd9-a2b9-90ecd54be3f1', 'Dhr. F. Hofman', 'Hofman, F.', 312164, '{message}', '{"kind": "message", "queue": "contact-requests", "excerpt": "Zou u willen nakijken of de bril van mijn man in de kamer ligt? Hij is hem kwijt.", "subject": "message"}', '2026-09-24 21:30:00+00', '2026-09-28 15:00:00+00', '2026-09-25 10:17:00+00', '01869c2f-7000-74ac-a913-322d44cb689f', NULL, NULL, NULL, NULL, ''),
	('01a0d7c7-5500-744a-94be-4d4498b22542', 'zuyderland', 'accounts', 'TA-4101', 'closed', '01889f2b-6000-7123-8614-083b4d6c23ee', 1, '01869c2f-7000-76fa-a97f-8d7b4b342b30', NULL, '01889f2b-6000-7123-8614-083b4d6c23ee', 'Alicia de Corte', 'Corte, Alicia de', 311586, '{}', '{"queue": "accounts", "reason": "blocked", "userName": "a.decorte", "portalUserId": "01889f2b-6000-7123-8614-083b4d6c23ee"}', '2026-09-25 08:56:00+00', '2026-09-28 15:00:00+00', '2026-09-25 10:23:00+00', '01869c2f-7000-7afa-9e0e-bdaafa010b2c', NULL, NULL, NULL, 'blocked', ''),
	('01a11ec6-6180-746f-b7a3-9fb10fbc94df', 'zuyderland', 'accounts', 'TA-4104', 'closed', '01888045-3800-7e8a-9062-5df4cc4688bb', 1, '01869c2f-7000-786e-b95d-282090f679ce', NULL, '01888045-3800-7e8a-9062-5df4cc4688bb', 'Anouar van der Heijden', 'Heijden, Anouar van der', 311536, '{}', '{"queue": "accounts", "reason": "blocked", "userName": "a.vanderheijden", "portalUserId": "01888045-3800-7e8a-9062-5df4cc4688bb"}', '2026-10-09 03:48:00+00', '2026-10-12 15:00:00+00', '2026-10-09 07:40:00+00', '01869c2f-7000-7afa-9e0e-bdaafa010b2c', NULL, NULL, NULL, 'blocked', ''),
	('01869c2f-7000-7eee-9e68-7c145d8defce', 'zuyderland', 'contact-requests', 'CV-31786', 'open', '01869c2f-7000-71d5-87e5-7ef7998c75c4', 1, '01869c2f-7000-786e-b95d-282090f679ce', NULL, '01888045-3800-7e8a-9062-5df4cc4688bb', 'Dhr. I. de Wit', 'Wit, I. de', 311536, '{care-signal}', '{"kind": "care-signal", "queue": "contact-requests", "excerpt": "Klaagt over duizeligheid bij het opstaan, vooral in de ochtend.", "subject": "care-signal"}', '2026-11-16 13:57:00+00', '2026-11-18 16:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, ''),
	('01869c2f-7000-75e9-b6b7-7691bea410c6', 'zuyderland', 'accounts', 'TA-4120', 'open', '018fe243-1c00-7016-a65a-253902739509', 1, '01869c2f-7000-74f1-9172-c4809d3a8400', NULL, '018fe243-1c00-7016-a65a-253902739509', 'Musa Wagenaar', 'Wagenaar, Musa', 312043, '{invitation}', '{"queue": "accounts", "reason": "invitation-expired", "userName": "m.wagenaar", "portalUserId": "018fe243-1c00-7016-a65a-253902739509"}', '2026-11-17 10:00:11+00', '2026-11-18 16:00:00+00', NULL, NULL, NULL, NULL, NULL, 'invitation-expired', ''),
	('01a0e670-1420-7aea-9f31-6477c020d211', 'laurens', 'accounts', 'TA-4101', 'closed', '018b3ca6-1800-76d6-b58f-c547b718aa0c', 1, '01869c2f-7000-75b1-8326-32852da8050a', NULL, '018b3ca6-1800-76d6-b58f-c547b718aa0c', 'Damin van der Velde', 'Velde, Damin van der', 118881, '{}', '{"queue": "accounts", "reason": "blocked", "userName": "d.vandervelde2", "portalUserId": "018b3ca6-1800-76d6-b58f-c547b718aa0c"}', '2026-09-28 05:15:00+00', '2026-09-29 15:00:00+00', '2026-09-29 00:55:00+00', '01869c2f-7000-7f89-8137-32ed5ade1618', NULL, NULL, NULL, 'blocked', ''),
	('01869c2f-7000-7933-8737-8611d54c4d46', 'laurens', 'accounts', 'TA-4120', 'open', '018ce815-ec00-7c3a-b697-3b0a2b67e473', 1, '01869c2f-7000-7aa2-8bf4-dcc01620629e', NULL, '018ce815-ec00-7c3a-b697-3b0a2b67e473', 'Amin Visser', 'Visser, Amin', 119038, '{invitation}', '{"queue": "accounts", "reason": "invitation-expired", "userName": "a.visser2", "portalUserId": "018ce815-ec00-7c3a-b697-3b0a2b67e473"}', '2026-11-17 07:11:03+00', '2026-11-18 16:00:00+00', NULL, NULL, NULL, NULL, NULL, 'invitation-expired', ''),
	('01a0d39e-92e0-7c3a-937b-cae4143b833c', 'careflex', 'contact-requests', 'CV-31701', 'closed', '01a0d39e-92e0-77e8-aea4-b679fd2cb245', 2, NULL, '01869c2f-7000-72a1-a1ed-53dbb716e24e', '01940c47-8000-7d6c-8640-e378492bddf0', 'Woonzorg Brinkmans', 'Brinkmans, Woonzorg', NULL, '{project}', '{"kind": "project-question", "queue": "contact-requests", "excerpt": "Wij willen dit project met drie maanden verlengen. Wat heeft u van ons nodig?", "subject": "project"}', '2026-09-24 13:33:00+00', '2026-09-28 15:00:00+00', '2026-09-25 11:18:00+00', '01869c2f-7000-75ea-91fd-3f95603ecd78', NULL, NULL, NULL, NULL, ''),
	('01a0d417-6c60-7410-b6a4-7c45f3636faa', 'careflex', 'contact-requests', 'CV-31702', 'closed', '01a0d417-6c60-76d7-86fb-a17d91f48276', 2, NULL, NULL, '0186c562-5000-742c-bf61-a3849ada6407', 'Beschermd wonen Klefburg', 'Klefburg, Beschermd wonen', NULL, '{project}', '{"kind": "project-question", "queue": "contact-requests", "excerpt": "Verzorgt u ook scholing over omgaan met agressie? We zoeken iets voor tien mensen.", "subject": "general"}', '2026-09-24 15:45:00+00', '2026-09-28 15:00:00+00', '2026-09-25 02:03:00+00', '01869c2f-7000-78e4-a731-ba2f14258f98', NULL, NULL, NULL, NULL, ''),
	('01a0d97f-b360-79c1-a4e5-7c617fae5092', 'careflex', 'contact-requests', 'CV-31703', 'closed', '01a0d97f-b360-7d99-aee6-0113ab2d113d', 2, NULL, '01869c2f-7000-7f56-8d84-dca84b99fc15', '018c3e24-1000-787d-910c-7206e44964dc', 'Zorgboerderij Gaastmarvliet', 'Gaastmarvliet, Zorgboerderij', NULL, '{project}', '{"kind": "project-question", "queue": "contact-requests", "excerpt": "Er was gisteren een incident op de groep. Wanneer kunnen we dat bespreken?", "subject": "project"}', '2026-09-25 16:57:00+00', '2026-09-29 15:00:00+00', '2026-09-26 12:44:00+00', '01869c2f-7000-75ea-91fd-3f95603ecd78', NULL, NULL, NULL, NULL, ''),
	('01a0ddde-79a0-79a0-b451-99d7530a776d', 'careflex', 'contact-requests', 'CV-31707', 'closed', '01a0ddde-79a0-7899-bfde-38a94df069e2', 2, NULL, NULL, '01875fe1-1800-7a70-a6f0-fd1d39fa3816', 'Beschermd wonen Wulpenbekhuizen', 'Wulpenbekhuizen, Beschermd wonen', NULL, '{project}', '{"kind": "project-question", "queue": "contact-requests", "excerpt": "Ons nieuwe bezoekadres klopt nog niet in het portaal. Wie past dat aan?", "subject": "general"}', '2026-09-26 13:19:00+00', '2026-09-29 15:00:00+00', '2026-09-26 23:07:00+00', '01869c2f-7000-75ea-91fd-3f95603ecd78', NULL, NULL, NULL, NULL, ''),
	('01869c2f-7000-7a8d-8b45-3ca3e3e1a233', 'careflex', 'contact-requests', 'CV-31795', 'open', '01869c2f-7000-7fa7-8147-2d6c90020d15', 1, NULL, NULL, '0191ef8b-c400-7222-bb65-32a61f8cbf1e', 'Zorgboerderij Anreepbergen', 'Anreepbergen, Zorgboerderij', NULL, '{project}', '{"kind": "project-question", "queue": "contact-requests", "excerpt": "Ons nieuwe bezoekadres klopt nog niet in het portaal. Wie past dat aan?", "subject": "general"}', '2026-11-19 10:41:03+00', '2026-11-23 16:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, ''),
	('01869c2f-7000-7537-9ec7-89a6b585b017', 'careflex', 'contact-requests', 'CV-31789', 'open', '01869c2f-7000-7d85-ac01-5363e6278c81', 1, NULL, '01869c2f-7000-7eb4-84f7-d2f8669ee180', '019237a4-cc00-7fbe-a896-4bada2d8c07e', 'Woonzorg Wielseswaerd', 'Wielseswaerd, Woonzorg', NULL, '{project}', '{"kind": "project-question", "queue": "contact-requests", "excerpt": "Kunt u het aantal uren van de afgelopen maand sturen? Het sluit niet aan bij onze telling.", "subject": "project"}', '2026-11-16 15:53:09+00', '2026-11-18 16:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, ''),
	('01869c2f-7000-71ec-8b1b-81246ef6daa3', 'careflex', 'contact-requests', 'CV-31792', 'open', '01869c2f-7000-7285-a0d5-5711e40611e1', 1, NULL, '01869c2f-7000-723d-a4bb-d21991d023f5', '019284e4-3000-7f13-80d9-ef1da071d21f', 'Dagopvang Hijkenambacht', 'Hijkenambacht, Dagopvang', NULL, '{project}', '{"kind": "project-question", "queue": "contact-requests", "excerpt": "Wij verwachten twee nieuwe bewoners. Heeft dat gevolgen voor de bezetting?", "subject": "project"}', '2026-11-17 17:44:35+00', '2026-11-19 16:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, ''),
	('01869c2f-7000-71b8-a507-c2198f1b22fa', 'careflex', 'contact-requests', 'CV-31797', 'open', '01869c2f-7000-7711-8c11-cb07d399bfb5', 1, NULL, NULL, '019352e2-9000-7c1a-9820-5954a831bbdb', 'Woonzorg Magrettemeer', 'Magrettemeer, Woonzorg', NULL, '{project}', '{"kind": "project-question", "queue": "contact-requests", "excerpt": "Onze contactpersoon is gewisseld. Hoe geven wij de nieuwe collega toegang?", "subject": "general"}', '2026-11-19 13:43:30+00', '2026-11-23 16:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, ''),
	('01a21408-3bdb-7315-aa2e-e12c2ed2ed18', 'cordaan', 'contact-requests', 'CV-31835', 'open', '01a21408-3bda-7223-9c17-aa8d1a1d5f40', 1, '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '018ead45-8c00-7383-9301-bd482485599f', 'Mevr. C. Test', 'Test, C.', 104102, '{}', '{"kind": "contact-request", "queue": "contact-requests", "excerpt": "Hoe verander ik mijn telefoonnummer?", "subject": "portal"}', '2026-11-23 08:03:04+00', '2026-11-25 16:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, ''),
	('01a21408-3784-74ed-982c-a5153d8dd30b', 'cordaan', 'absences', 'AM-20385', 'closed', '01a21408-3738-720d-b090-817ecac95993', 2, '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '018ead45-8c00-7383-9301-bd482485599f', 'Mevr. C. Test', 'Test, C.', 104102, '{}', '{"queue": "absences", "notice": {"days": "several", "type": "holiday", "endDate": "2026-12-04", "endTime": null, "wholeDay": true, "startDate": "2026-12-01", "startTime": null, "endDateKnown": true}, "firstVisit": {"date": "2026-12-02", "startTime": "09:00"}, "visitCount": 1, "lateWorkingDays": null}', '2026-11-23 08:03:04+00', '2026-12-02 08:00:00+00', '2026-11-23 08:03:34+00', '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', NULL, NULL, NULL, NULL, ''),
	('01a21408-3adb-74b5-9402-c8e40f209edc', 'cordaan', 'contact-requests', 'CV-31834', 'closed', '01a21408-3adb-74b5-9402-c4d090795d2e', 2, '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '018ead45-8c00-7383-9301-bd482485599f', 'Mevr. C. Test', 'Test, C.', 104102, '{}', '{"kind": "contact-request", "queue": "contact-requests", "excerpt": "Kan de hulp voortaan om negen uur komen?", "subject": "planning"}', '2026-11-23 08:03:04+00', '2026-11-25 16:00:00+00', '2026-11-23 08:03:34+00', '01869c2f-7000-7a8f-887d-0f4215378104', NULL, NULL, NULL, NULL, ''),
	('01a21408-38a7-72ea-bf82-dd8a1d7cd537', 'cordaan', 'absences', 'AM-20386', 'open', '01a21408-388b-74cc-81cb-ad38490c0bed', 2, '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '018ead45-8c00-7383-9301-bd482485599f', 'Mevr. C. Test', 'Test, C.', 104102, '{admission,changed}', '{"queue": "absences", "notice": {"days": "one", "type": "admission", "endDate": null, "endTime": "12:00", "wholeDay": false, "startDate": "2026-12-12", "startTime": "10:00", "endDateKnown": true}, "firstVisit": null, "visitCount": 0, "lateWorkingDays": null}', '2026-11-23 08:03:04+00', '2026-12-12 09:00:00+00', NULL, NULL, '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', '2026-11-23 08:03:34+00', '2026-11-23 08:05:34+00', NULL, '');

INSERT INTO public.clients VALUES
	('01869c2f-7000-7c7d-9982-7ed62ed70862', 'cordaan', 104102, 'Mevr. C. Test', 'Test, C.', '1932-03-04', 'Meryemgracht 129', '3769 GR', 'Struchtdorp', 'HV 1', 4, '{}', '01869c2f-7000-7ce0-95de-265bf2782b32', NULL, 1),
	('01869c2f-7000-7d86-9ec1-4cf4f2663eb6', 'cordaan', 104103, 'Dhr. A. Brandsma', 'Brandsma, A.', '1944-07-07', 'van den Bergplantsoen 151', '7699 VA', 'Steen', 'HV 1', 6, '{"Heeft een hond","Liefst in de middag"}', '01869c2f-7000-7879-834f-ced8787f21f4', NULL, 1),
	('01869c2f-7000-7f97-80bb-9f6baa3cb4b2', 'cordaan', 104859, 'Mevr. S. Willems', 'Willems, S.', '1947-05-23', 'Yusufdijk 41', '4949 PD', 'Goor', 'HV 1', 2, '{"Heeft een hond"}', '01869c2f-7000-778c-82b0-82da4b62b45a', NULL, 1),
	('01869c2f-7000-746d-b2c4-c46f9c0be5d9', 'cordaan', 105026, 'Dhr. T. Driessen', 'Driessen, T.', '1942-08-13', 'Dorianstraat 76', '9085 LC', 'Stokskebergen', 'HV 1', 3, '{}', '01869c2f-7000-76d9-be2c-45bfe75f2277', NULL, 1),
	('01869c2f-7000-77b0-8db1-048a2a5a6560', 'cordaan', 105070, 'Dhr. Z. van den Heuvel', 'Heuvel, Z. van den', '1952-01-28', 'Niekpark 58', '7101 XD', 'Kleinburen', 'HV 1', 2, '{"Liefst in de middag"}', '01869c2f-7000-7970-abe6-3bca22886251', NULL, 1),
	('01869c2f-7000-7451-8152-f9da112ac9b9', 'cordaan', 105292, 'Dhr. C. van de Meer', 'Meer, C. van de', '1946-06-20', 'van Leeuwenstraat 90', '9085 CD', 'Stokskebergen', 'HV 1', 3, '{}', '01869c2f-7000-7d73-89e9-938282e7e77a', NULL, 1),
	('01869c2f-7000-7b87-96c6-7890437dc86a', 'axxicom', 200300, 'Mevr. W. Terpstra', 'Terpstra, W.', '1936-01-29', 'Ninegracht 70', '5696 MH', 'Elsterenbuurt', 'HV 1', 2, '{}', '01869c2f-7000-7963-a426-2c55426617f6', NULL, 1),
	('01869c2f-7000-772d-90ac-2cbfc382683d', 'axxicom', 200446, 'Dhr. L. de Bruyn', 'Bruyn, L. de', '1939-12-10', 'de Koningweg 151', '3046 VC', 'Lallebuurt', 'HV 1', 3, '{"Graag eerst bellen, dan aanbellen"}', '01869c2f-7000-7359-a187-a90d0beb1dbc', NULL, 1),
	('01869c2f-7000-7816-aa26-b328882e2342', 'axxicom', 200885, 'Dhr. B. van der Linden', 'Linden, B. van der', '1936-01-29', 'van der Waldijk 5', '5696 XE', 'Elsterenbuurt', 'HV 1', 5, '{"Heeft een hond"}', '01869c2f-7000-7f97-b0e5-65d18cf315da', NULL, 1),
	('01869c2f-7000-7177-9916-058b18eebfca', 'axxicom', 201080, 'Mevr. A. Bijl', 'Bijl, A.', '1931-06-16', 'Maceplantsoen 130', '9696 MZ', 'Leekwoude', 'HV 1', 1.5, '{"Sleutel ligt bij de buren op nummer 12","Niet op donderdagmiddag"}', '01869c2f-7000-7d90-b5c2-39bba1e94e29', NULL, 1),
	('01869c2f-7000-7e33-81d2-bd30579a4a3c', 'axxicom', 201124, 'Dhr. M. Driessen', 'Driessen, M.', '1952-09-26', 'de Jongstraat 237', '9696 KD', 'Leekwoude', 'HV 1', 1.5, '{}', '01869c2f-7000-7367-8465-07f1750b7b1f', NULL, 1),
	('01869c2f-7000-7fbf-8e41-6f2f9384b56b', 'axxicom', 201355, 'Mevr. A. van de Brink', 'Brink, A. van de', '1952-07-15', 'Scholtengracht 106', '6183 BK', 'Haarsteegeind', 'HV 1', 4, '{}', '01869c2f-7000-75cb-8692-dce4a59ead70', NULL, 1),
	('01869c2f-7000-78e4-928d-1fc2e31ac629', 'axxicom', 201417, 'Mevr. L. de Boer', 'Boer, L. de', '1947-03-07', 'Aalbersstraat 52', '3046 VC', 'Lallebuurt', 'HV 1', 3.5, '{}', '01869c2f-7000-7a55-8052-92fe389ce40f', NULL, 1),
	('01869c2f-7000-79a4-958b-c2fc7039d648', 'zuyderland', 311002, 'Mevr. T. Essers', 'Essers, T.', '1955-07-24', 'Blomgracht 43', '7048 TG', 'Zuidzandebuurt', 'PV', 1, '{"Liefst in de ochtend"}', '01869c2f-7000-74d2-91c6-49c37cbfab45', NULL, 1),
	('01869c2f-7000-786e-b95d-282090f679ce', 'zuyderland', 311536, 'Dhr. I. de Wit', 'Wit, I. de', '1953-06-21', 'van Dampark 55', '7048 DP', 'Zuidzandebuurt', 'PV', 3, '{"Parkeren kan achter het huis"}', '01869c2f-7000-73a2-87b2-dd95057bb326', NULL, 1),
	('01869c2f-7000-76fa-a97f-8d7b4b342b30', 'zuyderland', 311586, 'Mevr. J. de Boer-Molenaar', 'Boer-Molenaar, J. de', '1946-04-17', 'Jamiedijk 49', '6092 KL', 'Paal', 'PV', 1.75, '{}', '01869c2f-7000-7570-bf72-409431830352', NULL, 1),
	('01869c2f-7000-74f1-9172-c4809d3a8400', 'zuyderland', 312043, 'Mevr. A. Bakker', 'Bakker, A.', '1950-01-07', 'Jelmerstraat 191', '7048 CV', 'Zuidzandebuurt', 'PV', 0.5, '{"Sleutel ligt bij de buren op nummer 12"}', '01869c2f-7000-7b6b-9109-3aefe173dc59', NULL, 1),
	('01869c2f-7000-7399-8b37-12d9bf31fef0', 'zuyderland', 312164, 'Dhr. F. Hofman', 'Hofman, F.', '1955-02-25', 'Angelinastraat 230', '6784 CM', 'Berik', 'PV', 3, '{}', '01869c2f-7000-73d6-b52e-a7f53b254d05', NULL, 1),
	('01869c2f-7000-735c-b31f-2e9a1e6c75f4', 'laurens', 118201, 'Mevr. T. Hofstra', 'Hofstra, T.', '1936-02-02', 'Gideonweg 239', '1980 DK', 'Wisse', 'PV', 2.58, '{}', '01869c2f-7000-7f26-b86c-d9592a280466', NULL, 1),
	('01869c2f-7000-753b-ace1-8b5feb9e990a', 'laurens', 118205, 'Dhr. F. de Boer', 'Boer, F. de', '1953-09-03', 'Postmapark 151', '6406 KV', 'Heldenbergen', 'PV', 1, '{"Parkeren kan achter het huis"}', '01869c2f-7000-78f4-b8bf-c9b8ce3d6a2d', NULL, 1),
	('01869c2f-7000-75b1-8326-32852da8050a', 'laurens', 118881, 'Dhr. F. Bakker', 'Bakker, F.', '1931-10-09', 'Sebstraat 138', '8866 ZE', 'Westerleesluis', 'PV', 1.25, '{"Sleutel ligt bij de buren op nummer 12"}', '01869c2f-7000-7ddf-a2a7-656e05587232', NULL, 1),
	('01869c2f-7000-7aa2-8bf4-dcc01620629e', 'laurens', 119038, 'Mevr. F. Smeets', 'Smeets, F.', '1937-09-14', 'van der Veldenplantsoen 62', '9101 RL', 'Santpoort', 'PV', 0.75, '{"Liefst in de middag","Sleutel ligt bij de buren op nummer 12"}', '01869c2f-7000-7221-8b6a-48feaf602895', NULL, 1);

INSERT INTO public.contact_details VALUES
	('01869c2f-7000-773c-aeb2-1638411c8d40', 'cordaan', '01869c2f-7000-7c7d-9982-7ed62ed70862', 'phone-mobile', '+31612345678', '', '2023-05-14 08:00:00+00', NULL, 1),
	('01869c2f-7000-73f4-9a40-e4ba21691774', 'cordaan', '01869c2f-7000-7c7d-9982-7ed62ed70862', 'email', 'klanttest@klantportaal.nl', '', '2024-10-16 08:00:00+00', NULL, 1),
	('01869c2f-7000-7c49-976d-8ac6103f43c9', 'cordaan', '01869c2f-7000-7d86-9ec1-4cf4f2663eb6', 'phone-mobile', '+31689537693', '', '2024-08-04 08:00:00+00', NULL, 1),
	('01869c2f-7000-7457-a2af-67c15681fe87', 'cordaan', '01869c2f-7000-7d86-9ec1-4cf4f2663eb6', 'email', 'a.brandsma@post.example', '', '2024-07-16 08:00:00+00', NULL, 1),
	('01869c2f-7000-768d-b9b3-6c252f4f7894', 'cordaan', '01869c2f-7000-7d86-9ec1-4cf4f2663eb6', 'phone-home', '+31200460968', 'Lang laten overgaan', '2023-08-26 08:00:00+00', NULL, 1),
	('01869c2f-7000-72fb-a900-8c9689132c1a', 'cordaan', '01869c2f-7000-7f97-80bb-9f6baa3cb4b2', 'phone-mobile', '+31689093638', '', '2023-09-11 08:00:00+00', NULL, 1),
	('01869c2f-7000-78c2-a030-630b75d171b1', 'cordaan', '01869c2f-7000-7f97-80bb-9f6baa3cb4b2', 'email', 's.willems@brievenbus.example', '', '2023-04-04 08:00:00+00', NULL, 1),
	('01869c2f-7000-7917-8392-ea5c3e1ef086', 'cordaan', '01869c2f-7000-7f97-80bb-9f6baa3cb4b2', 'phone-home', '+31200798625', 'Lang laten overgaan', '2024-04-12 08:00:00+00', NULL, 1),
	('01869c2f-7000-71c6-b745-4d305d72d62f', 'cordaan', '01869c2f-7000-746d-b2c4-c46f9c0be5d9', 'phone-mobile', '+31689227725', '', '2024-03-04 08:00:00+00', NULL, 1),
	('01869c2f-7000-7b73-8238-1aeae6cf68bc', 'cordaan', '01869c2f-7000-746d-b2c4-c46f9c0be5d9', 'email', 't.driessen2@mail.example', '', '2024-08-27 08:00:00+00', NULL, 1),
	('01869c2f-7000-7bde-a89e-e1a3623413f9', 'cordaan', '01869c2f-7000-77b0-8db1-048a2a5a6560', 'phone-mobile', '+31689551232', '', '2024-12-01 08:00:00+00', NULL, 1),
	('01869c2f-7000-7f37-b3d5-64452ba89bdb', 'cordaan', '01869c2f-7000-77b0-8db1-048a2a5a6560', 'email', 'z.vandenheuvel@thuis.example', '', '2023-09-14 08:00:00+00', NULL, 1),
	('01869c2f-7000-74ae-8e6c-afaf93d686db', 'cordaan', '01869c2f-7000-7451-8152-f9da112ac9b9', 'phone-mobile', '+31689248879', '', '2024-05-14 08:00:00+00', NULL, 1),
	('01869c2f-7000-7f98-95e9-5da73ccb30aa', 'cordaan', '01869c2f-7000-7451-8152-f9da112ac9b9', 'email', 'c.vandemeer@post.example', '', '2023-05-28 08:00:00+00', NULL, 1),
	('01869c2f-7000-7574-986b-2c508b136204', 'cordaan', '01869c2f-7000-7451-8152-f9da112ac9b9', 'phone-home', '+31200868926', 'Lang laten overgaan', '2024-02-09 08:00:00+00', NULL, 1),
	('01869c2f-7000-7802-a4f1-9a8a470ef429', 'axxicom', '01869c2f-7000-7b87-96c6-7890437dc86a', 'phone-mobile', '+31689298920', '', '2023-03-07 08:00:00+00', NULL, 1),
	('01869c2f-7000-7f56-921d-c8d51b62bca6', 'axxicom', '01869c2f-7000-7b87-96c6-7890437dc86a', 'email', 'w.terpstra@post.example', '', '2024-08-25 08:00:00+00', NULL, 1),
	('01869c2f-7000-7387-a7f7-b8ea6a37789f', 'axxicom', '01869c2f-7000-7b87-96c6-7890437dc86a', 'phone-home', '+31700820983', 'Lang laten overgaan', '2024-08-01 08:00:00+00', NULL, 1),
	('01869c2f-7000-771d-ac35-112b2df9ae51', 'axxicom', '01869c2f-7000-772d-90ac-2cbfc382683d', 'phone-mobile', '+31689922777', '', '2025-01-26 08:00:00+00', NULL, 1),
	('01869c2f-7000-763b-8008-0ba3c21034f3', 'axxicom', '01869c2f-7000-772d-90ac-2cbfc382683d', 'email', 'l.debruyn@post.example', '', '2023-12-29 08:00:00+00', NULL, 1),
	('01869c2f-7000-70ac-8012-5b6d8dd40aa6', 'axxicom', '01869c2f-7000-772d-90ac-2cbfc382683d', 'phone-home', '+31700400071', '', '2023-12-28 08:00:00+00', NULL, 1),
	('01869c2f-7000-7b55-bcbf-c198a8b58439', 'axxicom', '01869c2f-7000-7816-aa26-b328882e2342', 'phone-mobile', '+31689812637', '', '2024-06-30 08:00:00+00', NULL, 1),
	('01869c2f-7000-7e04-ab6f-63d6ef1cdf83', 'axxicom', '01869c2f-7000-7816-aa26-b328882e2342', 'email', 'b.vanderlinden2@post.example', '', '2023-10-13 08:00:00+00', NULL, 1),
	('01869c2f-7000-773c-b462-b653e53e7dd3', 'axxicom', '01869c2f-7000-7816-aa26-b328882e2342', 'phone-home', '+31700490053', '', '2024-06-08 08:00:00+00', NULL, 1),
	('01869c2f-7000-7e69-b0d6-65e3f11b13e2', 'axxicom', '01869c2f-7000-7177-9916-058b18eebfca', 'phone-mobile', '+31689616671', '', '2023-06-03 08:00:00+00', NULL, 1),
	('01869c2f-7000-7a61-9d2c-45bb35956bdc', 'axxicom', '01869c2f-7000-7177-9916-058b18eebfca', 'email', 'a.bijl@thuis.example', '', '2023-10-31 08:00:00+00', NULL, 1),
	('01869c2f-7000-77d8-aa7f-9a9fd834c817', 'axxicom', '01869c2f-7000-7177-9916-058b18eebfca', 'phone-home', '+31700848053', '', '2024-06-03 08:00:00+00', NULL, 1),
	('01869c2f-7000-7d9f-9a47-72611d24223d', 'axxicom', '01869c2f-7000-7e33-81d2-bd30579a4a3c', 'phone-mobile', '+31689925576', '', '2023-10-22 08:00:00+00', NULL, 1),
	('01869c2f-7000-7b1a-8bb3-e719ee56ff7f', 'axxicom', '01869c2f-7000-7e33-81d2-bd30579a4a3c', 'email', 'm.driessen@brievenbus.example', '', '2023-04-30 08:00:00+00', NULL, 1),
	('01869c2f-7000-7c3a-a09c-e42a94ffde03', 'axxicom', '01869c2f-7000-7e33-81d2-bd30579a4a3c', 'phone-home', '+31700834275', 'Lang laten overgaan', '2024-02-19 08:00:00+00', NULL, 1),
	('01869c2f-7000-7022-87ce-247fa465f6c8', 'axxicom', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', 'phone-mobile', '+31689121792', '', '2024-12-14 08:00:00+00', NULL, 1),
	('01869c2f-7000-75ca-9770-0ee9712a10cd', 'axxicom', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', 'email', 'a.vandebrink@thuis.example', '', '2024-03-18 08:00:00+00', NULL, 1),
	('01869c2f-7000-789b-89e4-41542eda35db', 'axxicom', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', 'phone-home', '+31700390137', '', '2024-05-09 08:00:00+00', NULL, 1),
	('01869c2f-7000-7206-af57-cd175f42454a', 'axxicom', '01869c2f-7000-78e4-928d-1fc2e31ac629', 'phone-mobile', '+31689526128', '', '2024-11-14 08:00:00+00', NULL, 1),
	('01869c2f-7000-7960-9674-d98975f60ed2', 'axxicom', '01869c2f-7000-78e4-928d-1fc2e31ac629', 'email', 'l.deboer@mail.example', '', '2024-05-28 08:00:00+00', NULL, 1),
	('01869c2f-7000-76fd-80be-733eae7a93d3', 'axxicom', '01869c2f-7000-78e4-928d-1fc2e31ac629', 'phone-home', '+31700520814', 'Lang laten overgaan', '2024-04-19 08:00:00+00', NULL, 1),
	('01869c2f-7000-7f5f-ac49-2e093a06e5b5', 'zuyderland', '01869c2f-7000-79a4-958b-c2fc7039d648', 'phone-mobile', '+31689786150', '', '2024-05-28 08:00:00+00', NULL, 1),
	('01869c2f-7000-732c-a4c4-52c2ac9a47d8', 'zuyderland', '01869c2f-7000-79a4-958b-c2fc7039d648', 'email', 't.essers@post.example', '', '2024-11-16 08:00:00+00', NULL, 1),
	('01869c2f-7000-7eda-9a22-39337a36188d', 'zuyderland', '01869c2f-7000-786e-b95d-282090f679ce', 'phone-mobile', '+31689291910', '', '2023-08-22 08:00:00+00', NULL, 1),
	('01869c2f-7000-7bf9-9d8f-4ab94594c43f', 'zuyderland', '01869c2f-7000-786e-b95d-282090f679ce', 'email', 'i.dewit@mail.example', '', '2024-07-14 08:00:00+00', NULL, 1),
	('01869c2f-7000-7689-adc9-880f7d0394cc', 'zuyderland', '01869c2f-7000-786e-b95d-282090f679ce', 'phone-home', '+31460782724', '', '2024-11-20 08:00:00+00', NULL, 1),
	('01869c2f-7000-7889-83ec-61b3b8c20e92', 'zuyderland', '01869c2f-7000-76fa-a97f-8d7b4b342b30', 'phone-mobile', '+31689669525', '', '2024-02-18 08:00:00+00', NULL, 1),
	('01869c2f-7000-71b2-9565-8a28a33f4743', 'zuyderland', '01869c2f-7000-76fa-a97f-8d7b4b342b30', 'email', 'j.deboer-molenaar@brievenbus.example', '', '2024-07-29 08:00:00+00', NULL, 1),
	('01869c2f-7000-7941-9aac-4761f1299e12', 'zuyderland', '01869c2f-7000-74f1-9172-c4809d3a8400', 'phone-mobile', '+31689675209', '', '2023-03-29 08:00:00+00', NULL, 1),
	('01869c2f-7000-7ae4-896d-95e8b6c717f4', 'zuyderland', '01869c2f-7000-74f1-9172-c4809d3a8400', 'email', 'a.bakker@mail.example', '', '2024-09-12 08:00:00+00', NULL, 1),
	('01869c2f-7000-7954-9363-8d5525259598', 'zuyderland', '01869c2f-7000-7399-8b37-12d9bf31fef0', 'phone-mobile', '+31689474541', '', '2023-09-02 08:00:00+00', NULL, 1),
	('01869c2f-7000-7124-83b7-f3c3917863ca', 'zuyderland', '01869c2f-7000-7399-8b37-12d9bf31fef0', 'email', 'f.hofman@brievenbus.example', '', '2023-10-24 08:00:00+00', NULL, 1),
	('01869c2f-7000-741b-bcab-d6b98ccd070e', 'laurens', '01869c2f-7000-735c-b31f-2e9a1e6c75f4', 'phone-mobile', '+31689450769', '', '2023-04-13 08:00:00+00', NULL, 1),
	('01869c2f-7000-7e03-a9ac-5db013092eeb', 'laurens', '01869c2f-7000-735c-b31f-2e9a1e6c75f4', 'email', 't.hofstra@post.example', '', '2024-03-06 08:00:00+00', NULL, 1),
	('01869c2f-7000-7aad-8faf-891396bca251', 'laurens', '01869c2f-7000-753b-ace1-8b5feb9e990a', 'phone-mobile', '+31689369124', '', '2023-03-19 08:00:00+00', NULL, 1),
	('01869c2f-7000-7ef1-813b-5c38587ddbb8', 'laurens', '01869c2f-7000-753b-ace1-8b5feb9e990a', 'email', 'f.deboer@post.example', '', '2023-11-04 08:00:00+00', NULL, 1),
	('01869c2f-7000-72d2-8b8b-16c2562ed571', 'laurens', '01869c2f-7000-753b-ace1-8b5feb9e990a', 'phone-home', '+31100361376', '', '2024-09-16 08:00:00+00', NULL, 1),
	('01869c2f-7000-792a-af73-ea49e0071f66', 'laurens', '01869c2f-7000-75b1-8326-32852da8050a', 'phone-mobile', '+31689416911', '', '2023-07-19 08:00:00+00', NULL, 1),
	('01869c2f-7000-7e8e-8007-1d05271775d0', 'laurens', '01869c2f-7000-75b1-8326-32852da8050a', 'email', 'f.bakker@post.example', '', '2024-10-24 08:00:00+00', NULL, 1),
	('01869c2f-7000-78d6-9fbb-7c2567beed44', 'laurens', '01869c2f-7000-75b1-8326-32852da8050a', 'phone-home', '+31100395483', 'Lang laten overgaan', '2023-07-03 08:00:00+00', NULL, 1),
	('01869c2f-7000-79cb-b25e-e1d4cfbd3763', 'laurens', '01869c2f-7000-7aa2-8bf4-dcc01620629e', 'phone-mobile', '+31689188144', '', '2024-10-04 08:00:00+00', NULL, 1),
	('01869c2f-7000-7fba-9609-8d23432e4901', 'laurens', '01869c2f-7000-7aa2-8bf4-dcc01620629e', 'email', 'f.smeets@mail.example', '', '2024-12-17 08:00:00+00', NULL, 1),
	('01869c2f-7000-7d7e-88c4-9fb688d0cf19', 'laurens', '01869c2f-7000-7aa2-8bf4-dcc01620629e', 'phone-home', '+31100539003', '', '2024-11-11 08:00:00+00', NULL, 1),
	('01a21408-3e13-771e-8b23-802b0d3aae55', 'cordaan', '01869c2f-7000-7c7d-9982-7ed62ed70862', 'phone-mobile', '+31612345678', '', '2026-11-23 08:03:04+00', NULL, 1);

INSERT INTO public.contact_persons VALUES
	('01869c2f-7000-7efd-a163-4565f3bf55ef', 'cordaan', '01869c2f-7000-7c7d-9982-7ed62ed70862', 'Dennis Test', '+31621212121', '', '', 'family', true, '', NULL, 1),
	('01869c2f-7000-7ef5-91df-1627a1518700', 'cordaan', '01869c2f-7000-7d86-9ec1-4cf4f2663eb6', 'Rosa Bosman', '+31689634933', '', '', 'family', true, '', NULL, 1),
	('01869c2f-7000-7b5b-ac9b-b4a3a5e85f2b', 'cordaan', '01869c2f-7000-7d86-9ec1-4cf4f2663eb6', 'Huisartsenpraktijk De Brink', '+31200453849', '', '', 'gp', false, '', NULL, 1),
	('01869c2f-7000-7a98-bd8e-c3d3005952e0', 'cordaan', '01869c2f-7000-7f97-80bb-9f6baa3cb4b2', 'Elle van der Heijden', '+31689938151', '', '', 'family', true, '', NULL, 1),
	('01869c2f-7000-79b8-aa45-c6fcb72a6d62', 'cordaan', '01869c2f-7000-7f97-80bb-9f6baa3cb4b2', 'Apotheek De Linde', '+31200760534', '', '', 'pharmacy', false, '', NULL, 1),
	('01869c2f-7000-743a-aa36-6288538d1db4', 'cordaan', '01869c2f-7000-746d-b2c4-c46f9c0be5d9', 'Aurora Molenaar', '+31689044400', '', '', 'family', true, '', NULL, 1),
	('01869c2f-7000-711f-9234-863301de0a7d', 'cordaan', '01869c2f-7000-746d-b2c4-c46f9c0be5d9', 'Jesper van der Velde', '+31689499940', '', '', 'family', false, '', NULL, 1),
	('01869c2f-7000-7b84-aed3-f23c2c87aa7d', 'cordaan', '01869c2f-7000-746d-b2c4-c46f9c0be5d9', 'Diëtistenpraktijk Waterkant', '+31200802726', '', '', 'dietician', false, '', NULL, 1),
	('01869c2f-7000-7289-acbd-0eb03b5cb1a2', 'cordaan', '01869c2f-7000-77b0-8db1-048a2a5a6560', 'Abigail de Boer', '+31689311601', '', '', 'family', true, '', NULL, 1),
	('01869c2f-7000-753d-a238-d20393a8a86c', 'cordaan', '01869c2f-7000-77b0-8db1-048a2a5a6560', 'Apotheek De Linde', '+31200042090', '', '', 'pharmacy', false, '', NULL, 1),
	('01869c2f-7000-7ec0-baab-6ae44d6a5595', 'cordaan', '01869c2f-7000-7451-8152-f9da112ac9b9', 'Huisartsenpraktijk Noorderhof', '+31200805701', '', '', 'gp', false, '', NULL, 1),
	('01869c2f-7000-75a6-bd89-b79c6107e240', 'axxicom', '01869c2f-7000-7b87-96c6-7890437dc86a', 'Jake Kramer', '+31689473029', '', 'j.kramer@thuis.example', 'family', true, 'zoon', NULL, 1),
	('01869c2f-7000-76e6-9d94-0e8fcf2379b5', 'axxicom', '01869c2f-7000-7b87-96c6-7890437dc86a', 'Diëtistenpraktijk Waterkant', '+31700050142', '', '', 'dietician', false, '', NULL, 1),
	('01869c2f-7000-7458-87b3-b75f3fc96a5f', 'axxicom', '01869c2f-7000-772d-90ac-2cbfc382683d', 'Lize Driessen', '+31689340001', '', 'l.driessen@post.example', 'family', true, 'zus', NULL, 1),
	('01869c2f-7000-7231-bcd1-e727864e8561', 'axxicom', '01869c2f-7000-7816-aa26-b328882e2342', 'June van Loon', '+31689117064', '', 'j.vanloon2@mail.example', 'family', true, 'dochter', NULL, 1),
	('01869c2f-7000-7ab3-b9e9-588af6282c0e', 'axxicom', '01869c2f-7000-7177-9916-058b18eebfca', 'Lot Verbeek', '+31689311943', '', 'l.verbeek@mail.example', 'family', true, 'dochter', NULL, 1),
	('01869c2f-7000-76e9-9c47-7c5b8e18a1cb', 'axxicom', '01869c2f-7000-7177-9916-058b18eebfca', 'Huisartsenpraktijk Noorderhof', '+31700911650', '', '', 'gp', false, '', NULL, 1),
	('01869c2f-7000-7e73-834e-e77462cd3954', 'axxicom', '01869c2f-7000-7e33-81d2-bd30579a4a3c', 'Huisartsenpraktijk Het Plein', '+31700611643', '', '', 'gp', false, '', NULL, 1),
	('01869c2f-7000-7c23-aa9e-42806ab92451', 'axxicom', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', 'Angelina de Boer', '+31689887163', '', 'a.deboer@thuis.example', 'family', true, 'schoondochter', NULL, 1),
	('01869c2f-7000-7fe2-ac66-4195d2baade8', 'axxicom', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', 'Fysiotherapie Het Plein', '+31700813533', '', '', 'physiotherapist', false, '', NULL, 1),
	('01869c2f-7000-7c1f-a952-7eae875d9577', 'axxicom', '01869c2f-7000-78e4-928d-1fc2e31ac629', 'Maximilian Kramer', '+31689965154', '', 'm.kramer2@thuis.example', 'family', true, 'zoon', NULL, 1),
	('01869c2f-7000-723e-8209-db4adbdb0e41', 'axxicom', '01869c2f-7000-78e4-928d-1fc2e31ac629', 'Michelle de Jonge', '+31689244754', '', 'm.dejonge@thuis.example', 'family', false, 'dochter', NULL, 1),
	('01869c2f-7000-7dd2-bf4c-768ea15c858a', 'axxicom', '01869c2f-7000-78e4-928d-1fc2e31ac629', 'Huisartsenpraktijk Het Plein', '+31700742707', '', '', 'gp', false, '', NULL, 1),
	('01869c2f-7000-776a-a65c-41047ee8e959', 'zuyderland', '01869c2f-7000-79a4-958b-c2fc7039d648', 'Semih van der Pol', '+31689801009', '', 's.vanderpol@thuis.example', 'family', true, 'neef', NULL, 1),
	('01869c2f-7000-7099-bdf5-34fb75bf8cf7', 'zuyderland', '01869c2f-7000-79a4-958b-c2fc7039d648', 'Fysiotherapie De Brink', '+31460042970', '', '', 'physiotherapist', false, '', NULL, 1),
	('01869c2f-7000-72bd-bbfe-3ae5be1d335f', 'zuyderland', '01869c2f-7000-786e-b95d-282090f679ce', 'Anouar van der Heijden', '+31689250985', '', 'a.vanderheijden@brievenbus.example', 'family', true, 'neef', NULL, 1),
	('01869c2f-7000-7a8e-8321-3dafb8339699', 'zuyderland', '01869c2f-7000-786e-b95d-282090f679ce', 'Huisartsenpraktijk Waterkant', '+31460086741', '', '', 'gp', false, '', NULL, 1),
	('01869c2f-7000-7bf8-aec2-f286dd41b898', 'zuyderland', '01869c2f-7000-76fa-a97f-8d7b4b342b30', 'Alicia de Corte', '+31689085375', '', 'a.decorte@mail.example', 'family', true, 'zus', NULL, 1),
	('01869c2f-7000-7e7f-b9c0-125299fd72f7', 'zuyderland', '01869c2f-7000-76fa-a97f-8d7b4b342b30', 'Huisartsenpraktijk De Linde', '+31460724721', '', '', 'gp', false, '', NULL, 1),
	('01869c2f-7000-7222-96b1-31b2f8032be4', 'zuyderland', '01869c2f-7000-74f1-9172-c4809d3a8400', 'Jaylinn Bijl', '+31689390585', '', 'j.bijl2@brievenbus.example', 'family', true, 'schoondochter', NULL, 1),
	('01869c2f-7000-78c5-8c95-1bb011261224', 'zuyderland', '01869c2f-7000-74f1-9172-c4809d3a8400', 'Musa Wagenaar', '+31689193279', '', 'm.wagenaar@brievenbus.example', 'family', false, 'broer', NULL, 1),
	('01869c2f-7000-7908-a110-d02c69908b62', 'zuyderland', '01869c2f-7000-7399-8b37-12d9bf31fef0', 'Claire Bosman', '+31689374225', '', 'c.bosman@mail.example', 'family', true, 'nicht', NULL, 1),
	('01869c2f-7000-759c-aeb5-d9cc77717616', 'zuyderland', '01869c2f-7000-7399-8b37-12d9bf31fef0', 'Raf van Doorn', '+31689255094', '', 'r.vandoorn@brievenbus.example', 'family', false, 'zoon', NULL, 1),
	('01869c2f-7000-7c5e-8e07-e4e59a1627b4', 'laurens', '01869c2f-7000-735c-b31f-2e9a1e6c75f4', 'Imran Kuypers', '+31689173126', '', 'i.kuypers@thuis.example', 'family', true, 'zoon', NULL, 1),
	('01869c2f-7000-729d-a57d-db04d9925862', 'laurens', '01869c2f-7000-735c-b31f-2e9a1e6c75f4', 'Apotheek Noorderhof', '+31100675679', '', '', 'pharmacy', false, '', NULL, 1),
	('01869c2f-7000-7094-8642-5090be6b37ba', 'laurens', '01869c2f-7000-753b-ace1-8b5feb9e990a', 'Jette Postma', '+31689355034', '', 'j.postma@thuis.example', 'family', true, 'dochter', NULL, 1),
	('01869c2f-7000-796a-b25b-ad198e4fcff1', 'laurens', '01869c2f-7000-753b-ace1-8b5feb9e990a', 'Huisartsenpraktijk De Brink', '+31100747702', '', '', 'gp', false, '', NULL, 1),
	('01869c2f-7000-7c1c-aeef-7f4929223b58', 'laurens', '01869c2f-7000-75b1-8326-32852da8050a', 'Damin van der Velde', '+31689471703', '', 'd.vandervelde2@thuis.example', 'family', true, 'zoon', NULL, 1),
	('01869c2f-7000-74e4-8e0e-dd80d63e0f7f', 'laurens', '01869c2f-7000-75b1-8326-32852da8050a', 'Apotheek Het Plein', '+31100686317', '', '', 'pharmacy', false, '', NULL, 1),
	('01869c2f-7000-7be3-89ed-123a8f6b5666', 'laurens', '01869c2f-7000-7aa2-8bf4-dcc01620629e', 'Cataleya de Corte', '+31689879852', '', 'c.decorte@brievenbus.example', 'family', true, 'dochter', NULL, 1),
	('01869c2f-7000-70e6-9050-b725e125623c', 'laurens', '01869c2f-7000-7aa2-8bf4-dcc01620629e', 'Amin Visser', '+31689578680', '', 'a.visser2@thuis.example', 'family', false, 'neef', NULL, 1),
	('01869c2f-7000-70ff-b5df-a42f8a57fb5b', 'laurens', '01869c2f-7000-7aa2-8bf4-dcc01620629e', 'Apotheek Waterkant', '+31100866867', '', '', 'pharmacy', false, '', NULL, 1);

INSERT INTO public.contact_requests VALUES
	('01869c2f-7000-7aa4-9b90-f4560de015cb', 'cordaan', 'contact-request', '01869c2f-7000-7451-8152-f9da112ac9b9', NULL, '01869c2f-7000-70f9-bd9a-ffac61c5bfbf', '01892a37-1400-7fd4-b679-d57b788f71e6', NULL, 'planning', 'Goedemorgen, kan mijn hulp volgende week een dag later komen? Op dinsdag moet ik naar de oogarts. Ik wil graag wel Inaya houden.', NULL, 'open', '2026-11-16 10:44:17+00', NULL, NULL, NULL, NULL, 1),
	('0178cf49-70c0-7d69-9cf3-f91359f1b0e7', 'cordaan', 'contact-request', '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '0178cf49-70c0-7346-b688-3280734dc40a', '018ead45-8c00-7383-9301-bd482485599f', NULL, 'household-help', 'Ik vind het fijn dat ik een vaste huishoudelijke hulp heb. Dit wil ik graag zo houden.', NULL, 'closed', '2021-04-14 07:30:00+00', NULL, '2021-04-14 10:30:00+00', 'Dat is fijn om te horen. Groet Anneke', '01869c2f-7000-7a8f-887d-0f4215378104', 2),
	('01869c2f-7000-70e7-b29c-3c789094e74c', 'axxicom', 'contact-request', '01869c2f-7000-7177-9916-058b18eebfca', NULL, '01869c2f-7000-7073-8be9-6920045580e7', '01938662-2800-7e69-83bc-61c6a04a9e34', NULL, 'portal', 'Het Cliëntdossier is leeg. Hoort dat zo?', NULL, 'open', '2026-11-16 11:42:15+00', NULL, NULL, NULL, NULL, 1),
	('01869c2f-7000-7903-a0de-13e85e41a736', 'axxicom', 'contact-request', '01869c2f-7000-7e33-81d2-bd30579a4a3c', NULL, '01869c2f-7000-72d0-b595-9e5c5a379301', '01938662-2800-7431-8849-959fa86a2bd7', NULL, 'indication', 'Mijn indicatie loopt bijna af. Moet ik zelf iets doen of regelt u dat?', NULL, 'open', '2026-11-20 13:50:04+00', NULL, NULL, NULL, NULL, 1),
	('01a0d974-b6e0-7837-a26e-63fd7489d6ef', 'axxicom', 'contact-request', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', NULL, '01a0d974-b6e0-78f0-a4cc-62e48598679e', '01908c34-f800-7120-8b5e-6d9a1e5479c1', NULL, 'portal', 'Waar kan ik een ander telefoonnummer invullen?', NULL, 'closed', '2026-09-25 16:45:00+00', NULL, '2026-09-26 05:07:00+00', 'Ga naar Mijn contactdetails en klik op het potlood.

Groet, Meryem', '01869c2f-7000-7043-81da-f98686dbab96', 2),
	('01a15896-cbc0-761b-9be6-ec4f8c2375dc', 'axxicom', 'contact-request', '01869c2f-7000-772d-90ac-2cbfc382683d', NULL, '01a15896-cbc0-788c-8f25-19777c319aa2', '019169a6-6c00-7465-8a2a-2e5c9185ebb6', NULL, 'indication', 'Hoort het strijken ook bij mijn hulp? In de brief staat het niet duidelijk.', NULL, 'closed', '2026-10-20 09:14:00+00', NULL, '2026-10-21 07:12:00+00', 'Bij uw indicatie hoort wel de was, niet het strijken.

Groet, Meryem', '01869c2f-7000-7043-81da-f98686dbab96', 2),
	('01869c2f-7000-71d5-87e5-7ef7998c75c4', 'zuyderland', 'care-signal', '01869c2f-7000-786e-b95d-282090f679ce', NULL, '01869c2f-7000-7eee-9e68-7c145d8defce', '01888045-3800-7e8a-9062-5df4cc4688bb', NULL, 'care-signal', 'Klaagt over duizeligheid bij het opstaan, vooral in de ochtend.', NULL, 'open', '2026-11-16 13:57:00+00', NULL, NULL, NULL, NULL, 1),
	('01a0d553-47c0-797b-a878-022c8a0c0fa7', 'zuyderland', 'message', '01869c2f-7000-7399-8b37-12d9bf31fef0', NULL, '01a0d553-47c0-7d16-a35f-bf739dbb12f0', '018fd2d0-0800-7dd9-a2b9-90ecd54be3f1', '01869c2f-7000-71d5-bd60-94a5f6f0461f', 'message', 'Zou u willen nakijken of de bril van mijn man in de kamer ligt? Hij is hem kwijt.', NULL, 'closed', '2026-09-24 21:30:00+00', NULL, '2026-09-25 10:17:00+00', 'De bril lag in het nachtkastje. Hij heeft hem weer op.

Groet, Lotte', '01869c2f-7000-74ac-a913-322d44cb689f', 2),
	('01869c2f-7000-7d85-ac01-5363e6278c81', 'careflex', 'project-question', NULL, '01869c2f-7000-7eb4-84f7-d2f8669ee180', '01869c2f-7000-7537-9ec7-89a6b585b017', '019237a4-cc00-7fbe-a896-4bada2d8c07e', NULL, 'project', 'Kunt u het aantal uren van de afgelopen maand sturen? Het sluit niet aan bij onze telling.', NULL, 'open', '2026-11-16 15:53:09+00', NULL, NULL, NULL, NULL, 1),
	('01869c2f-7000-7285-a0d5-5711e40611e1', 'careflex', 'project-question', NULL, '01869c2f-7000-723d-a4bb-d21991d023f5', '01869c2f-7000-71ec-8b1b-81246ef6daa3', '019284e4-3000-7f13-80d9-ef1da071d21f', NULL, 'project', 'Wij verwachten twee nieuwe bewoners. Heeft dat gevolgen voor de bezetting?', NULL, 'open', '2026-11-17 17:44:35+00', NULL, NULL, NULL, NULL, 1),
	('01869c2f-7000-7711-8c11-cb07d399bfb5', 'careflex', 'project-question', NULL, NULL, '01869c2f-7000-71b8-a507-c2198f1b22fa', '019352e2-9000-7c1a-9820-5954a831bbdb', NULL, 'general', 'Onze contactpersoon is gewisseld. Hoe geven wij de nieuwe collega toegang?', NULL, 'open', '2026-11-19 13:43:30+00', NULL, NULL, NULL, NULL, 1),
	('01869c2f-7000-7fa7-8147-2d6c90020d15', 'careflex', 'project-question', NULL, NULL, '01869c2f-7000-7a8d-8b45-3ca3e3e1a233', '0191ef8b-c400-7222-bb65-32a61f8cbf1e', NULL, 'general', 'Ons nieuwe bezoekadres klopt nog niet in het portaal. Wie past dat aan?', NULL, 'open', '2026-11-19 10:41:03+00', NULL, NULL, NULL, NULL, 1),
	('01a0d417-6c60-76d7-86fb-a17d91f48276', 'careflex', 'project-question', NULL, NULL, '01a0d417-6c60-7410-b6a4-7c45f3636faa', '0186c562-5000-742c-bf61-a3849ada6407', NULL, 'general', 'Verzorgt u ook scholing over omgaan met agressie? We zoeken iets voor tien mensen.', NULL, 'closed', '2026-09-24 15:45:00+00', NULL, '2026-09-25 02:03:00+00', 'Ja. Ik stuur u de data en de kosten.

Groet, Koen', '01869c2f-7000-78e4-a731-ba2f14258f98', 2),
	('01a0ddde-79a0-7899-bfde-38a94df069e2', 'careflex', 'project-question', NULL, NULL, '01a0ddde-79a0-79a0-b451-99d7530a776d', '01875fe1-1800-7a70-a6f0-fd1d39fa3816', NULL, 'general', 'Ons nieuwe bezoekadres klopt nog niet in het portaal. Wie past dat aan?', NULL, 'closed', '2026-09-26 13:19:00+00', NULL, '2026-09-26 23:07:00+00', 'Dat doen wij. Het staat nu goed.

Groet, Eva', '01869c2f-7000-75ea-91fd-3f95603ecd78', 2),
	('01a0d97f-b360-7d99-aee6-0113ab2d113d', 'careflex', 'project-question', NULL, '01869c2f-7000-7f56-8d84-dca84b99fc15', '01a0d97f-b360-79c1-a4e5-7c617fae5092', '018c3e24-1000-787d-910c-7206e44964dc', NULL, 'project', 'Er was gisteren een incident op de groep. Wanneer kunnen we dat bespreken?', NULL, 'closed', '2026-09-25 16:57:00+00', NULL, '2026-09-26 12:44:00+00', 'We bellen vandaag om een afspraak te maken.

Groet, Eva', '01869c2f-7000-75ea-91fd-3f95603ecd78', 2),
	('01a0d39e-92e0-77e8-aea4-b679fd2cb245', 'careflex', 'project-question', NULL, '01869c2f-7000-72a1-a1ed-53dbb716e24e', '01a0d39e-92e0-7c3a-937b-cae4143b833c', '01940c47-8000-7d6c-8640-e378492bddf0', NULL, 'project', 'Wij willen dit project met drie maanden verlengen. Wat heeft u van ons nodig?', NULL, 'closed', '2026-09-24 13:33:00+00', NULL, '2026-09-25 11:18:00+00', 'Een korte bevestiging is genoeg. Wij maken het contract.

Groet, Eva', '01869c2f-7000-75ea-91fd-3f95603ecd78', 2),
	('01a21408-3bda-7223-9c17-aa8d1a1d5f40', 'cordaan', 'contact-request', '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '01a21408-3bdb-7315-aa2e-e12c2ed2ed18', '018ead45-8c00-7383-9301-bd482485599f', NULL, 'portal', 'Hoe verander ik mijn telefoonnummer?', NULL, 'open', '2026-11-23 08:03:04+00', NULL, NULL, NULL, NULL, 1),
	('01a21408-3adb-74b5-9402-c4d090795d2e', 'cordaan', 'contact-request', '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, '01a21408-3adb-74b5-9402-c8e40f209edc', '018ead45-8c00-7383-9301-bd482485599f', NULL, 'planning', 'Kan de hulp voortaan om negen uur komen?', NULL, 'closed', '2026-11-23 08:03:04+00', NULL, '2026-11-23 08:03:34+00', 'Dat kan: vanaf maandag komt Samira om negen uur.', '01869c2f-7000-7a8f-887d-0f4215378104', 2);

INSERT INTO public.deliveries VALUES
	('01a21408-2b6e-7060-ac06-43e00e165868', 'zuyderland', 'sms', '+31689786150', 'session.device-code', '', 'Zuyderland Zorgcentra: Uw beveiligingscode is 682012. De code geldt 10 minuten. Geef hem aan niemand.', true, 'shown', 1, '2026-11-23 08:02:04+00', '2026-11-23 08:02:04+00', '2026-11-23 08:02:04+00', NULL, '018db614-4c00-738d-9a30-98cef5891887'),
	('01a21408-3ee4-7431-b1ee-29ac98edfda7', 'cordaan', 'sms', '+31612345678', 'client.detail-changed', '', 'Cordaan Thuisdiensten: Er is iets gewijzigd in uw contactgegevens in het portaal: een mobiel nummer is toegevoegd. Heeft u dit zelf gedaan? Dan hoeft u niets te doen. Heeft u dit niet zelf gedaan? Neem dan meteen contact op met helpdesk@cordaan.example.', false, 'shown', 1, '2026-11-23 08:03:04+00', '2026-11-23 08:03:04+00', '2026-11-23 08:03:04+00', NULL, NULL),
	('01a21408-3ef7-75df-afd7-1460f2a8ecf7', 'cordaan', 'email', 'klanttest@klantportaal.nl', 'client.detail-changed', 'Uw contactgegevens zijn gewijzigd', 'Geachte Mevr. C. Test,

Er is iets gewijzigd in uw contactgegevens in het portaal: een mobiel nummer is toegevoegd.

Heeft u dit zelf gedaan? Dan hoeft u niets te doen.

Heeft u dit niet zelf gedaan? Neem dan meteen contact op met helpdesk@cordaan.example.

Met vriendelijke groet,
Cordaan Thuisdiensten', false, 'shown', 1, '2026-11-23 08:03:04+00', '2026-11-23 08:03:04+00', '2026-11-23 08:03:04+00', NULL, NULL),
	('01a21408-448d-7426-b1cd-952d1895ea6f', 'cordaan', 'email', 'klanttest@klantportaal.nl', 'absence.decided', 'Uw planning is gewijzigd', 'Geachte Mevr. C. Test,

Er is afwezigheid gemeld. Wij hebben dit verwerkt. Daardoor is uw planning gewijzigd.

- De afspraak van woensdag 2 december 2026 om 09:00 uur gaat niet door.

U ziet uw planning ook in het klantportaal: https://portaal.cordaan.example

Klopt er iets niet? Stel uw vraag dan in het klantportaal of bel ons.

Met vriendelijke groet,
Cordaan Thuisdiensten', false, 'shown', 1, '2026-11-23 08:03:34+00', '2026-11-23 08:03:34+00', '2026-11-23 08:03:34+00', NULL, '018ead45-8c00-7383-9301-bd482485599f'),
	('01a21408-4673-7565-97f4-94b48e52e6bf', 'cordaan', 'email', 'klanttest@klantportaal.nl', 'contact-request.replied', 'Er staat een antwoord voor u klaar', 'Geachte Mevr. C. Test,

U heeft ons een vraag gesteld in het klantportaal. Wij hebben uw vraag beantwoord.

Log in op het klantportaal om het antwoord te lezen: https://portaal.cordaan.example

Met vriendelijke groet,
Cordaan Thuisdiensten', false, 'shown', 1, '2026-11-23 08:03:34+00', '2026-11-23 08:03:34+00', '2026-11-23 08:03:34+00', NULL, '018ead45-8c00-7383-9301-bd482485599f'),
	('01a21408-4966-7682-8f2f-3986f2353b94', 'cordaan', 'sms', '+31612345678', 'account.caller-code', '', 'Cordaan Thuisdiensten: Uw controlecode is 610281, om een nieuw wachtwoord te krijgen. De code geldt 10 minuten. Lees de code alleen voor als u nu zelf met de helpdesk belt. Belt u niet? Neem contact op met helpdesk@cordaan.example.', true, 'shown', 1, '2026-11-23 08:03:34+00', '2026-11-23 08:03:34+00', '2026-11-23 08:03:34+00', NULL, '018ead45-8c00-7383-9301-bd482485599f'),
	('01a21408-4b12-73bf-a324-a55cf21f7d19', 'cordaan', 'email', 'klanttest@klantportaal.nl', 'session.recovery-link', 'Nieuw wachtwoord voor het klantportaal', 'Geachte Mevr. C. Test,

Er is een nieuw wachtwoord aangevraagd. Kies uw nieuwe wachtwoord via deze link:

https://portaal.cordaan.example/wachtwoord-herstellen#ONfIbcaYEH_hL2Vhh_XevfkOkvFkklwtniDcDIFWSCc

De link geldt 10 minuten en werkt één keer.

Heeft u dit niet gevraagd? Gebruik de link dan niet. Twijfelt u? Neem contact op met helpdesk@cordaan.example.

Met vriendelijke groet,
Cordaan Thuisdiensten', true, 'shown', 1, '2026-11-23 08:03:34+00', '2026-11-23 08:03:34+00', '2026-11-23 08:03:34+00', NULL, '018ead45-8c00-7383-9301-bd482485599f'),
	('01a21408-4b40-73c8-9bc2-23a86a8c2afa', 'cordaan', 'email', 'klanttest@klantportaal.nl', 'account.reset-sent', 'Er is iets gewijzigd in uw account', 'Geachte Mevr. C. Test,

Er is een nieuw wachtwoord aangevraagd voor uw account. U bent op alle apparaten uitgelogd.

Was u dit niet? Neem meteen contact op met helpdesk@cordaan.example.

Met vriendelijke groet,
Cordaan Thuisdiensten', false, 'shown', 1, '2026-11-23 08:03:34+00', '2026-11-23 08:03:34+00', '2026-11-23 08:03:34+00', NULL, '018ead45-8c00-7383-9301-bd482485599f'),
	('01a21408-4b56-75e6-84a3-795b14fe34fe', 'cordaan', 'sms', '+31612345678', 'account.reset-sent', '', 'Cordaan Thuisdiensten: Er is een nieuw wachtwoord aangevraagd voor uw account. U bent op alle apparaten uitgelogd. Was u dit niet? Neem meteen contact op met helpdesk@cordaan.example.', false, 'shown', 1, '2026-11-23 08:03:34+00', '2026-11-23 08:03:34+00', '2026-11-23 08:03:34+00', NULL, '018ead45-8c00-7383-9301-bd482485599f');

INSERT INTO public.events VALUES
	('cordaan', 1, 'case.opened', 'absences', '01a21408-3784-74ed-982c-a5153d8dd30b', '01a21408-3738-720d-b090-817ecac95993', 1, NULL, '2026-11-23 08:03:04+00'),
	('cordaan', 2, 'case.opened', 'absences', '01a21408-38a7-72ea-bf82-dd8a1d7cd537', '01a21408-388b-74cc-81cb-ad38490c0bed', 1, NULL, '2026-11-23 08:03:04+00'),
	('cordaan', 3, 'case.changed', 'absences', '01a21408-38a7-72ea-bf82-dd8a1d7cd537', '01a21408-388b-74cc-81cb-ad38490c0bed', 2, NULL, '2026-11-23 08:03:04+00'),
	('cordaan', 4, 'case.opened', 'contact-requests', '01a21408-3adb-74b5-9402-c8e40f209edc', '01a21408-3adb-74b5-9402-c4d090795d2e', 1, NULL, '2026-11-23 08:03:04+00'),
	('cordaan', 5, 'case.opened', 'contact-requests', '01a21408-3bdb-7315-aa2e-e12c2ed2ed18', '01a21408-3bda-7223-9c17-aa8d1a1d5f40', 1, NULL, '2026-11-23 08:03:04+00'),
	('cordaan', 6, 'client.changed', NULL, NULL, '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, NULL, '2026-11-23 08:03:04+00'),
	('cordaan', 7, 'case.claimed', 'absences', '01a21408-3784-74ed-982c-a5153d8dd30b', '01a21408-3738-720d-b090-817ecac95993', 1, '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', '2026-11-23 08:03:34+00'),
	('cordaan', 8, 'planning.changed', NULL, '01a21408-3784-74ed-982c-a5153d8dd30b', '01a1a592-7000-7d78-bda8-2d95bda9068b', 2, '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', '2026-11-23 08:03:34+00'),
	('cordaan', 9, 'case.closed', 'absences', '01a21408-3784-74ed-982c-a5153d8dd30b', '01a21408-3738-720d-b090-817ecac95993', 2, '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', '2026-11-23 08:03:34+00'),
	('cordaan', 10, 'case.closed', 'contact-requests', '01a21408-3adb-74b5-9402-c8e40f209edc', '01a21408-3adb-74b5-9402-c4d090795d2e', 2, '01869c2f-7000-7a8f-887d-0f4215378104', '2026-11-23 08:03:34+00'),
	('cordaan', 11, 'case.claimed', 'absences', '01a21408-38a7-72ea-bf82-dd8a1d7cd537', '01a21408-388b-74cc-81cb-ad38490c0bed', 2, '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', '2026-11-23 08:03:34+00'),
	('cordaan', 12, 'account.changed', NULL, NULL, '018ead45-8c00-7383-9301-bd482485599f', 2, '01869c2f-7000-7bed-adf7-7544f30c875f', '2026-11-23 08:03:34+00');

INSERT INTO public.former_addresses VALUES
	('0193e314-a000-7fc8-994e-a788b9cb20e5', 'email', 'w.terpstra@post.example', '2026-11-23 08:03:34+00');

INSERT INTO public.idempotency_keys VALUES
	('cordaan', '018ead45-8c00-7383-9301-bd482485599f', '15c8a05a-6fbe-4195-962b-6235cbee2008', 'absences.create', 'bb1043ea3297b7c50fe3fb7d6b9bf30b98285ec9f775141d5ad645c362a2b090', 201, '{"id": "01a21408-3738-720d-b090-817ecac95993", "days": "several", "late": null, "type": "holiday", "status": "open", "endDate": "2026-12-04", "endTime": null, "version": 1, "wholeDay": true, "startDate": "2026-12-01", "startTime": null, "submittedAt": "2026-11-23T08:03:04.000Z", "endDateKnown": true, "overlapsWith": []}', '2026-11-23 08:03:04+00'),
	('cordaan', '018ead45-8c00-7383-9301-bd482485599f', 'ea04b58e-bdfd-412b-8591-95d2462ff5c9', 'absences.create', 'cafbda69da6a7cf31de504e7492113f5ea1fb24fb6599eb7bda6fa4fa056e4cb', 201, '{"id": "01a21408-388b-74cc-81cb-ad38490c0bed", "days": "one", "late": null, "type": "admission", "status": "open", "endDate": null, "endTime": "12:00", "version": 1, "wholeDay": false, "startDate": "2026-12-11", "startTime": "10:00", "submittedAt": "2026-11-23T08:03:04.000Z", "endDateKnown": true, "overlapsWith": []}', '2026-11-23 08:03:04+00'),
	('cordaan', '018ead45-8c00-7383-9301-bd482485599f', 'c81c84da-c980-4184-bdd1-6cd60e1b185f', 'absences.change', 'adeb43755772e7b2ee3138cfc6a6baf6f2ec2e645574cfa7c324a7c4b93bfcb8', 200, '{"id": "01a21408-388b-74cc-81cb-ad38490c0bed", "days": "one", "late": null, "type": "admission", "status": "open", "endDate": null, "endTime": "12:00", "version": 2, "wholeDay": false, "startDate": "2026-12-12", "startTime": "10:00", "submittedAt": "2026-11-23T08:03:04.000Z", "endDateKnown": true, "overlapsWith": []}', '2026-11-23 08:03:04+00'),
	('cordaan', '018ead45-8c00-7383-9301-bd482485599f', '9d80bb32-5ab0-4f62-85f6-ce4b07f2e031', 'contact-requests.create', '113336b26ec668c922f2b3885e8a021f9fd347381c45cc66b96cb9778c5fb5a1', 201, '{"id": "01a21408-3adb-74b5-9402-c4d090795d2e", "reply": null, "status": "open", "message": "Kan de hulp voortaan om negen uur komen?", "subject": "planning", "version": 1, "closedAt": null, "changedAt": null, "repliedBy": null, "submittedAt": "2026-11-23T08:03:04.000Z"}', '2026-11-23 08:03:04+00'),
	('cordaan', '018ead45-8c00-7383-9301-bd482485599f', 'e508bfad-1317-4f02-a3ff-60eeb0837dbe', 'contact-requests.create', '029c2b54a6af659a3e750eae5ec95c5b20321302b47ca0b4e261b81252bffb6b', 201, '{"id": "01a21408-3bda-7223-9c17-aa8d1a1d5f40", "reply": null, "status": "open", "message": "Hoe verander ik mijn telefoonnummer?", "subject": "portal", "version": 1, "closedAt": null, "changedAt": null, "repliedBy": null, "submittedAt": "2026-11-23T08:03:04.000Z"}', '2026-11-23 08:03:04+00'),
	('cordaan', '018ead45-8c00-7383-9301-bd482485599f', 'df31bf3f-6d93-4238-8d39-28af75f75fe0', 'clients.add-detail', '520ed6a7f0241823553bdd09b2ba100f75beb83dd2f4fea86c4be5a798681109', 201, '{"id": "01a21408-3e13-771e-8b23-802b0d3aae55", "kind": "phone-mobile", "since": "2026-11-23T08:03:04.000Z", "value": "06 12345678", "remarks": "", "version": 1}', '2026-11-23 08:03:04+00'),
	('cordaan', '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', '7df0da70-8ac5-4ef5-b0f6-f622533230bb', 'cases.claim', '7d3693346b310d51fb335fc61bcee157b52b838a614d1c05eb12bb32ccad34d2', 200, '{"claim": {"by": {"id": "01869c2f-7000-75c8-a6c3-3d0ad92c49d7", "name": "Rik Jansma", "initials": "RJ"}, "since": "2026-11-23T08:03:34.000Z", "expiresAt": "2026-11-23T08:05:34.000Z"}}', '2026-11-23 08:03:34+00'),
	('cordaan', '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', '0060e3ab-2ee1-4a26-a2ab-bdb4b541e7cb', 'absences.decide', 'fa62c5b8b80fba4ab8b06f0650fe05eddaed13f2574baf15b7be7b6ef6ef7dd8', 200, '{"id": "01a21408-3784-74ed-982c-a5153d8dd30b", "name": "Mevr. C. Test", "claim": null, "dueAt": "2026-12-02T08:00:00.000Z", "facts": {"queue": "absences", "notice": {"days": "several", "type": "holiday", "endDate": "2026-12-04", "endTime": null, "wholeDay": true, "startDate": "2026-12-01", "startTime": null, "endDateKnown": true}, "firstVisit": {"date": "2026-12-02", "startTime": "09:00"}, "visitCount": 1, "lateWorkingDays": null}, "queue": "absences", "client": {"client": {"id": "01869c2f-7000-7c7d-9982-7ed62ed70862", "city": "Struchtdorp", "name": "Mevr. C. Test", "number": 104102, "birthDate": "1932-03-04"}, "phones": [{"name": "Dennis Test", "phone": "06 21212121", "primary": true, "relation": "familie"}, {"name": "Mevr. C. Test", "phone": "06 12345678", "primary": false, "relation": "zelf"}, {"name": "Mevr. C. Test", "phone": "06 12345678", "primary": false, "relation": "zelf"}], "upcoming": [{"id": "01a17739-3400-7e30-873c-fb11f5ce4993", "date": "2026-11-23", "pinned": false, "status": "planned", "minutes": 120, "version": 1, "previous": null, "startTime": "09:00", "caregivers": [{"id": "01869c2f-7000-7ce0-95de-265bf2782b32", "name": "Danny Wouters"}], "serviceCode": "HV 1"}, {"id": "01a18185-ec00-7e7b-9f33-9a480d9d873c", "date": "2026-11-25", "pinned": false, "status": "planned", "minutes": 120, "version": 1, "previous": null, "startTime": "09:00", "caregivers": [{"id": "01869c2f-7000-7ce0-95de-265bf2782b32", "name": "Danny Wouters"}], "serviceCode": "HV 1"}, {"id": "01a19b45-b800-70af-befe-3d0229a2a3e4", "date": "2026-11-30", "pinned": false, "status": "planned", "minutes": 120, "version": 1, "previous": null, "startTime": "09:00", "caregivers": [{"id": "01869c2f-7000-7ce0-95de-265bf2782b32", "name": "Danny Wouters"}], "serviceCode": "HV 1"}, {"id": "01a1a592-7000-7d78-bda8-2d95bda9068b", "date": "2026-12-02", "pinned": false, "status": "cancelled", "minutes": 120, "version": 2, "previous": null, "startTime": "09:00", "caregivers": [{"id": "01869c2f-7000-7ce0-95de-265bf2782b32", "name": "Danny Wouters"}], "serviceCode": "HV 1"}], "openCases": [{"id": "01a21408-38a7-72ea-bf82-dd8a1d7cd537", "queue": "absences", "number": "AM-20386", "openedAt": "2026-11-23T08:03:04.000Z"}, {"id": "01a21408-3adb-74b5-9402-c8e40f209edc", "queue": "contact-requests", "number": "CV-31834", "openedAt": "2026-11-23T08:03:04.000Z"}, {"id": "01a21408-3bdb-7315-aa2e-e12c2ed2ed18", "queue": "contact-requests", "number": "CV-31835", "openedAt": "2026-11-23T08:03:04.000Z"}], "indication": {"notes": [], "serviceCode": "HV 1", "hoursPerWeek": 4}, "usualCaregiver": "Danny Wouters", "earlierAbsences": [{"id": "0178cc0b-0ea0-78df-9508-9243949b7871", "type": "holiday", "endDate": "2021-05-19", "startDate": "2021-05-14"}], "earlierQuestions": [{"id": "0178cf49-70c0-7d69-9cf3-f91359f1b0e7", "subject": "household-help", "repliedBy": "Anneke van den Berg", "submittedAt": "2021-04-14T07:30:00.000Z"}]}, "facets": [], "number": "AM-20385", "status": "closed", "subject": {"queue": "absences", "before": null, "notice": {"id": "01a21408-3738-720d-b090-817ecac95993", "days": "several", "late": null, "type": "holiday", "status": "processed", "endDate": "2026-12-04", "endTime": null, "version": 2, "wholeDay": true, "startDate": "2026-12-01", "startTime": null, "submittedAt": "2026-11-23T08:03:04.000Z", "endDateKnown": true, "overlapsWith": []}, "decided": [{"action": "cancel", "visitId": "01a1a592-7000-7d78-bda8-2d95bda9068b"}], "horizon": "2026-12-04", "affected": [{"id": "01a1a592-7000-7d78-bda8-2d95bda9068b", "date": "2026-12-02", "pinned": false, "status": "cancelled", "minutes": 120, "version": 2, "previous": null, "startTime": "09:00", "caregivers": [{"id": "01869c2f-7000-7ce0-95de-265bf2782b32", "name": "Danny Wouters"}], "serviceCode": "HV 1"}]}, "version": 2, "closedAt": "2026-11-23T08:03:34.000Z", "closedBy": "Rik Jansma", "openedAt": "2026-11-23T08:03:04.000Z", "reportedBy": {"name": "Mevr. C. Test", "relation": "zelf"}, "clientNumber": 104102}', '2026-11-23 08:03:34+00'),
	('cordaan', '01869c2f-7000-7a8f-887d-0f4215378104', 'fa994b32-ce9f-42e2-972a-6ffa53a25998', 'contact-requests.reply', 'deae50c6482bbba86f888b1c7dcbf389ea66ae139ab73693418751e3852146e4', 200, '{"id": "01a21408-3adb-74b5-9402-c8e40f209edc", "name": "Mevr. C. Test", "claim": null, "dueAt": "2026-11-25T16:00:00.000Z", "facts": {"kind": "contact-request", "queue": "contact-requests", "excerpt": "Kan de hulp voortaan om negen uur komen?", "subject": "planning"}, "queue": "contact-requests", "client": {"client": {"id": "01869c2f-7000-7c7d-9982-7ed62ed70862", "city": "Struchtdorp", "name": "Mevr. C. Test", "number": 104102, "birthDate": "1932-03-04"}, "phones": [{"name": "Dennis Test", "phone": "06 21212121", "primary": true, "relation": "familie"}, {"name": "Mevr. C. Test", "phone": "06 12345678", "primary": false, "relation": "zelf"}, {"name": "Mevr. C. Test", "phone": "06 12345678", "primary": false, "relation": "zelf"}], "upcoming": [{"id": "01a17739-3400-7e30-873c-fb11f5ce4993", "date": "2026-11-23", "pinned": false, "status": "planned", "minutes": 120, "version": 1, "previous": null, "startTime": "09:00", "caregivers": [{"id": "01869c2f-7000-7ce0-95de-265bf2782b32", "name": "Danny Wouters"}], "serviceCode": "HV 1"}, {"id": "01a18185-ec00-7e7b-9f33-9a480d9d873c", "date": "2026-11-25", "pinned": false, "status": "planned", "minutes": 120, "version": 1, "previous": null, "startTime": "09:00", "caregivers": [{"id": "01869c2f-7000-7ce0-95de-265bf2782b32", "name": "Danny Wouters"}], "serviceCode": "HV 1"}, {"id": "01a19b45-b800-70af-befe-3d0229a2a3e4", "date": "2026-11-30", "pinned": false, "status": "planned", "minutes": 120, "version": 1, "previous": null, "startTime": "09:00", "caregivers": [{"id": "01869c2f-7000-7ce0-95de-265bf2782b32", "name": "Danny Wouters"}], "serviceCode": "HV 1"}, {"id": "01a1a592-7000-7d78-bda8-2d95bda9068b", "date": "2026-12-02", "pinned": false, "status": "cancelled", "minutes": 120, "version": 2, "previous": null, "startTime": "09:00", "caregivers": [{"id": "01869c2f-7000-7ce0-95de-265bf2782b32", "name": "Danny Wouters"}], "serviceCode": "HV 1"}], "openCases": [{"id": "01a21408-3bdb-7315-aa2e-e12c2ed2ed18", "queue": "contact-requests", "number": "CV-31835", "openedAt": "2026-11-23T08:03:04.000Z"}], "indication": {"notes": [], "serviceCode": "HV 1", "hoursPerWeek": 4}, "usualCaregiver": "Danny Wouters", "earlierAbsences": [{"id": "01a21408-3738-720d-b090-817ecac95993", "type": "holiday", "endDate": "2026-12-04", "startDate": "2026-12-01"}, {"id": "0178cc0b-0ea0-78df-9508-9243949b7871", "type": "holiday", "endDate": "2021-05-19", "startDate": "2021-05-14"}], "earlierQuestions": [{"id": "0178cf49-70c0-7d69-9cf3-f91359f1b0e7", "subject": "household-help", "repliedBy": "Anneke van den Berg", "submittedAt": "2021-04-14T07:30:00.000Z"}]}, "facets": [], "number": "CV-31834", "status": "closed", "subject": {"kind": "contact-request", "queue": "contact-requests", "project": null, "readers": [{"name": "Mevr. C. Test", "relation": "zelf"}], "request": {"id": "01a21408-3adb-74b5-9402-c4d090795d2e", "reply": "Dat kan: vanaf maandag komt Samira om negen uur.", "status": "closed", "message": "Kan de hulp voortaan om negen uur komen?", "subject": "planning", "version": 2, "closedAt": "2026-11-23T08:03:34.000Z", "changedAt": null, "repliedBy": "Anneke van den Berg", "submittedAt": "2026-11-23T08:03:04.000Z"}, "addressedTo": null, "previousMessage": null}, "version": 2, "closedAt": "2026-11-23T08:03:34.000Z", "closedBy": "Anneke van den Berg", "openedAt": "2026-11-23T08:03:04.000Z", "reportedBy": {"name": "Mevr. C. Test", "relation": "zelf"}, "clientNumber": 104102}', '2026-11-23 08:03:34+00'),
	('cordaan', '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', '978047ba-2abc-4a9a-81b0-34ed078c8694', 'cases.claim', 'ba7846fefed1ed50c7bffeda941048511f784731b6efb6028986ddff8827ede0', 200, '{"claim": {"by": {"id": "01869c2f-7000-75c8-a6c3-3d0ad92c49d7", "name": "Rik Jansma", "initials": "RJ"}, "since": "2026-11-23T08:03:34.000Z", "expiresAt": "2026-11-23T08:05:34.000Z"}}', '2026-11-23 08:03:34+00'),
	('cordaan', '01869c2f-7000-7bed-adf7-7544f30c875f', '3ad89d7b-97d1-404f-a739-bd2aa10705fe', 'accounts.start-verification', 'fe9329f0789942b463d14b71c36bb27a7b251c3669c16c64ff4875ed4f46ed38', 201, '{"sentTo": "06 ···· 5678", "expiresAt": "2026-11-23T08:13:34.000Z", "triesLeft": 5, "verificationId": "01a21408-495d-7219-806a-217dd281ae85"}', '2026-11-23 08:03:34+00'),
	('cordaan', '01869c2f-7000-7bed-adf7-7544f30c875f', 'd6e22d8d-88b2-4757-baac-cb7bd5b81363', 'accounts.check-verification', 'f0a046ca652671e253bf3b9376d35bc79681048cfba84f018599e676d0dbcd02', 200, '{"expiresAt": "2026-11-23T08:13:34.000Z", "receiptId": "7d813f15-8263-41eb-8f70-b9e267782b27"}', '2026-11-23 08:03:34+00'),
	('cordaan', '01869c2f-7000-7bed-adf7-7544f30c875f', '3127593c-4716-45e7-9b6a-d5138db6cd3f', 'accounts.reset-password', 'b6a311bc72b15d52570f68211215b727da1df700d107fbb190339212504cc01c', 200, '{"id": "018ead45-8c00-7383-9301-bd482485599f", "acts": [{"act": "unblock", "why": "not-blocked", "stops": {"devices": 0, "sessions": 0}, "tells": ["k···@klantportaal.nl", "06 ···· 5678"], "method": null, "possible": false, "needsReceipt": false}, {"act": "reset-password", "why": null, "stops": {"devices": 0, "sessions": 0}, "tells": ["k···@klantportaal.nl", "06 ···· 5678"], "method": "link", "possible": true, "needsReceipt": true}, {"act": "clear-second-factor", "why": "no-second-factor", "stops": {"devices": 0, "sessions": 0}, "tells": ["k···@klantportaal.nl", "06 ···· 5678"], "method": null, "possible": false, "needsReceipt": true}, {"act": "forget-devices", "why": "no-devices", "stops": {"devices": 0, "sessions": 0}, "tells": ["k···@klantportaal.nl", "06 ···· 5678"], "method": null, "possible": false, "needsReceipt": true}], "kind": "client", "name": "Mevr. C. Test", "since": "2024-04-05T08:00:00.000Z", "caseId": null, "status": "active", "devices": [], "version": 2, "clientId": "01869c2f-7000-7c7d-9982-7ed62ed70862", "timeline": [{"at": "2026-11-23T08:03:34.000Z", "by": "staff", "id": "01a21408-4b35-7162-bcaf-67e293b5af7a", "type": "reset-sent", "detail": "belde, weet het niet meer", "staffName": "Jesse Aalbers"}, {"at": "2026-11-23T08:03:34.000Z", "by": "staff", "id": "01a21408-4a44-71ff-9ec8-0237b4c3274b", "type": "caller-verified", "detail": "reset-password", "staffName": "Jesse Aalbers"}, {"at": "2026-11-23T08:02:04.000Z", "by": "user", "id": "01a21408-2115-72a5-90e8-c67497b84f07", "type": "login", "detail": "Browser", "staffName": null}], "userName": "klanttest@klantportaal.nl", "diagnosis": {"cause": null, "checks": [{"at": null, "check": "blocked", "state": "passed", "params": {"max": 5, "failures": 0}, "finding": "not-blocked"}, {"at": null, "check": "care-ended", "state": "passed", "params": {}, "finding": "in-care"}, {"at": null, "check": "invitation", "state": "not-applicable", "params": {}, "finding": "not-needed"}, {"at": null, "check": "rights", "state": "not-applicable", "params": {}, "finding": "not-needed"}, {"at": null, "check": "mobile", "state": "not-applicable", "params": {}, "finding": "not-needed"}, {"at": null, "check": "code", "state": "not-applicable", "params": {}, "finding": "not-needed"}, {"at": null, "check": "device", "state": "not-applicable", "params": {}, "finding": "not-needed"}, {"at": null, "check": "email", "state": "passed", "params": {}, "finding": "known"}, {"at": null, "check": "password", "state": "warning", "params": {}, "finding": "temporary"}], "repair": null}, "clientName": "Mevr. C. Test", "lastLoginAt": "2026-11-23T08:02:04.000Z", "clientNumber": 104102, "openSessions": 0, "secondFactor": "none", "verification": [{"why": null, "masked": "06 ···· 5678", "channel": "sms", "possible": true}, {"why": null, "masked": "k···@klantportaal.nl", "channel": "email", "possible": true}], "userNameChangeable": false}', '2026-11-23 08:03:34+00');

INSERT INTO public.login_tickets VALUES
	('01a21407-fba9-7169-80ee-848dcab89f0e', 'CJa7MI4Jyr67yj_ZkGb1SJ_JK0_SDtYMKvJoqVcAse4', NULL, NULL, '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', 'staff-code', '', NULL, NULL, NULL, NULL, 0, '2026-11-23 08:00:31+00', '2026-11-23 08:15:31+00', '2026-11-23 08:00:31+00', NULL),
	('01a21408-0b94-723a-a389-93c52245161a', 'ca2xVKGh2TUcFgHHMEg0BB8Z8TowSj7EkSPfNeTdjYk', NULL, NULL, '01869c2f-7000-7a8f-887d-0f4215378104', 'staff-code', '', NULL, NULL, NULL, NULL, 0, '2026-11-23 08:01:02+00', '2026-11-23 08:16:02+00', '2026-11-23 08:01:02+00', NULL),
	('01a21408-11c9-736f-a03e-399b7ad02dc2', 'ALxpPOPoi-UGN6_j_y58ns_iISjYOaoHHUHvCIrRhVI', NULL, NULL, '01869c2f-7000-7bed-adf7-7544f30c875f', 'staff-code', '', NULL, NULL, NULL, NULL, 0, '2026-11-23 08:01:33+00', '2026-11-23 08:16:33+00', '2026-11-23 08:01:33+00', NULL),
	('01a21408-18e1-71e5-bb2b-424506287ba9', 'CwUgIK_SlrLyrYWicRvFYO5fVCqMtoAR63ySwXxVcI8', NULL, NULL, '01869c2f-7000-7e10-adc8-22135872b148', 'staff-code', '', NULL, NULL, NULL, NULL, 0, '2026-11-23 08:02:04+00', '2026-11-23 08:17:04+00', '2026-11-23 08:02:04+00', NULL),
	('01a21408-2630-75dc-a0c4-074b0b2ae1d0', 'mHp-LjShNF0S-paPSDUkMpV8vt1xIk9DNxQx4wQ5HTQ', 'cordaan', '0192704a-c000-70bd-880a-bcb9b93a441f', NULL, 'password', 'Browser', NULL, NULL, NULL, NULL, 0, '2026-11-23 08:02:04+00', '2026-11-23 08:17:04+00', NULL, NULL),
	('01a21408-2b49-70f6-ad11-b408d015ed39', 'GfJ_a6drRMBMPoVcDosPhhLl6A3Lgl6CB0jeKEmtfn0', 'zuyderland', '018db614-4c00-738d-9a30-98cef5891887', NULL, 'device', 'Browser', NULL, 'FSIORS0QdQUzqV-ZJPiy0khXAB1DPeGm57fkIPFNvw8', '2026-11-23 08:12:04+00', '2026-11-23 08:02:04+00', 0, '2026-11-23 08:02:04+00', '2026-11-23 08:17:04+00', NULL, NULL);

INSERT INTO public.number_series VALUES
	('cordaan', 'TA', 4129),
	('axxicom', 'AM', 20383),
	('axxicom', 'CV', 31831),
	('axxicom', 'TA', 4129),
	('zuyderland', 'AM', 20300),
	('zuyderland', 'CV', 31831),
	('zuyderland', 'TA', 4129),
	('laurens', 'AM', 20300),
	('laurens', 'CV', 31700),
	('laurens', 'TA', 4129),
	('careflex', 'AM', 20300),
	('careflex', 'CV', 31831),
	('careflex', 'TA', 4129),
	('cordaan', 'AM', 20386),
	('cordaan', 'CV', 31835);

INSERT INTO public.organisations VALUES
	('01869c2f-7000-7e20-b845-6c3da4bca8b7', 'careflex', 'Bouwgroep Meerzicht'),
	('01869c2f-7000-79af-8c86-d2cea9a18576', 'careflex', 'Zorgboerderij Anreepbergen'),
	('01869c2f-7000-776c-acfd-c8ef5307cda2', 'careflex', 'Beschermd wonen Klefburg'),
	('01869c2f-7000-70bb-aa11-061f082987c5', 'careflex', 'Zorgboerderij Gaastmarvliet'),
	('01869c2f-7000-7a16-90c0-7414ad032889', 'careflex', 'Woonzorg Wielseswaerd'),
	('01869c2f-7000-7678-98ad-69d9e73cc613', 'careflex', 'Woonzorg Magrettemeer'),
	('01869c2f-7000-7e6d-8a66-6bb61b4919e0', 'careflex', 'Beschermd wonen Wulpenbekhuizen'),
	('01869c2f-7000-78b2-8e67-775a144ab35e', 'careflex', 'Woonzorg Brinkmans'),
	('01869c2f-7000-7444-abe9-59d61483b357', 'careflex', 'Dagopvang Hijkenambacht');

INSERT INTO public.password_history VALUES
	('01930000-0000-7000-8000-000000000001', '01927a97-7800-7886-b8d8-9a75aae1a830', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', '2026-11-23 08:03:34+00');

INSERT INTO public.portal_users VALUES
	('0192704a-c000-70bd-880a-bcb9b93a441f', 'cordaan', 'brief104118', 'Dhr. A. Brandsma', 'client', 'zelf', '01869c2f-7000-7d86-9ec1-4cf4f2663eb6', NULL, 'a.brandsma@post.example', '2024-10-09 08:00:00+00', NULL, '+31689537693', '2024-10-09 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$8wDCxwsk1PD8ZlO1k5tOUw$Ed1L7gx0Y93p05TVvA7p8dtgXB/QUc6PpabyV0jur7k', true, NULL, '2026-11-22 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '2026-11-22 08:00:00+00', 1, 0, false),
	('018ead45-8c00-7383-9301-bd482485599f', 'cordaan', 'klanttest@klantportaal.nl', 'Mevr. C. Test', 'client', 'zelf', '01869c2f-7000-7c7d-9982-7ed62ed70862', NULL, 'klanttest@klantportaal.nl', '2024-04-05 08:00:00+00', NULL, '+31612345678', '2024-04-05 08:00:00+00', NULL, false, NULL, '2024-04-14 08:00:00+00', true, '2024-04-14 08:00:00+00', NULL, 0, NULL, NULL, NULL, NULL, NULL, '{}', '2026-11-23 08:02:04+00', '2024-04-05 08:00:00+00', 2, 0, false),
	('0190d44e-0000-7ae5-996d-d522c6a74cf0', 'cordaan', 's.willems@brievenbus.example', 'Mevr. S. Willems', 'client', 'zelf', '01869c2f-7000-7f97-80bb-9f6baa3cb4b2', NULL, 's.willems@brievenbus.example', '2024-07-21 08:00:00+00', NULL, '+31689093638', '2024-07-21 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-07-25 08:00:00+00', true, '2024-07-25 08:00:00+00', NULL, 0, NULL, NULL, NULL, NULL, NULL, '{}', '2026-11-19 20:13:00+00', '2024-07-21 08:00:00+00', 1, 0, false),
	('018a73ce-1400-7faa-afa3-b5ab2dac369e', 'cordaan', 't.driessen2@mail.example', 'Dhr. T. Driessen', 'client', 'zelf', '01869c2f-7000-746d-b2c4-c46f9c0be5d9', NULL, 't.driessen2@mail.example', '2023-09-08 08:00:00+00', NULL, '+31689227725', '2023-09-08 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2023-09-18 08:00:00+00', true, '2023-09-18 08:00:00+00', NULL, 0, NULL, NULL, NULL, NULL, NULL, '{}', '2026-10-25 08:37:00+00', '2023-09-08 08:00:00+00', 1, 0, false),
	('018dc587-6000-7b62-9d2a-487ee53c73d5', 'cordaan', 'brief105070', 'Dhr. Z. van den Heuvel', 'client', 'zelf', '01869c2f-7000-77b0-8db1-048a2a5a6560', NULL, 'z.vandenheuvel@thuis.example', '2024-02-20 08:00:00+00', NULL, '+31689551232', '2024-02-20 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$8wDCxwsk1PD8ZlO1k5tOUw$Ed1L7gx0Y93p05TVvA7p8dtgXB/QUc6PpabyV0jur7k', true, NULL, '2026-09-20 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '2026-09-20 08:00:00+00', 1, 0, false),
	('01892a37-1400-7fd4-b679-d57b788f71e6', 'cordaan', 'c.vandemeer@post.example', 'Dhr. C. van de Meer', 'client', 'zelf', '01869c2f-7000-7451-8152-f9da112ac9b9', NULL, 'c.vandemeer@post.example', '2023-07-06 08:00:00+00', NULL, '+31689248879', '2023-07-06 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2023-07-12 08:00:00+00', true, '2023-07-12 08:00:00+00', NULL, 0, NULL, NULL, NULL, NULL, NULL, '{}', '2026-10-23 08:07:00+00', '2023-07-06 08:00:00+00', 1, 0, false),
	('0193e314-a000-7fc8-994e-a788b9cb20e5', 'axxicom', 'w.terpstra@post.example', 'Mevr. W. Terpstra', 'client', 'zelf', '01869c2f-7000-7b87-96c6-7890437dc86a', NULL, 'w.terpstra@nieuw.example', '2026-11-23 08:03:34+00', NULL, '+31689298920', '2024-12-20 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-12-29 08:00:00+00', true, '2024-12-29 08:00:00+00', NULL, 0, NULL, NULL, NULL, NULL, NULL, '{}', '2026-10-30 19:54:00+00', '2024-12-20 08:00:00+00', 1, 0, false),
	('019169a6-6c00-7465-8a2a-2e5c9185ebb6', 'axxicom', 'l.debruyn@post.example', 'Dhr. L. de Bruyn', 'client', 'zelf', '01869c2f-7000-772d-90ac-2cbfc382683d', NULL, 'l.debruyn@post.example', '2024-08-19 08:00:00+00', NULL, '+31689922777', '2024-08-19 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-08-21 08:00:00+00', true, '2024-08-21 08:00:00+00', NULL, 0, NULL, NULL, NULL, NULL, NULL, '{}', '2026-11-14 08:53:00+00', '2024-08-19 08:00:00+00', 1, 0, false),
	('0189491d-3c00-70d8-a65c-68b3dc3ad88f', 'axxicom', 'brief200885', 'Dhr. B. van der Linden', 'client', 'zelf', '01869c2f-7000-7816-aa26-b328882e2342', NULL, 'b.vanderlinden2@post.example', '2023-07-12 08:00:00+00', NULL, '+31689812637', '2023-07-12 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$8wDCxwsk1PD8ZlO1k5tOUw$Ed1L7gx0Y93p05TVvA7p8dtgXB/QUc6PpabyV0jur7k', true, NULL, '2026-07-29 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '2026-07-29 08:00:00+00', 1, 0, false),
	('01938662-2800-7e69-83bc-61c6a04a9e34', 'axxicom', 'a.bijl@thuis.example', 'Mevr. A. Bijl', 'client', 'zelf', '01869c2f-7000-7177-9916-058b18eebfca', NULL, 'a.bijl@thuis.example', '2024-12-02 08:00:00+00', NULL, '+31689616671', '2024-12-02 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-12-11 08:00:00+00', true, '2024-12-11 08:00:00+00', NULL, 0, NULL, NULL, NULL, NULL, NULL, '{}', '2026-11-01 08:55:00+00', '2024-12-02 08:00:00+00', 1, 0, false),
	('01938662-2800-7431-8849-959fa86a2bd7', 'axxicom', 'm.driessen@brievenbus.example', 'Dhr. M. Driessen', 'client', 'zelf', '01869c2f-7000-7e33-81d2-bd30579a4a3c', NULL, 'm.driessen@brievenbus.example', '2024-12-02 08:00:00+00', NULL, '+31689925576', '2024-12-02 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-12-03 08:00:00+00', true, '2024-12-03 08:00:00+00', NULL, 0, NULL, NULL, NULL, NULL, NULL, '{}', '2026-11-02 23:00:00+00', '2024-12-02 08:00:00+00', 1, 0, false),
	('01908c34-f800-7120-8b5e-6d9a1e5479c1', 'axxicom', 'a.vandebrink@thuis.example', 'Mevr. A. van de Brink', 'client', 'zelf', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', NULL, 'a.vandebrink@thuis.example', '2024-07-07 08:00:00+00', NULL, '+31689121792', '2024-07-07 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-07-08 08:00:00+00', true, '2024-07-08 08:00:00+00', NULL, 0, NULL, NULL, NULL, NULL, NULL, '{}', '2026-10-20 10:16:00+00', '2024-07-07 08:00:00+00', 1, 0, false),
	('01902f82-8000-7190-ad43-76fbf1bd5b53', 'axxicom', 'l.deboer@mail.example', 'Mevr. L. de Boer', 'client', 'zelf', '01869c2f-7000-78e4-928d-1fc2e31ac629', NULL, 'l.deboer@mail.example', '2024-06-19 08:00:00+00', NULL, '+31689526128', '2024-06-19 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-06-27 08:00:00+00', true, '2024-06-27 08:00:00+00', NULL, 0, NULL, NULL, NULL, NULL, NULL, '{}', '2026-10-20 07:12:00+00', '2024-06-19 08:00:00+00', 1, 0, false),
	('018db614-4c00-738d-9a30-98cef5891887', 'zuyderland', 't.essers', 'Mevr. T. Essers', 'client', 'zelf', '01869c2f-7000-79a4-958b-c2fc7039d648', NULL, 't.essers@post.example', '2024-02-17 08:00:00+00', NULL, '+31689786150', '2024-02-17 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-02-26 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, '{messages,appointments,dossier,details,settings}', '2026-11-02 05:01:00+00', '2024-02-17 08:00:00+00', 1, 0, false),
	('018e1d13-7c00-7e0e-8474-de1bd6129a93', 'zuyderland', 'r.essers', 'Ruud Essers', 'representative', 'zoon', '01869c2f-7000-79a4-958b-c2fc7039d648', NULL, 'r.essers@mail.example', '2024-03-08 08:00:00+00', NULL, '+31689215341', '2024-03-08 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-03-18 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, '2024-03-08 08:00:00+00', '2024-03-18 08:00:00+00', NULL, '{messages,appointments,dossier,details,settings}', '2026-11-04 16:55:00+00', '2024-03-08 08:00:00+00', 1, 0, false),
	('018af48d-1000-7108-9d49-a92e3e9e2cae', 'zuyderland', 'p.puk', 'Pietje Puk', 'contact', 'kennis', '01869c2f-7000-79a4-958b-c2fc7039d648', NULL, 'p.puk@mail.example', '2023-10-03 08:00:00+00', NULL, '+31689781213', '2023-10-03 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2023-10-07 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, '2023-10-03 08:00:00+00', '2023-10-07 08:00:00+00', NULL, '{}', '2026-10-28 00:27:00+00', '2023-10-03 08:00:00+00', 1, 0, false),
	('01888045-3800-7e8a-9062-5df4cc4688bb', 'zuyderland', 'a.vanderheijden', 'Anouar van der Heijden', 'representative', 'neef', '01869c2f-7000-786e-b95d-282090f679ce', NULL, 'a.vanderheijden@brievenbus.example', '2023-06-03 08:00:00+00', NULL, '+31689250985', '2023-06-03 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2023-06-06 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, '2023-06-03 08:00:00+00', '2023-06-06 08:00:00+00', NULL, '{messages,appointments,dossier,details,settings}', '2026-11-06 01:29:00+00', '2023-06-03 08:00:00+00', 1, 0, false),
	('01889f2b-6000-7123-8614-083b4d6c23ee', 'zuyderland', 'a.decorte', 'Alicia de Corte', 'representative', 'zus', '01869c2f-7000-76fa-a97f-8d7b4b342b30', NULL, 'a.decorte@mail.example', '2023-06-09 08:00:00+00', NULL, '+31689085375', '2023-06-09 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2023-06-17 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, '2023-06-09 08:00:00+00', '2023-06-17 08:00:00+00', NULL, '{messages,appointments,dossier,details,settings}', '2026-10-31 21:23:00+00', '2023-06-09 08:00:00+00', 1, 0, false),
	('0186bb15-9800-747d-9d74-87d714bc2bbe', 'zuyderland', 'j.bijl2', 'Jaylinn Bijl', 'representative', 'schoondochter', '01869c2f-7000-74f1-9172-c4809d3a8400', NULL, 'j.bijl2@brievenbus.example', '2023-03-07 08:00:00+00', NULL, '+31689390585', '2023-03-07 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2023-03-16 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, '2023-03-07 08:00:00+00', '2023-03-16 08:00:00+00', NULL, '{messages,appointments,dossier,details,settings}', '2026-11-13 00:07:00+00', '2023-03-07 08:00:00+00', 1, 0, false),
	('018fe243-1c00-7016-a65a-253902739509', 'zuyderland', 'm.wagenaar', 'Musa Wagenaar', 'contact', 'broer', '01869c2f-7000-74f1-9172-c4809d3a8400', NULL, 'm.wagenaar@brievenbus.example', '2026-11-11 10:00:11+00', NULL, '+31689193279', '2026-11-11 10:00:11+00', '$argon2id$v=19$m=19456,t=2,p=1$8wDCxwsk1PD8ZlO1k5tOUw$Ed1L7gx0Y93p05TVvA7p8dtgXB/QUc6PpabyV0jur7k', true, NULL, '2026-11-11 10:00:11+00', false, NULL, NULL, 0, NULL, NULL, '2026-11-11 10:00:11+00', NULL, NULL, '{messages,appointments,dossier,details,settings}', NULL, '2026-11-11 10:00:11+00', 1, 0, false),
	('018fd2d0-0800-7dd9-a2b9-90ecd54be3f1', 'zuyderland', 'c.bosman', 'Claire Bosman', 'representative', 'nicht', '01869c2f-7000-7399-8b37-12d9bf31fef0', NULL, 'c.bosman@mail.example', '2024-06-01 08:00:00+00', NULL, '+31689374225', '2024-06-01 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-06-12 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, '2024-06-01 08:00:00+00', '2024-06-12 08:00:00+00', NULL, '{messages,appointments,dossier,details,settings}', '2026-11-07 05:53:00+00', '2024-06-01 08:00:00+00', 1, 0, false),
	('018fb910-3c00-7e58-8ae4-96a46f1d6507', 'laurens', 'f.deboer', 'Frank de Boer', 'client', 'zelf', '01869c2f-7000-753b-ace1-8b5feb9e990a', NULL, 'f.deboer@post.example', '2024-05-27 08:00:00+00', NULL, '+31689369124', '2024-05-27 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$8wDCxwsk1PD8ZlO1k5tOUw$Ed1L7gx0Y93p05TVvA7p8dtgXB/QUc6PpabyV0jur7k', true, NULL, '2026-11-22 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, '{messages,appointments,dossier,details,settings}', NULL, '2026-11-22 08:00:00+00', 1, 0, false),
	('01927a97-7800-7886-b8d8-9a75aae1a830', 'laurens', 't.hofstra', 'Tineke Hofstra', 'client', 'zelf', '01869c2f-7000-735c-b31f-2e9a1e6c75f4', NULL, 't.hofstra@post.example', '2024-10-11 08:00:00+00', NULL, '+31689450769', '2024-10-11 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-10-18 08:00:00+00', false, NULL, NULL, 1, '2026-11-23 08:02:04+00', NULL, NULL, NULL, NULL, '{messages,appointments,dossier,details,settings}', '2026-10-21 15:04:00+00', '2024-10-11 08:00:00+00', 1, 0, false),
	('018eb792-4400-776d-9d7c-f49745e09494', 'laurens', 'f.bakker', 'Florian Bakker', 'client', 'zelf', '01869c2f-7000-75b1-8326-32852da8050a', NULL, 'f.bakker@post.example', '2024-04-07 08:00:00+00', NULL, '+31689416911', '2024-04-07 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-04-14 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, '{messages,appointments,dossier,details,settings}', '2026-11-13 12:11:00+00', '2024-04-07 08:00:00+00', 1, 0, false),
	('018b3ca6-1800-76d6-b58f-c547b718aa0c', 'laurens', 'd.vandervelde2', 'Damin van der Velde', 'representative', 'zoon', '01869c2f-7000-75b1-8326-32852da8050a', NULL, 'd.vandervelde2@thuis.example', '2023-10-17 08:00:00+00', NULL, '+31689471703', '2023-10-17 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2023-10-23 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, '2023-10-17 08:00:00+00', '2023-10-23 08:00:00+00', NULL, '{messages,appointments,dossier,details,settings}', '2026-11-08 09:00:00+00', '2023-10-17 08:00:00+00', 1, 0, false),
	('0190d44e-0000-7de1-8ef2-faf78c58b6b9', 'laurens', 'c.decorte', 'Cataleya de Corte', 'representative', 'dochter', '01869c2f-7000-7aa2-8bf4-dcc01620629e', NULL, 'c.decorte@brievenbus.example', '2024-07-21 08:00:00+00', NULL, '+31689879852', '2024-07-21 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-07-26 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, '2024-07-21 08:00:00+00', '2024-07-26 08:00:00+00', NULL, '{messages,appointments,dossier,details,settings}', '2026-10-25 05:14:00+00', '2024-07-21 08:00:00+00', 1, 0, false),
	('018ce815-ec00-7c3a-b697-3b0a2b67e473', 'laurens', 'a.visser2', 'Amin Visser', 'contact', 'neef', '01869c2f-7000-7aa2-8bf4-dcc01620629e', NULL, 'a.visser2@thuis.example', '2026-11-11 07:11:03+00', NULL, '+31689578680', '2026-11-11 07:11:03+00', '$argon2id$v=19$m=19456,t=2,p=1$8wDCxwsk1PD8ZlO1k5tOUw$Ed1L7gx0Y93p05TVvA7p8dtgXB/QUc6PpabyV0jur7k', true, NULL, '2026-11-11 07:11:03+00', false, NULL, NULL, 0, NULL, NULL, '2026-11-11 07:11:03+00', NULL, NULL, '{messages,appointments,dossier,details,settings}', NULL, '2026-11-11 07:11:03+00', 1, 0, false),
	('01872214-c800-7680-a5eb-193eda368a43', 'careflex', 'l.vermeer', 'Linda Vermeer', 'organisation-contact', 'P&O Manager', NULL, '01869c2f-7000-7e20-b845-6c3da4bca8b7', 'l.vermeer@bouwgroep-meerzicht.example', '2023-03-27 08:00:00+00', NULL, '+31689198028', '2023-03-27 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2023-04-06 08:00:00+00', false, NULL, 'v1.Lx3avDJkxXZ9E6MdGuwteG2_2E1Wv33qQtjLdfdgPTX0KfssUNhXBu-BMjovEqFwinwdZg7U98PQKr2q', 0, NULL, NULL, NULL, NULL, NULL, '{portal-administrator,portal-member}', '2026-10-27 05:38:00+00', '2023-03-27 08:00:00+00', 1, 0, false),
	('0191ef8b-c400-7222-bb65-32a61f8cbf1e', 'careflex', 'f.meeuwis', 'Féline Meeuwis', 'organisation-contact', 'Planner', NULL, '01869c2f-7000-79af-8c86-d2cea9a18576', 'f.meeuwis@zorgboerderij-anreepbergen.example', '2024-09-14 08:00:00+00', NULL, '+31689074444', '2024-09-14 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-09-26 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, '{portal-member,all-projects}', '2026-11-17 22:20:00+00', '2024-09-14 08:00:00+00', 1, 0, false),
	('0186c562-5000-742c-bf61-a3849ada6407', 'careflex', 'm.hendriks', 'Maes Hendriks', 'organisation-contact', 'Directeur', NULL, '01869c2f-7000-776c-acfd-c8ef5307cda2', 'm.hendriks@beschermd-wonen-klefburg.example', '2023-03-09 08:00:00+00', NULL, '+31689602955', '2023-03-09 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2023-03-13 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, '{portal-member,visit-mails,all-projects}', '2026-11-12 16:20:00+00', '2023-03-09 08:00:00+00', 1, 0, false),
	('018c3e24-1000-787d-910c-7206e44964dc', 'careflex', 'e.kuiper', 'Esmee Kuiper', 'organisation-contact', 'Planner', NULL, '01869c2f-7000-70bb-aa11-061f082987c5', 'e.kuiper@zorgboerderij-gaastmarvliet.example', '2023-12-06 08:00:00+00', NULL, '+31689603871', '2023-12-06 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2023-12-14 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, '{portal-member,visit-mails,all-projects}', '2026-11-11 11:12:00+00', '2023-12-06 08:00:00+00', 1, 0, false),
	('019237a4-cc00-7fbe-a896-4bada2d8c07e', 'careflex', 'r.moors', 'Ruby Moors', 'organisation-contact', 'P&O Manager', NULL, '01869c2f-7000-7a16-90c0-7414ad032889', 'r.moors@woonzorg-wielseswaerd.example', '2024-09-28 08:00:00+00', NULL, '+31689853857', '2024-09-28 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-09-30 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, '{portal-member}', '2026-11-13 01:56:00+00', '2024-09-28 08:00:00+00', 1, 0, false),
	('019352e2-9000-7c1a-9820-5954a831bbdb', 'careflex', 's.meijer', 'Saar Meijer', 'organisation-contact', 'P&O Adviseur', NULL, '01869c2f-7000-7678-98ad-69d9e73cc613', 's.meijer@woonzorg-magrettemeer.example', '2024-11-22 08:00:00+00', NULL, '+31689301539', '2024-11-22 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-12-02 08:00:00+00', false, NULL, 'v1.y7FDr2MyRKPxWrw_paqHQiW1bRsWLy-UOB8DmyG1N9tvgoUuMCJYBGODevrZICROa_qj5thnJWOmVhOt', 0, NULL, NULL, NULL, NULL, NULL, '{portal-member,visit-mails}', '2026-10-22 06:36:00+00', '2024-11-22 08:00:00+00', 1, 0, false),
	('01875fe1-1800-7a70-a6f0-fd1d39fa3816', 'careflex', 'l.denadel-moors', 'Lola den Adel-Moors', 'organisation-contact', 'Planner', NULL, '01869c2f-7000-7e6d-8a66-6bb61b4919e0', 'l.denadel-moors@beschermd-wonen-wulpenbekhuizen.example', '2023-04-08 08:00:00+00', NULL, '+31689376303', '2023-04-08 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2023-04-19 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, '{portal-member}', '2026-10-31 02:37:00+00', '2023-04-08 08:00:00+00', 1, 0, false),
	('01940c47-8000-7d6c-8640-e378492bddf0', 'careflex', 'n.post', 'Noë Post', 'organisation-contact', 'Planner', NULL, '01869c2f-7000-78b2-8e67-775a144ab35e', 'n.post@woonzorg-brinkmans.example', '2024-12-28 08:00:00+00', NULL, '+31689092205', '2024-12-28 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-12-31 08:00:00+00', false, NULL, 'v1.d5-7_XuWtX52dWaB3ufTeuVvrXiDwVAKLghtP2vrTOHW1LUsGTAv2tjzyOWkJkOIbiVRLZNIdNLX-mUG', 0, NULL, NULL, NULL, NULL, NULL, '{portal-member,visit-mails}', '2026-11-07 07:39:00+00', '2024-12-28 08:00:00+00', 1, 0, false),
	('019284e4-3000-7f13-80d9-ef1da071d21f', 'careflex', 'a.bosch', 'Aleyna Bosch', 'organisation-contact', 'P&O Adviseur', NULL, '01869c2f-7000-7444-abe9-59d61483b357', 'a.bosch@dagopvang-hijkenambacht.example', '2024-10-13 08:00:00+00', NULL, '+31689305943', '2024-10-13 08:00:00+00', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', false, NULL, '2024-10-23 08:00:00+00', false, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, '{portal-member,all-projects}', '2026-11-22 12:25:00+00', '2024-10-13 08:00:00+00', 1, 0, false);

INSERT INTO public.projects VALUES
	('01869c2f-7000-7d4a-aa9b-36fc926b42fb', 'careflex', '01869c2f-7000-7e20-b845-6c3da4bca8b7', 'Kantine West', '01869c2f-7000-75ea-91fd-3f95603ecd78'),
	('01869c2f-7000-7b02-b13a-c620a7510afb', 'careflex', '01869c2f-7000-7e20-b845-6c3da4bca8b7', 'Vervanging De Linde', '01869c2f-7000-78e4-a731-ba2f14258f98'),
	('01869c2f-7000-79dd-ae29-6418b416bc47', 'careflex', '01869c2f-7000-7e20-b845-6c3da4bca8b7', 'Woonvoorziening Het Hof', '01869c2f-7000-75ea-91fd-3f95603ecd78'),
	('01869c2f-7000-7f56-8d84-dca84b99fc15', 'careflex', '01869c2f-7000-70bb-aa11-061f082987c5', 'Crisisopvang Zuid', '01869c2f-7000-78e4-a731-ba2f14258f98'),
	('01869c2f-7000-7eb4-84f7-d2f8669ee180', 'careflex', '01869c2f-7000-7a16-90c0-7414ad032889', 'Crisisopvang Zuid', '01869c2f-7000-78e4-a731-ba2f14258f98'),
	('01869c2f-7000-72a1-a1ed-53dbb716e24e', 'careflex', '01869c2f-7000-78b2-8e67-775a144ab35e', 'Crisisopvang De Waard', '01869c2f-7000-78e4-a731-ba2f14258f98'),
	('01869c2f-7000-723d-a4bb-d21991d023f5', 'careflex', '01869c2f-7000-7444-abe9-59d61483b357', 'Woonvoorziening West', '01869c2f-7000-78e4-a731-ba2f14258f98');

INSERT INTO public.provider_sequences VALUES
	('axxicom', 0),
	('zuyderland', 0),
	('laurens', 0),
	('careflex', 0),
	('cordaan', 12);

INSERT INTO public.providers VALUES
	('cordaan', 'Cordaan Thuisdiensten', '{"id": "cordaan", "code": {"tries": 5, "minutes": 10, "resendAfterSeconds": 30}, "name": "Cordaan Thuisdiensten", "block": {"delaySeconds": [0, 1, 2, 4, 8], "afterFailures": 5}, "login": {"userName": "becomes-email", "organisation": {"code": "cordaanhbh", "mode": "prefilled"}, "checkContactDetailsAtFirstLogin": true}, "panels": ["absences", "contact-requests", "planning", "contact-details", "contact-persons"], "absence": {"leadWorkingDays": 3}, "helpdesk": "helpdesk@cordaan.example", "holidays": {"open": [], "closed": []}, "password": {"digit": true, "lower": false, "upper": true, "history": 0, "special": true, "deviation": "Samenstellingsregels en een verboden teken komen uit het portaal zelf; 63B §3.1.1.2 raadt ze af. Alleen het wachtwoord beschermt dit account, 63B vraagt dan 15 tekens.", "forbidden": "?", "maxLength": 128, "minLength": 8}, "recovery": {"frees": true, "method": "link", "minutes": 10, "selfService": false}, "subjects": ["planning", "indication", "portal", "other", "household-help"], "portalUrl": "https://portaal.cordaan.example", "secondFactor": "none", "planningShown": "visits", "firstCredentials": "letter", "openDaysAfterCare": 0, "deviceVerification": "never", "answerWithinWorkingDays": 2}'),
	('axxicom', 'Axxicom Thuishulp', '{"id": "axxicom", "code": {"tries": 5, "minutes": 10, "resendAfterSeconds": 30}, "name": "Axxicom Thuishulp", "block": {"delaySeconds": [0, 1, 2, 4, 8], "afterFailures": 5}, "login": {"userName": "becomes-email", "organisation": {"code": "axxicom", "mode": "prefilled"}, "checkContactDetailsAtFirstLogin": true}, "panels": ["absences", "contact-requests", "planning", "contact-details", "contact-persons"], "absence": {"leadWorkingDays": 3}, "helpdesk": "helpdesk@axxicom.example", "holidays": {"open": [], "closed": []}, "password": {"digit": true, "lower": false, "upper": true, "history": 0, "special": true, "deviation": "Samenstellingsregels en een verboden teken komen uit het portaal zelf; 63B §3.1.1.2 raadt ze af. Alleen het wachtwoord beschermt dit account, 63B vraagt dan 15 tekens.", "forbidden": "?", "maxLength": 128, "minLength": 8}, "recovery": {"frees": true, "method": "link", "minutes": 10, "selfService": true}, "subjects": ["planning", "indication", "portal", "other", "household-help"], "portalUrl": "https://portaal.axxicom.example", "secondFactor": "none", "planningShown": "visits", "firstCredentials": "letter", "openDaysAfterCare": 0, "deviceVerification": "never", "answerWithinWorkingDays": 2}'),
	('zuyderland', 'Zuyderland Zorgcentra', '{"id": "zuyderland", "code": {"tries": 5, "minutes": 10, "resendAfterSeconds": 30}, "name": "Zuyderland Zorgcentra", "block": {"delaySeconds": [0, 1, 2, 4, 8], "afterFailures": 5}, "login": {"userName": "as-given", "organisation": {"mode": "none"}, "checkContactDetailsAtFirstLogin": false}, "panels": ["messages", "care-signals", "contact-persons", "user-management"], "absence": {"leadWorkingDays": 0}, "helpdesk": "helpdesk@zuyderland.example", "holidays": {"open": [], "closed": []}, "password": {"digit": false, "lower": false, "upper": false, "history": 0, "special": false, "deviation": null, "forbidden": "", "maxLength": 128, "minLength": 8}, "recovery": {"frees": true, "method": "link", "minutes": 10, "selfService": true}, "subjects": [], "portalUrl": "https://portaal.zuyderland.example", "secondFactor": "none", "planningShown": "own-appointments", "firstCredentials": "email", "openDaysAfterCare": 0, "deviceVerification": "weekly", "answerWithinWorkingDays": 2}'),
	('laurens', 'Laurens', '{"id": "laurens", "code": {"tries": 5, "minutes": 10, "resendAfterSeconds": 30}, "name": "Laurens", "block": {"delaySeconds": [0, 1, 2, 4, 8], "afterFailures": 5}, "login": {"userName": "changeable-once", "organisation": {"mode": "none"}, "checkContactDetailsAtFirstLogin": false}, "panels": ["contact-persons", "user-management"], "absence": {"leadWorkingDays": 0}, "helpdesk": "helpdesk@laurens.example", "holidays": {"open": [], "closed": []}, "password": {"digit": true, "lower": true, "upper": true, "history": 12, "special": false, "deviation": "Samenstellingsregels en een tijdelijk wachtwoord per e-mail komen uit het portaal zelf; een link is één instelling verder.", "forbidden": "", "maxLength": 128, "minLength": 8}, "recovery": {"frees": true, "method": "temporary-password", "minutes": 60, "selfService": true}, "subjects": [], "portalUrl": "https://portaal.laurens.example", "secondFactor": "none", "planningShown": "none", "firstCredentials": "two-emails", "openDaysAfterCare": 7, "deviceVerification": "per-device", "answerWithinWorkingDays": 2}'),
	('careflex', 'Careflex Zorg Groep', '{"id": "careflex", "code": {"tries": 5, "minutes": 10, "resendAfterSeconds": 30}, "name": "Careflex Zorg Groep", "block": {"delaySeconds": [0, 1, 2, 4, 8], "afterFailures": 5}, "login": {"userName": "as-given", "organisation": {"mode": "after-login"}, "checkContactDetailsAtFirstLogin": false}, "panels": ["project-questions", "contact-details", "contact-persons", "user-management"], "absence": {"leadWorkingDays": 0}, "helpdesk": "helpdesk@careflex.example", "holidays": {"open": [], "closed": []}, "password": {"digit": false, "lower": false, "upper": false, "history": 0, "special": false, "deviation": null, "forbidden": "", "maxLength": 128, "minLength": 15}, "recovery": {"frees": true, "method": "link", "minutes": 10, "selfService": true}, "subjects": ["project", "general"], "portalUrl": "https://portaal.careflex.example", "secondFactor": "authenticator-optional", "planningShown": "projects", "firstCredentials": "email-within-hour", "openDaysAfterCare": 0, "deviceVerification": "never", "answerWithinWorkingDays": 2}');

INSERT INTO public.recovery_links VALUES
	('01a21408-4af9-70ff-965b-e44d68c4079b', '018ead45-8c00-7383-9301-bd482485599f', '5XV-cRAlrevuisHgzKwHkRxfPEQ7T4WGdwWkFqFpyug', '2026-11-23 08:03:34+00', '2026-11-23 08:13:34+00', NULL);

INSERT INTO public.sessions VALUES
	('01a21408-008e-75bc-9f55-69c59731546f', 'cordaan', NULL, '01869c2f-7000-75c8-a6c3-3d0ad92c49d7', 'C4nZmpifihwyR74WxQxGZWU-ly4FV-L8pg5SEzeKSPg', NULL, '2026-11-23 08:00:31+00', '2026-11-23 20:00:31+00', '', NULL, '2026-11-23 08:00:31+00', '2026-11-23 08:00:31+00', NULL),
	('01a21408-0d72-7124-85d1-361d4a379e13', 'cordaan', NULL, '01869c2f-7000-7a8f-887d-0f4215378104', '8QDmAV5MYxAk0hQQ8Pk81A7jCn_KoNfIyGE8JnhqRhw', NULL, '2026-11-23 08:01:02+00', '2026-11-23 20:01:02+00', '', NULL, '2026-11-23 08:01:02+00', '2026-11-23 08:01:02+00', NULL),
	('01a21408-1430-73ca-990a-512557da44e7', 'cordaan', NULL, '01869c2f-7000-7bed-adf7-7544f30c875f', '5_7GnmWBUptpAWZXU4hswlS3gY5FRBZ8gMxqUA0hpt8', NULL, '2026-11-23 08:01:33+00', '2026-11-23 20:01:33+00', '', NULL, '2026-11-23 08:01:33+00', '2026-11-23 08:01:33+00', NULL),
	('01a21408-1a22-7712-99f3-10d273d129c8', 'cordaan', NULL, '01869c2f-7000-7e10-adc8-22135872b148', 'wPT6KQZORRLUgrNyRMo4OQvPP7RDL2RCM1LzSs6V3Xc', NULL, '2026-11-23 08:02:04+00', '2026-11-23 20:02:04+00', '', NULL, '2026-11-23 08:02:04+00', '2026-11-23 08:02:04+00', NULL),
	('01a21408-2124-7450-bc04-74e4cb1c9dfa', 'cordaan', '018ead45-8c00-7383-9301-bd482485599f', NULL, 'vX0dc8eYrU0CqW6cnamvqxs2IRC106_Psa1_vjl1sVI', NULL, '2026-11-23 08:02:04+00', '2026-11-23 20:02:04+00', 'Browser', NULL, '2026-11-23 08:02:04+00', '2026-11-23 08:02:04+00', '2026-11-23 08:03:34+00');

INSERT INTO public.staff VALUES
	('01869c2f-7000-71cc-9d03-a05507c34e5d', 'Noor Willemsen', 'noor.willemsen@cordaan.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.qxw0QqbZITcoDDDd5Uo38lXoXQJGWrHg1k05q_bTbALmSvGs9Z8K5ClnBOiD0F92HLUzWOusJ0M8NGL0', 0, 'v1.RXhC4LzspGqZzuI3lErxpsCwdVCKqQuKPwJUg8Ab8zkJILHFLOERoheKnIchCZDWH3ZJftjBRmmQBBY7iNkvyjIhxBKctgtQ', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-7487-b82e-8f6f2901519c', 'Eline Brouwer', 'eline.brouwer@cordaan.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.4KyQCQXdQfL-Op8nekwKsIfQ8grMQD-Gl1kuRMHuqD73YA5jHbiLQMmIpdEtnTKL0zif6gdTFaVjlWHe', 0, 'v1.2xcXXVhSE9XmuBtbQ8aMTZVDra7rXSf5h7Hgi8MuMSrSK41kwni08JZYaVCnk5-P5x1c1i3S-SXnyHyrQoM6ZodH7Hiw3LoB', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-7cdc-9ee0-0abdfa7b6c95', 'Thijs van Veen', 'thijs.vanveen@axxicom.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.akNGo9g8MPMr8ZmHxj6kOMvWuiZ8X0BXMgtThXV1sRnFNO09S_essrXFAQPYg5AulcjobJVeH61kviQG', 0, 'v1.S87Qye9kz--KHPgHmFsIQ6-uiFugxcVx9-2E7cNajLhmxZ_9s2YlC5LFf8pEDVqx_HV0pDszAQjdGox6cfLthJfrGeTqAHgT', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-7043-81da-f98686dbab96', 'Meryem Kaya', 'meryem.kaya@axxicom.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.aznUiqYPLUn7IH99lZGC7TNfsfuoYvPsTf8WocSmGyuNgQoJlz4MRhNTfF7APDHOCEZDpBBYVQ1zFMHL', 0, 'v1.5szm1M_00SuN7hrHRuwlXfoy8G8ZmVZMvFM45ghF21S4Aw57tAMrou4lcSS-y320pZnAB2Xc9FVvB-hPL-pfdLRWLgJuoDqk', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-7715-a2bf-b159d4c04c83', 'Fleur Timmer', 'fleur.timmer@axxicom.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.ceU_Tvdr56sibSHVTU_nFkWditF806AeyssrN9Lrlo0e-wBpviuTulg-fxQwNSwVkc1wMmImI8H_HfMp', 0, 'v1.2aoSIIn4_bmbRH2X4ok7UA9zld9HbYnNPmUui5byR1IxUwAoYJ9SbTl-IqNkuwyD87E-bRT5su4QDOSVSuVfn27_mgM3YyKh', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-76d5-9449-993e9507a0c0', 'Bas Hoogland', 'bas.hoogland@axxicom.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.9VJMpnsLrxhRM109fsSf53MU7WAxyz1au4gqA2wInFT2W7RAI3L1gisHcq56COU5FPYZ9qWAHIXlgeFj', 0, 'v1.D1mAVsSgTOK5XMA4LPIaWwOIrKbvNP-9qY6WosH-Y3QG09ijgoKMM1ZAVuf84I7rCFCfAkRQp_zrdH59ca1IOapcgmrrMNyY', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-74ac-a913-322d44cb689f', 'Lotte de Groot', 'lotte.degroot@zuyderland.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.iByg-6yj6VGsLXs2do1A-J-ba9ERBEPruxd9blA9btpQjJPsbROpPQAN45wripE_pqdMpTLfcjQIv-lg', 0, 'v1.vG3Bce7Jt3CCSxWw6jqBy50_8OuddHwrfwfMoNZkoHLCO2vOYLyHovxFH9F8IXu7STFOiyUjIW917_rJvVOXGlTSV1DUa2Pd', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-71d5-bd60-94a5f6f0461f', 'Guus Peeters', 'guus.peeters@zuyderland.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.vLeJh_1Jcou7sakcNC6bd0OivcDaeIPax8hOyc__9zkq7jykjCXpGqbarqIMrhKEmcwjwsn1rHB17XnO', 0, 'v1.lhRMlv7Tn_CtYu98DZaFcsLGfuw2R66uXXi5MSM_pd5ruqwsvEtbubMiwfaiyk1ycLrO7oykVqDI8OtPygC4AOZ0wDxP9qY-', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-7673-bf48-06f0fb33d941', 'Loek Janssen', 'loek.janssen@zuyderland.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.HPYsAXyx_mIpHIcOul4YF-eDLaw-vVpJHhsHnCJUh_G6KQaBtiS6pTV1UsGWq1tUoTFSILvoIPpEicFX', 0, 'v1.-HY5Tc8s25XaN9Lnzqkpdq7YZxryqK5gyO-qbBvpwBxjtsjT6hgEANEaVa_RsUufenRBpRsfzC_5H5lLqh5tCBfFXsujTcaV', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-7afa-9e0e-bdaafa010b2c', 'Jip Verhoeven', 'jip.verhoeven@zuyderland.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.NIzoOFhXB01ARSTP4OHIFbKDJr_3W7BIZNzB_jEzsKbgsfDivh8oPMQG7atr-wFYshGbn-CbjM1SIvfD', 0, 'v1.EnLkMkpeukX-jqrmQ-xny9LV1jWseu3DwF8keQ8HFimaMFm1rbkH6kTRknMbcfrESlF-u_t4M17gIhcAGv8qIIVYqADMQa1n', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-7638-b092-f749b3794cb4', 'Marjan Schreurs', 'marjan.schreurs@zuyderland.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.9VsgYs7it0lODuddqIFWtlcEJ0cG69fvyZogvf5zQzcHnJ36w7OmONkOjLQ9WUdZPpjU7Ap9BLPags3_', 0, 'v1.UWISRyX6Q5p_DlZmKEUj4yEkRR58-HqU6dF2Fs-b41WscqMFSm18oZrucX3N8N2_GnaOoJGt4jOpo9ANGBYie_Q4XpkL0Nr8', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-7f89-8137-32ed5ade1618', 'Sem Molenaar', 'sem.molenaar@laurens.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.0G2CcU1You7ufOOshbcd8HufW8ZGjmtmDZ5jCSyNtlIXomZ1D8YrreFNDmWna6d5WEq1Q2rUh0b6TpJj', 0, 'v1.lI7WRput07S4Z2X5qs8vMR0Ti7jzXe9VaXqU-L66ydwjgyi86aN7xrGTLSCB9VtIJeVeN6hYGEtO4upou9Jyff0LIyenol2B', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-74df-9cf8-c976f0c89333', 'Hanna Vink', 'hanna.vink@laurens.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.poN8EOyyMNW_wXHZzR3zY3uI8ioQGrM2q55R8rh2eY4lFMSM-HZNZn0rT-JrXXdjzcPQ3nTbejCPrBVU', 0, 'v1.MBGVVyF-rfr91doXDkJRxGnVmXogp4B7PCnOzowTnqemN5YvaVLaSffXn4ilHvTBqclOUZ0dgfeMJC-QepfBJx_0Zy8OgQEq', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-7506-ac4f-dfcc9ffc847e', 'Tom de Ruiter', 'tom.deruiter@laurens.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.YlZyh4bYIblbcj4IGtolauWcHyP9XiJYR_i8hdNQl0j0BgRlnVuNP1kO_D0m7jv6F586pAdACOi1hut0', 0, 'v1._NFg3LiDhxDyIgn9DIi4ILx-IeZyu4l0CueDJ5U4kXipp9FGA9ZgW3hQah8i5P3SgzBv0cv3IzB52uZJzSrzYqqDQTREQy96', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-76e3-ae27-f3dae110deba', 'Wies Prinsen', 'wies.prinsen@laurens.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.m0gKDHDhepsBPy9tCaWRI7tJeQJcRY3QY9IdVwHfIDs7-s3EZXMZXcDrEKSoWwHcrw1ReyOVxj0SQgbA', 0, 'v1.BcqsGWtJqMGGre7Exuq85C7JAVbRGW9GMwWWjZImP-mthlKtXAFmqx_5hj52qylx0j4IqgObBCMZ0PKt5pHfQDfKuJboPzkG', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-75ea-91fd-3f95603ecd78', 'Eva Lindeman', 'eva.lindeman@careflex.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.ip7wP4Si-n4aq-QERUTtO6dOyX9ikSP6bQygXsuCkZjv0lfYnHxC9BJPUjIDcACtnGJHrz4V2yk49KDR', 0, 'v1.owUrPM6BT_390fq9MUslDHVcD4xVh-vaNcl5oDkdl9iCNg5Hj5CWlISA6OXO6RWJ93nBf3pLoJCh7hC2-kNuxy4FomzQ_xxW', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-7a8f-887d-0f4215378104', 'Anneke van den Berg', 'anneke.vandenberg@cordaan.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.NLWQouLj1egLIeTWrfTglbwakCRgQedlU4txjBSNF9rhKFo-6UoRTu4_VCdM3k7PoDs3z9jgQqJ3lfgC', 59847362, 'v1.Jy4i6wk0eNmwQPd3OxRIJfQ2D2rOEDqM8Bzb5kd_cGt5qwLpqyjCqvoYomdAf7qbxELukpmGQAEoEl8yaBXcDUnTcQ6TnyNb', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-7bed-adf7-7544f30c875f', 'Jesse Aalbers', 'jesse.aalbers@cordaan.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.04wC74ZhvdZlpLVwN-ekzvwwSehRhFo3mPvqnHn_CPnI8RuboNZmfJ60S21BbcahtwwN6m1MZ_3_rLDE', 59847363, 'v1.yupe_Nlhl2Qup3jpGYk7l-MXMKEKA3H4RHEdRkVIqlwyb71cxdkICyG1jox-POffVyJia4zDdBqJIGqZRsF0Kd2JLm6XgKMj', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-7e10-adc8-22135872b148', 'Sanne Bos', 'sanne.bos@cordaan.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.WihbOJppkz_B99IKl94LO3fCwFi6ZcRZbpKfDz8fqrdVpC9plS04T9Lnt0qj4Kj0E_VfCdIdQHechfLv', 59847364, 'v1.NbahqVvQ2_exuylM3mQbT6IohJ2X_zOzgSamNhiPm6S5Hs6nwZqU09wm7izaicV-wsuFKxNN8NbKKRZPQfI8pRYcE5a_Rb2a', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-78e4-a731-ba2f14258f98', 'Koen Ritsma', 'koen.ritsma@careflex.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1._xgXmd23HL7SbTuOW9rHrUrmKFwy3an4e1qNo9wXPihPdt3wz4fCPAD_UHjvdznqPboMg0DiHR7b-z1r', 0, 'v1.WAUTRkpag_pP0jp1gU6ZhEiV0mUYMktHZhm-Po63UJt5mm78TgPT_aelRdG1HRfRXJjIJzvfUUGWoJBgoL_33P-ZccJ9xbPI', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-743b-9b60-e19c25d8e419', 'Daan Postma', 'daan.postma@careflex.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.eg2-RA58JuAWX6y3CXBiMtzIedao1Sud53DDvJ6NwYG5hi2xzHhvDxZ076Q1E_kq3xfzzPI3Qp9OMTaq', 0, 'v1.0MF2F_dkuGZI2hO4hCicZTPs2lzcwiR-DnGO3_tGKHNTI30kxNHTggnOXsLriauUQ1D8PciVxn9m8jWrASzVjJhKJ_F35TAl', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-7fab-b026-6a0f6103fb6c', 'Imke Wagenaar', 'imke.wagenaar@careflex.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.0aYAiGOUGqWsCHQUkbe5FQ4lXSVlb12HVZbWwj82Z-BU2IbNO168Meorv5oTERnGgFSFbDXrb25olCIq', 0, 'v1.Caq7eZPde7mwAbpGu7zVl3IH3yUZMh2ag_z5hcG98PovqdqzUrOeZ9bZo4fbir5tlE9mILijwIv71NWDUeWwbsHWTc-rVnvN', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-700c-9e4f-0da73fe28f30', 'Joke Terlouw', 'joke.terlouw@careflex.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.gcSnKNbqtSY-jltJ8Ur7SKlXomiAxPbQo7S2FbSWyQYEuAuL89UGNGEybTP4M_EGuCYAsFiHYI12h-D6', 0, 'v1.pHSge8tY2BNEYYFevQ2kJBAGE5-ADAMVtu2Uu5MBtqofX7wTOisEkHUXFYIhHwANoiNEBvIURrNU_cxIUhwSNxcyYkk_bFqt', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00'),
	('01869c2f-7000-75c8-a6c3-3d0ad92c49d7', 'Rik Jansma', 'rik.jansma@cordaan.example', '$argon2id$v=19$m=19456,t=2,p=1$O0KnaAzC/8UaS+FfzuIbaA$SScIgg5E8iZvZXxobk2r53LpoIaAKQqCQliD75VZEjs', 'v1.BgSkpLp16svAnso0rP7Xb2_lAmCHJHr3ZSY9kBRFxgQ4eLWm6G8TyWuGLNZ1iCe79-q3merFSAULPc43', 59847361, 'v1.Nr21Fp9n4qa10WmCMxWQQxQ5JG8hq8U5L3IfwcK9g8cgE0nsqAGuYZluOf-xEjVapZMKwmQIte6Ee7qHhzyBRjdG-Y4md8g_', 0, NULL, NULL, NULL, '2023-03-01 08:00:00+00');

INSERT INTO public.staff_memberships VALUES
	('01869c2f-7000-71cc-9d03-a05507c34e5d', 'cordaan', 'planner', 'Noord', true),
	('01869c2f-7000-71cc-9d03-a05507c34e5d', 'axxicom', 'planner', 'Kust', true),
	('01869c2f-7000-75c8-a6c3-3d0ad92c49d7', 'cordaan', 'planner', 'Zuid', true),
	('01869c2f-7000-7a8f-887d-0f4215378104', 'cordaan', 'care-manager', 'Noord', true),
	('01869c2f-7000-7487-b82e-8f6f2901519c', 'cordaan', 'care-manager', 'Zuid', true),
	('01869c2f-7000-7bed-adf7-7544f30c875f', 'cordaan', 'helpdesk', NULL, true),
	('01869c2f-7000-7e10-adc8-22135872b148', 'cordaan', 'team-lead', NULL, true),
	('01869c2f-7000-7cdc-9ee0-0abdfa7b6c95', 'axxicom', 'planner', 'Polder', true),
	('01869c2f-7000-7043-81da-f98686dbab96', 'axxicom', 'care-manager', 'Kust', true),
	('01869c2f-7000-7715-a2bf-b159d4c04c83', 'axxicom', 'helpdesk', NULL, true),
	('01869c2f-7000-76d5-9449-993e9507a0c0', 'axxicom', 'team-lead', NULL, true),
	('01869c2f-7000-74ac-a913-322d44cb689f', 'zuyderland', 'care-manager', 'Oost', true),
	('01869c2f-7000-71d5-bd60-94a5f6f0461f', 'zuyderland', 'care-manager', 'West', true),
	('01869c2f-7000-7673-bf48-06f0fb33d941', 'zuyderland', 'planner', 'Oost', true),
	('01869c2f-7000-7afa-9e0e-bdaafa010b2c', 'zuyderland', 'helpdesk', NULL, true),
	('01869c2f-7000-7afa-9e0e-bdaafa010b2c', 'laurens', 'helpdesk', NULL, true),
	('01869c2f-7000-7638-b092-f749b3794cb4', 'zuyderland', 'team-lead', NULL, true),
	('01869c2f-7000-7f89-8137-32ed5ade1618', 'laurens', 'helpdesk', NULL, true),
	('01869c2f-7000-74df-9cf8-c976f0c89333', 'laurens', 'care-manager', 'Maas', true),
	('01869c2f-7000-7506-ac4f-dfcc9ffc847e', 'laurens', 'planner', 'Maas', true),
	('01869c2f-7000-76e3-ae27-f3dae110deba', 'laurens', 'team-lead', NULL, true),
	('01869c2f-7000-75ea-91fd-3f95603ecd78', 'careflex', 'care-manager', 'Projecten', true),
	('01869c2f-7000-78e4-a731-ba2f14258f98', 'careflex', 'care-manager', 'Projecten', true),
	('01869c2f-7000-743b-9b60-e19c25d8e419', 'careflex', 'planner', 'Projecten', true),
	('01869c2f-7000-7fab-b026-6a0f6103fb6c', 'careflex', 'helpdesk', NULL, true),
	('01869c2f-7000-700c-9e4f-0da73fe28f30', 'careflex', 'team-lead', NULL, true);

INSERT INTO public.system_meta VALUES
	('note', 'kept');

INSERT INTO public.trusted_devices VALUES
	('01a1396c-e400-7028-9513-345819de080d', '01927a97-7800-7886-b8d8-9a75aae1a830', 'KXAcCMJekzQSezOooDcT_09Fho-Wc3KpZFxGaamQ-UQ', 'Safari op iPad', '2026-10-14 08:00:00+00', '2026-10-21 15:04:00+00', NULL, NULL),
	('01a0ec2d-8000-76ac-a9ae-4906249537bf', '0190d44e-0000-7de1-8ef2-faf78c58b6b9', 'TvtXlVA4J8XfpQliKIFL1E0wdKFS7yOW8XLuHCRZIDg', 'Chrome op Windows', '2026-09-29 08:00:00+00', '2026-10-25 05:14:00+00', NULL, NULL),
	('01a17212-d800-7eb9-8c37-d2e945de5864', '0190d44e-0000-7de1-8ef2-faf78c58b6b9', 'YwoAPHWt791Hep9fJVDFuqCAL6QB5mj5Rh3FdAoyCfc', 'Safari op iPad', '2026-10-25 08:00:00+00', '2026-10-25 05:14:00+00', NULL, NULL),
	('019f02f1-5c00-7f78-9640-e40492ee9743', '018ce815-ec00-7c3a-b697-3b0a2b67e473', 'AVDZCrIqBdS4DsmkWj-VnhKWVCebtBCmfiL-29AzMDY', 'Safari op iPhone', '2026-06-26 08:00:00+00', '2026-11-18 10:52:00+00', NULL, '2026-11-16 07:11:03+00');

INSERT INTO public.visit_assignments VALUES
	('01a17739-3400-7763-91e2-be60e5f27235', 'cordaan', '01a17739-3400-7e30-873c-fb11f5ce4993', '01869c2f-7000-7ce0-95de-265bf2782b32', '["2026-11-23 09:00:00","2026-11-23 11:00:00")', true),
	('01a18185-ec00-7b3c-9564-bb9dc90670d5', 'cordaan', '01a18185-ec00-7e7b-9f33-9a480d9d873c', '01869c2f-7000-7ce0-95de-265bf2782b32', '["2026-11-25 09:00:00","2026-11-25 11:00:00")', true),
	('01a17c5f-9000-7e25-a043-1ed99122b2a7', 'cordaan', '01a17c5f-9000-7fea-906e-255934c278b5', '01869c2f-7000-7879-834f-ced8787f21f4', '["2026-11-24 14:00:00","2026-11-24 17:00:00")', true),
	('01a18185-ec00-7a2d-ab5d-360df31eba01', 'cordaan', '01a18185-ec00-7f04-8f68-37d868d990f2', '01869c2f-7000-7879-834f-ced8787f21f4', '["2026-11-25 12:00:00","2026-11-25 15:00:00")', true),
	('01a18185-ec00-784f-9ea9-0ddf4ca5d2bc', 'cordaan', '01a18185-ec00-7bc3-9543-bba307bf9cdc', '01869c2f-7000-778c-82b0-82da4b62b45a', '["2026-11-25 09:00:00","2026-11-25 11:00:00")', true),
	('01a18185-ec00-7494-994b-71b3e349c54b', 'cordaan', '01a18185-ec00-7c04-a16a-4daf9b5832ae', '01869c2f-7000-76d9-be2c-45bfe75f2277', '["2026-11-25 14:30:00","2026-11-25 16:00:00")', true),
	('01a18bd2-a400-7c1b-b2da-c16764865924', 'cordaan', '01a18bd2-a400-7bc8-8c20-c381739fd930', '01869c2f-7000-76d9-be2c-45bfe75f2277', '["2026-11-27 14:30:00","2026-11-27 16:00:00")', true),
	('01a18bd2-a400-718b-9a7e-1d8c09852eb7', 'cordaan', '01a18bd2-a400-7aed-b471-4ea422634b2f', '01869c2f-7000-7970-abe6-3bca22886251', '["2026-11-27 14:30:00","2026-11-27 16:30:00")', true),
	('01a17c5f-9000-7c7c-adbd-919ab2ebbfc6', 'cordaan', '01a17c5f-9000-79ec-a4a1-1e77a4857e05', '01869c2f-7000-7d73-89e9-938282e7e77a', '["2026-11-24 10:30:00","2026-11-24 13:30:00")', true),
	('01a19b45-b800-7cf4-bdbb-5715a6515cb5', 'cordaan', '01a19b45-b800-70af-befe-3d0229a2a3e4', '01869c2f-7000-7ce0-95de-265bf2782b32', '["2026-11-30 09:00:00","2026-11-30 11:00:00")', true),
	('01a1a06c-1400-7338-9eef-5b871a07954e', 'cordaan', '01a1a06c-1400-7305-9d6c-833a569aef1e', '01869c2f-7000-7879-834f-ced8787f21f4', '["2026-12-01 14:00:00","2026-12-01 17:00:00")', true),
	('01a1a592-7000-7827-8da5-58602c36b904', 'cordaan', '01a1a592-7000-7061-b4c7-031e0b7aea48', '01869c2f-7000-7879-834f-ced8787f21f4', '["2026-12-02 12:00:00","2026-12-02 15:00:00")', true),
	('01a1a592-7000-78f7-9886-18c7d7517efa', 'cordaan', '01a1a592-7000-7d78-bda8-2d95bda9068b', '01869c2f-7000-7ce0-95de-265bf2782b32', '["2026-12-02 09:00:00","2026-12-02 11:00:00")', false),
	('01a1a592-7000-736f-8687-2a8cf5356b67', 'cordaan', '01a1a592-7000-7972-99e4-726606e45d56', '01869c2f-7000-778c-82b0-82da4b62b45a', '["2026-12-02 09:00:00","2026-12-02 11:00:00")', true),
	('01a1a592-7000-7cf7-a71f-d19416e20c99', 'cordaan', '01a1a592-7000-79b2-b6ab-d2487b22a8e9', '01869c2f-7000-76d9-be2c-45bfe75f2277', '["2026-12-02 14:30:00","2026-12-02 16:00:00")', true),
	('01a1a06c-1400-78da-80fa-5d636285cd54', 'cordaan', '01a1a06c-1400-7b72-af06-1649bbcbf4e2', '01869c2f-7000-7d73-89e9-938282e7e77a', '["2026-12-01 10:30:00","2026-12-01 13:30:00")', true),
	('01a1396c-e400-7f7c-a470-31f7645a6ce5', 'axxicom', '01a1396c-e400-7566-a2f5-526121830cf8', '01869c2f-7000-75cb-8692-dce4a59ead70', '["2026-11-11 10:00:00","2026-11-11 11:30:00")', false),
	('01a143b9-9c00-7645-8a7b-51c5e7b01caa', 'axxicom', '01a143b9-9c00-7e61-934e-795c8c384c8d', '01869c2f-7000-75cb-8692-dce4a59ead70', '["2026-11-13 09:00:00","2026-11-13 10:00:00")', false),
	('01a18185-ec00-72d9-952e-0c3b05f9017e', 'axxicom', '01a18185-ec00-78d8-bd7e-663d1a148a9b', '01869c2f-7000-7963-a426-2c55426617f6', '["2026-11-25 08:00:00","2026-11-25 10:00:00")', true),
	('01a17739-3400-7b11-baf0-65674258317d', 'axxicom', '01a17739-3400-7820-b00e-9cdffd7f35a4', '01869c2f-7000-7359-a187-a90d0beb1dbc', '["2026-11-23 10:00:00","2026-11-23 12:00:00")', true),
	('01a18185-ec00-73e6-884b-c268651ed4e1', 'axxicom', '01a18185-ec00-79a7-ac97-03fa7500fa08', '01869c2f-7000-7359-a187-a90d0beb1dbc', '["2026-11-25 16:00:00","2026-11-25 17:00:00")', true),
	('01a18185-ec00-7a50-a20a-a28661f3a07e', 'axxicom', '01a18185-ec00-7e90-a058-6ec5beedbb84', '01869c2f-7000-7f97-b0e5-65d18cf315da', '["2026-11-25 10:30:00","2026-11-25 13:00:00")', true),
	('01a17739-3400-7568-bd54-4230add62b95', 'axxicom', '01a17739-3400-7bb3-91a4-51b987dd009a', '01869c2f-7000-7f97-b0e5-65d18cf315da', '["2026-11-23 11:00:00","2026-11-23 13:30:00")', true),
	('01a17739-3400-76bc-9944-9668ec551ac4', 'axxicom', '01a17739-3400-700f-9549-426276411bae', '01869c2f-7000-7d90-b5c2-39bba1e94e29', '["2026-11-23 13:30:00","2026-11-23 15:00:00")', true),
	('01a17739-3400-78c6-8995-c3b9e39a2f77', 'axxicom', '01a17739-3400-7f1c-b667-d2bfc483bad5', '01869c2f-7000-7367-8465-07f1750b7b1f', '["2026-11-23 13:30:00","2026-11-23 15:00:00")', true),
	('01a18185-ec00-781e-a8ae-ebf78244595d', 'axxicom', '01a18185-ec00-7c63-a9d6-6cf48eadfb64', '01869c2f-7000-75cb-8692-dce4a59ead70', '["2026-11-25 10:00:00","2026-11-25 11:30:00")', true),
	('01a17739-3400-79c2-9839-046632c6a7f6', 'axxicom', '01a17739-3400-743a-989b-298dc9be13b2', '01869c2f-7000-75cb-8692-dce4a59ead70', '["2026-11-23 11:30:00","2026-11-23 13:00:00")', true),
	('01a18bd2-a400-777c-a318-eb6ff81b79fb', 'axxicom', '01a18bd2-a400-7974-873b-c53b722666b3', '01869c2f-7000-75cb-8692-dce4a59ead70', '["2026-11-27 09:00:00","2026-11-27 10:00:00")', true),
	('01a17739-3400-700e-83d9-fecdb8823f5c', 'axxicom', '01a17739-3400-7bf1-b460-4d0b536b3dd9', '01869c2f-7000-7a55-8052-92fe389ce40f', '["2026-11-23 08:30:00","2026-11-23 11:00:00")', false),
	('01a18185-ec00-7e94-b3ff-bb33fae3c6d0', 'axxicom', '01a18185-ec00-7117-8a2a-bfeb786eb1e6', '01869c2f-7000-7a55-8052-92fe389ce40f', '["2026-11-25 08:30:00","2026-11-25 09:30:00")', true),
	('01a1a592-7000-7956-a8b5-6aeb9bd0a00e', 'axxicom', '01a1a592-7000-7616-9a9f-5ebe6856dc02', '01869c2f-7000-7963-a426-2c55426617f6', '["2026-12-02 08:00:00","2026-12-02 10:00:00")', true),
	('01a19b45-b800-78e6-b731-64128d13987e', 'axxicom', '01a19b45-b800-7f2c-8806-9df67b40a012', '01869c2f-7000-7359-a187-a90d0beb1dbc', '["2026-11-30 10:00:00","2026-11-30 12:00:00")', true),
	('01a1a592-7000-777b-a3c2-fde117d7f0f0', 'axxicom', '01a1a592-7000-78a9-865e-f938592d3b43', '01869c2f-7000-7359-a187-a90d0beb1dbc', '["2026-12-02 16:00:00","2026-12-02 17:00:00")', true),
	('01a1a592-7000-7656-9d7c-6019e0ce8d5f', 'axxicom', '01a1a592-7000-7437-b13c-a036617d3493', '01869c2f-7000-75d0-af31-98a5f1edf2dd', '["2026-12-02 10:30:00","2026-12-02 13:00:00")', true),
	('01a19b45-b800-7937-b132-5e98f617c3e0', 'axxicom', '01a19b45-b800-7288-bc5b-20cc7a9db667', '01869c2f-7000-7f97-b0e5-65d18cf315da', '["2026-11-30 11:00:00","2026-11-30 13:30:00")', true),
	('01a19b45-b800-795a-b549-408e1ff0800a', 'axxicom', '01a19b45-b800-7eee-8301-c936dc899634', '01869c2f-7000-7d90-b5c2-39bba1e94e29', '["2026-11-30 13:30:00","2026-11-30 15:00:00")', true),
	('01a19b45-b800-7fee-a4da-c7df7db1ea73', 'axxicom', '01a19b45-b800-7e67-83ce-33f13aea7799', '01869c2f-7000-7367-8465-07f1750b7b1f', '["2026-11-30 13:30:00","2026-11-30 15:00:00")', true),
	('01a1a592-7000-710c-842a-392aa0bb5c5e', 'axxicom', '01a1a592-7000-7d96-9cfc-b6d1209697dc', '01869c2f-7000-75cb-8692-dce4a59ead70', '["2026-12-02 10:00:00","2026-12-02 11:30:00")', true),
	('01a19b45-b800-7724-b774-ffa5905ab04a', 'axxicom', '01a19b45-b800-74cd-bf39-e0f2d5398f21', '01869c2f-7000-75cb-8692-dce4a59ead70', '["2026-11-30 11:30:00","2026-11-30 13:00:00")', true),
	('01a19b45-b800-703a-aca5-ad454f00883d', 'axxicom', '01a19b45-b800-7bb9-951e-a8adc3e7aec4', '01869c2f-7000-7a55-8052-92fe389ce40f', '["2026-11-30 08:30:00","2026-11-30 11:00:00")', true),
	('01a1a592-7000-7de6-9e44-455149d4cacc', 'axxicom', '01a1a592-7000-7a84-af5f-5b1d2fc5979e', '01869c2f-7000-7a55-8052-92fe389ce40f', '["2026-12-02 08:30:00","2026-12-02 09:30:00")', true),
	('01a18bd2-a400-79af-ab5a-59d36f53a554', 'zuyderland', '01a18bd2-a400-7e51-9cf0-e8c2fe85040b', '01869c2f-7000-74d2-91c6-49c37cbfab45', '["2026-11-27 08:45:00","2026-11-27 09:15:00")', true),
	('01a1961f-5c00-770e-b8ce-439f49acbadd', 'zuyderland', '01a1961f-5c00-768c-98b4-7be77ca83098', '01869c2f-7000-74d2-91c6-49c37cbfab45', '["2026-11-29 10:00:00","2026-11-29 10:30:00")', true),
	('01a17c5f-9000-7dd7-9275-e29acb05e2a0', 'zuyderland', '01a17c5f-9000-7e29-8f6d-152e772e8462', '01869c2f-7000-73a2-87b2-dd95057bb326', '["2026-11-24 18:00:00","2026-11-24 18:45:00")', true),
	('01a186ac-4800-78d1-b3e3-80192965c181', 'zuyderland', '01a186ac-4800-75f4-a625-d71ff7685bf3', '01869c2f-7000-73a2-87b2-dd95057bb326', '["2026-11-26 10:15:00","2026-11-26 11:00:00")', true),
	('01a18185-ec00-71a5-ae2c-327e20560a77', 'zuyderland', '01a18185-ec00-7ae3-9b05-cbe410836007', '01869c2f-7000-7170-9bbe-3019bc32ca96', '["2026-11-25 10:30:00","2026-11-25 12:00:00")', true),
	('01a17739-3400-7791-a762-5db54f051ebb', 'zuyderland', '01a17739-3400-765c-b49e-8feb95ea57b0', '01869c2f-7000-7570-bf72-409431830352', '["2026-11-23 07:15:00","2026-11-23 08:00:00")', true),
	('01a18bd2-a400-7207-9ab5-52fb87197b01', 'zuyderland', '01a18bd2-a400-7b00-a475-a0da229a9045', '01869c2f-7000-7570-bf72-409431830352', '["2026-11-27 07:15:00","2026-11-27 08:00:00")', true),
	('01a186ac-4800-7fce-a395-81941916b6eb', 'zuyderland', '01a186ac-4800-7eef-a67b-58e301d531ed', '01869c2f-7000-7570-bf72-409431830352', '["2026-11-26 15:15:00","2026-11-26 15:30:00")', true),
	('01a186ac-4800-7cfd-98de-057993ea4b09', 'zuyderland', '01a186ac-4800-7f87-98e3-ddfeeab47e08', '01869c2f-7000-7b6b-9109-3aefe173dc59', '["2026-11-26 07:45:00","2026-11-26 08:15:00")', true),
	('01a186ac-4800-7c08-997a-70db1d709399', 'zuyderland', '01a186ac-4800-754d-9de8-9321e89b0984', '01869c2f-7000-73d6-b52e-a7f53b254d05', '["2026-11-26 18:15:00","2026-11-26 19:00:00")', true),
	('01a18bd2-a400-7de8-9a5e-52dafcbd37c5', 'zuyderland', '01a18bd2-a400-756c-9492-4433ce5fa5b8', '01869c2f-7000-73d6-b52e-a7f53b254d05', '["2026-11-27 17:45:00","2026-11-27 18:30:00")', true),
	('01a17c5f-9000-7393-85d9-52ce3beda5af', 'zuyderland', '01a17c5f-9000-7f7c-957a-a394e3336eba', '01869c2f-7000-73d6-b52e-a7f53b254d05', '["2026-11-24 12:00:00","2026-11-24 13:30:00")', true),
	('01a1a06c-1400-7799-919f-272838aeb6e5', 'zuyderland', '01a1a06c-1400-788e-b3f4-d1e665aa566f', '01869c2f-7000-73a2-87b2-dd95057bb326', '["2026-12-01 18:00:00","2026-12-01 18:45:00")', true),
	('01a1a592-7000-7163-a3c2-67b5aa5eee31', 'zuyderland', '01a1a592-7000-79fa-824d-3befe67797f0', '01869c2f-7000-7170-9bbe-3019bc32ca96', '["2026-12-02 10:30:00","2026-12-02 12:00:00")', true),
	('01a19b45-b800-781a-8226-a02639c13ded', 'zuyderland', '01a19b45-b800-7ef5-a022-5b4682709439', '01869c2f-7000-7570-bf72-409431830352', '["2026-11-30 07:15:00","2026-11-30 08:00:00")', true),
	('01a1a06c-1400-7cbe-877b-521d8d3c20be', 'zuyderland', '01a1a06c-1400-7de2-b3e2-fdd2ac81052f', '01869c2f-7000-73d6-b52e-a7f53b254d05', '["2026-12-01 12:00:00","2026-12-01 13:30:00")', true),
	('01a1961f-5c00-7183-9409-bb40d55f0bb6', 'laurens', '01a1961f-5c00-708f-81d7-02e16521c1b8', '01869c2f-7000-7f26-b86c-d9592a280466', '["2026-11-29 09:45:00","2026-11-29 10:30:00")', true),
	('01a18bd2-a400-7c61-93c7-9333fec0c7c1', 'laurens', '01a18bd2-a400-7130-a83f-a5067ec72899', '01869c2f-7000-7f26-b86c-d9592a280466', '["2026-11-27 09:30:00","2026-11-27 10:15:00")', true),
	('01a18185-ec00-7e05-aee6-939b1369e7d7', 'laurens', '01a18185-ec00-7441-a7da-3878eba82e86', '01869c2f-7000-7944-ae0d-a73c3e1ca14f', '["2026-11-25 07:45:00","2026-11-25 08:30:00")', true),
	('01a186ac-4800-7864-a5d6-1230a8192c23', 'laurens', '01a186ac-4800-7684-aa3b-431df1cfcf4b', '01869c2f-7000-7f26-b86c-d9592a280466', '["2026-11-26 10:30:00","2026-11-26 10:50:00")', true),
	('01a18bd2-a400-73b1-84f8-0c5ae7704cab', 'laurens', '01a18bd2-a400-79cd-a56a-4d586370d7c8', '01869c2f-7000-78f4-b8bf-c9b8ce3d6a2d', '["2026-11-27 09:15:00","2026-11-27 09:45:00")', true),
	('01a18185-ec00-7a1a-bf6d-0d41b694ec23', 'laurens', '01a18185-ec00-710b-a357-5a74ce662b30', '01869c2f-7000-78f4-b8bf-c9b8ce3d6a2d', '["2026-11-25 08:00:00","2026-11-25 08:30:00")', true),
	('01a18185-ec00-77f2-8748-15d60426095e', 'laurens', '01a18185-ec00-7403-980b-a9bcb1b2ab5a', '01869c2f-7000-7abf-8fef-9abb3cc24cb6', '["2026-11-25 17:45:00","2026-11-25 18:15:00")', true),
	('01a17739-3400-764a-b1c9-ecb30cff004c', 'laurens', '01a17739-3400-7b1c-81a5-01da034a3c83', '01869c2f-7000-7ddf-a2a7-656e05587232', '["2026-11-23 18:00:00","2026-11-23 18:30:00")', true),
	('01a190f9-0000-727e-bb28-7e34b3c16260', 'laurens', '01a190f9-0000-7f7d-81bb-f473f6bf7626', '01869c2f-7000-7ddf-a2a7-656e05587232', '["2026-11-28 10:15:00","2026-11-28 10:30:00")', false),
	('01a1961f-5c00-7f1a-9ba4-84b0effe0517', 'laurens', '01a1961f-5c00-7a92-a3bd-3e67e22e3c65', '01869c2f-7000-7221-8b6a-48feaf602895', '["2026-11-29 10:30:00","2026-11-29 11:15:00")', true),
	('01a1a592-7000-706f-a923-64f3e07bd57d', 'laurens', '01a1a592-7000-750e-8f07-35310e28b93f', '01869c2f-7000-7f26-b86c-d9592a280466', '["2026-12-02 07:45:00","2026-12-02 08:30:00")', true),
	('01a1a592-7000-7f27-9368-72097eea317d', 'laurens', '01a1a592-7000-7065-903e-ccf23dad57ec', '01869c2f-7000-78f4-b8bf-c9b8ce3d6a2d', '["2026-12-02 08:00:00","2026-12-02 08:30:00")', true),
	('01a1a592-7000-7715-917e-01d55f9f89a1', 'laurens', '01a1a592-7000-76a7-98c8-fe6724e1ee97', '01869c2f-7000-7ddf-a2a7-656e05587232', '["2026-12-02 17:45:00","2026-12-02 18:15:00")', true),
	('01a19b45-b800-7ce2-939a-dfae475e1193', 'laurens', '01a19b45-b800-7f09-9751-2757059ab153', '01869c2f-7000-7f9e-9279-0548e90ee4a7', '["2026-11-30 18:00:00","2026-11-30 18:30:00")', true);

INSERT INTO public.visits VALUES
	('01a17739-3400-7e30-873c-fb11f5ce4993', 'cordaan', '01869c2f-7000-7c7d-9982-7ed62ed70862', '2026-11-23', 540, 120, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a18185-ec00-7e7b-9f33-9a480d9d873c', 'cordaan', '01869c2f-7000-7c7d-9982-7ed62ed70862', '2026-11-25', 540, 120, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a17c5f-9000-7fea-906e-255934c278b5', 'cordaan', '01869c2f-7000-7d86-9ec1-4cf4f2663eb6', '2026-11-24', 840, 180, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a18185-ec00-7f04-8f68-37d868d990f2', 'cordaan', '01869c2f-7000-7d86-9ec1-4cf4f2663eb6', '2026-11-25', 720, 180, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a18185-ec00-7bc3-9543-bba307bf9cdc', 'cordaan', '01869c2f-7000-7f97-80bb-9f6baa3cb4b2', '2026-11-25', 540, 120, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a18185-ec00-7c04-a16a-4daf9b5832ae', 'cordaan', '01869c2f-7000-746d-b2c4-c46f9c0be5d9', '2026-11-25', 870, 90, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a18bd2-a400-7bc8-8c20-c381739fd930', 'cordaan', '01869c2f-7000-746d-b2c4-c46f9c0be5d9', '2026-11-27', 870, 90, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a18bd2-a400-7aed-b471-4ea422634b2f', 'cordaan', '01869c2f-7000-77b0-8db1-048a2a5a6560', '2026-11-27', 870, 120, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a17c5f-9000-79ec-a4a1-1e77a4857e05', 'cordaan', '01869c2f-7000-7451-8152-f9da112ac9b9', '2026-11-24', 630, 180, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a19b45-b800-70af-befe-3d0229a2a3e4', 'cordaan', '01869c2f-7000-7c7d-9982-7ed62ed70862', '2026-11-30', 540, 120, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a06c-1400-7305-9d6c-833a569aef1e', 'cordaan', '01869c2f-7000-7d86-9ec1-4cf4f2663eb6', '2026-12-01', 840, 180, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a592-7000-7061-b4c7-031e0b7aea48', 'cordaan', '01869c2f-7000-7d86-9ec1-4cf4f2663eb6', '2026-12-02', 720, 180, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a592-7000-7d78-bda8-2d95bda9068b', 'cordaan', '01869c2f-7000-7c7d-9982-7ed62ed70862', '2026-12-02', 540, 120, 'HV 1', 'cancelled', false, NULL, NULL, '2026-11-23 08:03:34+00', 2),
	('01a1a592-7000-7972-99e4-726606e45d56', 'cordaan', '01869c2f-7000-7f97-80bb-9f6baa3cb4b2', '2026-12-02', 540, 120, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a592-7000-79b2-b6ab-d2487b22a8e9', 'cordaan', '01869c2f-7000-746d-b2c4-c46f9c0be5d9', '2026-12-02', 870, 90, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a06c-1400-7b72-af06-1649bbcbf4e2', 'cordaan', '01869c2f-7000-7451-8152-f9da112ac9b9', '2026-12-01', 630, 180, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a1396c-e400-7566-a2f5-526121830cf8', 'axxicom', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', '2026-11-11', 600, 90, 'HV 1', 'cancelled', false, NULL, NULL, '2026-11-10 09:00:00+00', 2),
	('01a143b9-9c00-7e61-934e-795c8c384c8d', 'axxicom', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', '2026-11-13', 540, 60, 'HV 2', 'cancelled', false, NULL, NULL, '2026-11-10 09:00:00+00', 2),
	('01a18185-ec00-78d8-bd7e-663d1a148a9b', 'axxicom', '01869c2f-7000-7b87-96c6-7890437dc86a', '2026-11-25', 480, 120, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a17739-3400-7820-b00e-9cdffd7f35a4', 'axxicom', '01869c2f-7000-772d-90ac-2cbfc382683d', '2026-11-23', 600, 120, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a18185-ec00-79a7-ac97-03fa7500fa08', 'axxicom', '01869c2f-7000-772d-90ac-2cbfc382683d', '2026-11-25', 960, 60, 'HV 2', 'planned', false, NULL, NULL, NULL, 1),
	('01a18185-ec00-7e90-a058-6ec5beedbb84', 'axxicom', '01869c2f-7000-7816-aa26-b328882e2342', '2026-11-25', 630, 150, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a17739-3400-7bb3-91a4-51b987dd009a', 'axxicom', '01869c2f-7000-7816-aa26-b328882e2342', '2026-11-23', 660, 150, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a17739-3400-700f-9549-426276411bae', 'axxicom', '01869c2f-7000-7177-9916-058b18eebfca', '2026-11-23', 810, 90, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a17739-3400-7f1c-b667-d2bfc483bad5', 'axxicom', '01869c2f-7000-7e33-81d2-bd30579a4a3c', '2026-11-23', 810, 90, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a18185-ec00-7c63-a9d6-6cf48eadfb64', 'axxicom', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', '2026-11-25', 600, 90, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a17739-3400-743a-989b-298dc9be13b2', 'axxicom', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', '2026-11-23', 690, 90, 'HV 1', 'planned', true, NULL, NULL, NULL, 1),
	('01a18bd2-a400-7974-873b-c53b722666b3', 'axxicom', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', '2026-11-27', 540, 60, 'HV 2', 'planned', false, NULL, NULL, NULL, 1),
	('01a17739-3400-7bf1-b460-4d0b536b3dd9', 'axxicom', '01869c2f-7000-78e4-928d-1fc2e31ac629', '2026-11-23', 510, 150, 'HV 1', 'cancelled', false, NULL, NULL, '2026-11-02 08:00:00+00', 2),
	('01a18185-ec00-7117-8a2a-bfeb786eb1e6', 'axxicom', '01869c2f-7000-78e4-928d-1fc2e31ac629', '2026-11-25', 510, 60, 'HV 2', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a592-7000-7616-9a9f-5ebe6856dc02', 'axxicom', '01869c2f-7000-7b87-96c6-7890437dc86a', '2026-12-02', 480, 120, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a19b45-b800-7f2c-8806-9df67b40a012', 'axxicom', '01869c2f-7000-772d-90ac-2cbfc382683d', '2026-11-30', 600, 120, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a592-7000-78a9-865e-f938592d3b43', 'axxicom', '01869c2f-7000-772d-90ac-2cbfc382683d', '2026-12-02', 960, 60, 'HV 2', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a592-7000-7437-b13c-a036617d3493', 'axxicom', '01869c2f-7000-7816-aa26-b328882e2342', '2026-12-02', 630, 150, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a19b45-b800-7288-bc5b-20cc7a9db667', 'axxicom', '01869c2f-7000-7816-aa26-b328882e2342', '2026-11-30', 660, 150, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a19b45-b800-7eee-8301-c936dc899634', 'axxicom', '01869c2f-7000-7177-9916-058b18eebfca', '2026-11-30', 810, 90, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a19b45-b800-7e67-83ce-33f13aea7799', 'axxicom', '01869c2f-7000-7e33-81d2-bd30579a4a3c', '2026-11-30', 810, 90, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a592-7000-7d96-9cfc-b6d1209697dc', 'axxicom', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', '2026-12-02', 600, 90, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a19b45-b800-74cd-bf39-e0f2d5398f21', 'axxicom', '01869c2f-7000-7fbf-8e41-6f2f9384b56b', '2026-11-30', 690, 90, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a19b45-b800-7bb9-951e-a8adc3e7aec4', 'axxicom', '01869c2f-7000-78e4-928d-1fc2e31ac629', '2026-11-30', 510, 150, 'HV 1', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a592-7000-7a84-af5f-5b1d2fc5979e', 'axxicom', '01869c2f-7000-78e4-928d-1fc2e31ac629', '2026-12-02', 510, 60, 'HV 2', 'planned', false, NULL, NULL, NULL, 1),
	('01a18bd2-a400-7e51-9cf0-e8c2fe85040b', 'zuyderland', '01869c2f-7000-79a4-958b-c2fc7039d648', '2026-11-27', 525, 30, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a1961f-5c00-768c-98b4-7be77ca83098', 'zuyderland', '01869c2f-7000-79a4-958b-c2fc7039d648', '2026-11-29', 600, 30, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a17c5f-9000-7e29-8f6d-152e772e8462', 'zuyderland', '01869c2f-7000-786e-b95d-282090f679ce', '2026-11-24', 1080, 45, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a186ac-4800-75f4-a625-d71ff7685bf3', 'zuyderland', '01869c2f-7000-786e-b95d-282090f679ce', '2026-11-26', 615, 45, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a18185-ec00-7ae3-9b05-cbe410836007', 'zuyderland', '01869c2f-7000-786e-b95d-282090f679ce', '2026-11-25', 630, 90, 'BG', 'planned', false, NULL, NULL, NULL, 1),
	('01a17739-3400-765c-b49e-8feb95ea57b0', 'zuyderland', '01869c2f-7000-76fa-a97f-8d7b4b342b30', '2026-11-23', 435, 45, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a18bd2-a400-7b00-a475-a0da229a9045', 'zuyderland', '01869c2f-7000-76fa-a97f-8d7b4b342b30', '2026-11-27', 435, 45, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a186ac-4800-7eef-a67b-58e301d531ed', 'zuyderland', '01869c2f-7000-76fa-a97f-8d7b4b342b30', '2026-11-26', 915, 15, 'VP', 'planned', false, NULL, NULL, NULL, 1),
	('01a186ac-4800-7f87-98e3-ddfeeab47e08', 'zuyderland', '01869c2f-7000-74f1-9172-c4809d3a8400', '2026-11-26', 465, 30, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a186ac-4800-754d-9de8-9321e89b0984', 'zuyderland', '01869c2f-7000-7399-8b37-12d9bf31fef0', '2026-11-26', 1095, 45, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a18bd2-a400-756c-9492-4433ce5fa5b8', 'zuyderland', '01869c2f-7000-7399-8b37-12d9bf31fef0', '2026-11-27', 1065, 45, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a17c5f-9000-7f7c-957a-a394e3336eba', 'zuyderland', '01869c2f-7000-7399-8b37-12d9bf31fef0', '2026-11-24', 720, 90, 'BG', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a06c-1400-788e-b3f4-d1e665aa566f', 'zuyderland', '01869c2f-7000-786e-b95d-282090f679ce', '2026-12-01', 1080, 45, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a592-7000-79fa-824d-3befe67797f0', 'zuyderland', '01869c2f-7000-786e-b95d-282090f679ce', '2026-12-02', 630, 90, 'BG', 'planned', false, NULL, NULL, NULL, 1),
	('01a19b45-b800-7ef5-a022-5b4682709439', 'zuyderland', '01869c2f-7000-76fa-a97f-8d7b4b342b30', '2026-11-30', 435, 45, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a06c-1400-7de2-b3e2-fdd2ac81052f', 'zuyderland', '01869c2f-7000-7399-8b37-12d9bf31fef0', '2026-12-01', 720, 90, 'BG', 'planned', false, NULL, NULL, NULL, 1),
	('01a1961f-5c00-708f-81d7-02e16521c1b8', 'laurens', '01869c2f-7000-735c-b31f-2e9a1e6c75f4', '2026-11-29', 585, 45, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a18bd2-a400-7130-a83f-a5067ec72899', 'laurens', '01869c2f-7000-735c-b31f-2e9a1e6c75f4', '2026-11-27', 570, 45, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a18185-ec00-7441-a7da-3878eba82e86', 'laurens', '01869c2f-7000-735c-b31f-2e9a1e6c75f4', '2026-11-25', 465, 45, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a186ac-4800-7684-aa3b-431df1cfcf4b', 'laurens', '01869c2f-7000-735c-b31f-2e9a1e6c75f4', '2026-11-26', 630, 20, 'VP', 'planned', true, NULL, NULL, NULL, 1),
	('01a18bd2-a400-79cd-a56a-4d586370d7c8', 'laurens', '01869c2f-7000-753b-ace1-8b5feb9e990a', '2026-11-27', 555, 30, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a18185-ec00-710b-a357-5a74ce662b30', 'laurens', '01869c2f-7000-753b-ace1-8b5feb9e990a', '2026-11-25', 480, 30, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a18185-ec00-7403-980b-a9bcb1b2ab5a', 'laurens', '01869c2f-7000-75b1-8326-32852da8050a', '2026-11-25', 1065, 30, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a17739-3400-7b1c-81a5-01da034a3c83', 'laurens', '01869c2f-7000-75b1-8326-32852da8050a', '2026-11-23', 1080, 30, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a190f9-0000-7f7d-81bb-f473f6bf7626', 'laurens', '01869c2f-7000-75b1-8326-32852da8050a', '2026-11-28', 615, 15, 'VP', 'cancelled', false, NULL, NULL, '2026-11-07 08:00:00+00', 2),
	('01a1961f-5c00-7a92-a3bd-3e67e22e3c65', 'laurens', '01869c2f-7000-7aa2-8bf4-dcc01620629e', '2026-11-29', 630, 45, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a592-7000-750e-8f07-35310e28b93f', 'laurens', '01869c2f-7000-735c-b31f-2e9a1e6c75f4', '2026-12-02', 465, 45, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a592-7000-7065-903e-ccf23dad57ec', 'laurens', '01869c2f-7000-753b-ace1-8b5feb9e990a', '2026-12-02', 480, 30, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a1a592-7000-76a7-98c8-fe6724e1ee97', 'laurens', '01869c2f-7000-75b1-8326-32852da8050a', '2026-12-02', 1065, 30, 'PV', 'planned', false, NULL, NULL, NULL, 1),
	('01a19b45-b800-7f09-9751-2757059ab153', 'laurens', '01869c2f-7000-75b1-8326-32852da8050a', '2026-11-30', 1080, 30, 'PV', 'planned', false, NULL, NULL, NULL, 1);

SELECT pg_catalog.setval('drizzle.__drizzle_migrations_id_seq', 4, true);

ALTER TABLE ONLY drizzle.__drizzle_migrations
    ADD CONSTRAINT __drizzle_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.absence_decisions
    ADD CONSTRAINT absence_decisions_absence_id_visit_id_pk PRIMARY KEY (absence_id, visit_id);

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_events
    ADD CONSTRAINT account_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.attempt_counters
    ADD CONSTRAINT attempt_counters_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.audit_chain
    ADD CONSTRAINT audit_chain_entry_id_unique UNIQUE (entry_id);

ALTER TABLE ONLY public.audit_chain
    ADD CONSTRAINT audit_chain_provider_position_pk PRIMARY KEY (provider, "position");

ALTER TABLE ONLY public.audit_entries
    ADD CONSTRAINT audit_entries_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_pending
    ADD CONSTRAINT audit_pending_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.caller_verifications
    ADD CONSTRAINT caller_verifications_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.caregivers
    ADD CONSTRAINT caregivers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.case_counters
    ADD CONSTRAINT case_counters_provider_queue_facet_pk PRIMARY KEY (provider, queue, facet);

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.clients
    ADD CONSTRAINT clients_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contact_details
    ADD CONSTRAINT contact_details_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contact_persons
    ADD CONSTRAINT contact_persons_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contact_requests
    ADD CONSTRAINT contact_requests_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_provider_seq_pk PRIMARY KEY (provider, seq);

ALTER TABLE ONLY public.former_addresses
    ADD CONSTRAINT former_addresses_portal_user_id_channel_address_replaced_at_pk PRIMARY KEY (portal_user_id, channel, address, replaced_at);

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_provider_actor_id_request_id_pk PRIMARY KEY (provider, actor_id, request_id);

ALTER TABLE ONLY public.login_tickets
    ADD CONSTRAINT login_tickets_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.number_series
    ADD CONSTRAINT number_series_provider_prefix_pk PRIMARY KEY (provider, prefix);

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.password_history
    ADD CONSTRAINT password_history_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.portal_users
    ADD CONSTRAINT portal_users_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.projects
    ADD CONSTRAINT projects_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.provider_sequences
    ADD CONSTRAINT provider_sequences_pkey PRIMARY KEY (provider);

ALTER TABLE ONLY public.providers
    ADD CONSTRAINT providers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.recovery_links
    ADD CONSTRAINT recovery_links_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.staff_memberships
    ADD CONSTRAINT staff_memberships_staff_id_provider_pk PRIMARY KEY (staff_id, provider);

ALTER TABLE ONLY public.staff
    ADD CONSTRAINT staff_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.system_meta
    ADD CONSTRAINT system_meta_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.trusted_devices
    ADD CONSTRAINT trusted_devices_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.visit_assignments
    ADD CONSTRAINT visit_assignments_no_double_booking EXCLUDE USING gist (caregiver_id WITH =, during WITH &&) WHERE (active) DEFERRABLE;

ALTER TABLE ONLY public.visit_assignments
    ADD CONSTRAINT visit_assignments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.visits
    ADD CONSTRAINT visits_pkey PRIMARY KEY (id);

CREATE INDEX absences_case ON public.absences USING btree (case_id);

CREATE INDEX absences_client ON public.absences USING btree (client_id, submitted_at, id);

CREATE INDEX account_events_user ON public.account_events USING btree (portal_user_id, at);

CREATE INDEX audit_entries_actor ON public.audit_entries USING btree (actor_id, at);

CREATE INDEX audit_entries_case ON public.audit_entries USING btree (case_id, at);

CREATE INDEX audit_entries_client ON public.audit_entries USING btree (client_id, at);

CREATE INDEX audit_entries_provider ON public.audit_entries USING btree (provider, at, id);

CREATE INDEX audit_pending_provider ON public.audit_pending USING btree (provider, entry_id);

CREATE UNIQUE INDEX caller_verifications_receipt ON public.caller_verifications USING btree (receipt_id);

CREATE INDEX caller_verifications_user ON public.caller_verifications USING btree (portal_user_id);

CREATE INDEX caregivers_provider ON public.caregivers USING btree (provider);

CREATE INDEX cases_claim ON public.cases USING btree (claim_by) WHERE ((status = 'open'::text) AND (claim_by IS NOT NULL));

CREATE INDEX cases_client ON public.cases USING btree (client_id);

CREATE INDEX cases_due ON public.cases USING btree (provider, queue, status, due_at, id);

CREATE INDEX cases_facets ON public.cases USING gin (facets) WHERE (status = 'open'::text);

CREATE INDEX cases_name ON public.cases USING btree (provider, queue, status, sort_name, id);

CREATE UNIQUE INDEX cases_number ON public.cases USING btree (provider, number);

CREATE UNIQUE INDEX cases_one_open_access ON public.cases USING btree (subject_id) WHERE ((queue = 'accounts'::text) AND (status = 'open'::text));

CREATE INDEX cases_opened ON public.cases USING btree (provider, queue, status, opened_at, id);

CREATE INDEX cases_search ON public.cases USING gin (lower(name) public.gin_trgm_ops);

CREATE INDEX cases_subject ON public.cases USING btree (subject_id);

CREATE INDEX clients_name_search ON public.clients USING gin (lower(name) public.gin_trgm_ops);

CREATE UNIQUE INDEX clients_number ON public.clients USING btree (provider, number);

CREATE INDEX clients_sort ON public.clients USING btree (provider, sort_name, id);

CREATE INDEX contact_details_client ON public.contact_details USING btree (client_id);

CREATE INDEX contact_persons_client ON public.contact_persons USING btree (client_id);

CREATE INDEX contact_requests_case ON public.contact_requests USING btree (case_id);

CREATE INDEX contact_requests_client ON public.contact_requests USING btree (client_id, submitted_at, id);

CREATE INDEX contact_requests_user ON public.contact_requests USING btree (submitted_by, submitted_at, id);

CREATE INDEX deliveries_created ON public.deliveries USING btree (provider, created_at);

CREATE INDEX deliveries_status ON public.deliveries USING btree (status, not_before);

CREATE INDEX events_age ON public.events USING btree (provider, at);

CREATE INDEX idempotency_keys_age ON public.idempotency_keys USING btree (created_at);

CREATE UNIQUE INDEX login_tickets_token ON public.login_tickets USING btree (token_hash);

CREATE INDEX login_tickets_user ON public.login_tickets USING btree (portal_user_id);

CREATE INDEX password_history_user ON public.password_history USING btree (portal_user_id, set_at);

CREATE INDEX portal_users_client ON public.portal_users USING btree (client_id);

CREATE INDEX portal_users_search ON public.portal_users USING gin (lower(((name || ' '::text) || user_name)) public.gin_trgm_ops);

CREATE UNIQUE INDEX portal_users_user_name ON public.portal_users USING btree (provider, lower(user_name));

CREATE INDEX projects_organisation ON public.projects USING btree (organisation_id);

CREATE UNIQUE INDEX recovery_links_token ON public.recovery_links USING btree (token_hash);

CREATE INDEX recovery_links_user ON public.recovery_links USING btree (portal_user_id);

CREATE INDEX sessions_staff ON public.sessions USING btree (staff_id);

CREATE INDEX sessions_user ON public.sessions USING btree (portal_user_id);

CREATE UNIQUE INDEX staff_email ON public.staff USING btree (lower(email));

CREATE INDEX staff_memberships_provider ON public.staff_memberships USING btree (provider);

CREATE UNIQUE INDEX trusted_devices_token ON public.trusted_devices USING btree (token_hash);

CREATE INDEX trusted_devices_user ON public.trusted_devices USING btree (portal_user_id);

CREATE INDEX visit_assignments_caregiver ON public.visit_assignments USING btree (caregiver_id);

CREATE UNIQUE INDEX visit_assignments_once ON public.visit_assignments USING btree (visit_id, caregiver_id);

CREATE INDEX visits_client ON public.visits USING btree (client_id, date, start_minute);

CREATE INDEX visits_provider_date ON public.visits USING btree (provider, date);

CREATE TRIGGER audit_chain_only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_chain FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_entries_only_grow BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER await_link AFTER INSERT ON public.audit_entries REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.await_link();

CREATE TRIGGER count_case AFTER INSERT OR DELETE OR UPDATE OF status, facets ON public.cases FOR EACH ROW EXECUTE FUNCTION public.count_case();

CREATE TRIGGER fill_assignment BEFORE INSERT OR UPDATE OF visit_id, during, active, provider ON public.visit_assignments FOR EACH ROW EXECUTE FUNCTION public.fill_assignment();

CREATE TRIGGER follow_visit AFTER UPDATE OF date, start_minute, minutes, status ON public.visits FOR EACH ROW EXECUTE FUNCTION public.follow_visit();

CREATE TRIGGER keep_former_address AFTER UPDATE OF email, mobile ON public.portal_users FOR EACH ROW EXECUTE FUNCTION public.keep_former_address();

ALTER TABLE ONLY public.absence_decisions
    ADD CONSTRAINT absence_decisions_absence_id_absences_id_fk FOREIGN KEY (absence_id) REFERENCES public.absences(id);

ALTER TABLE ONLY public.absence_decisions
    ADD CONSTRAINT absence_decisions_visit_id_visits_id_fk FOREIGN KEY (visit_id) REFERENCES public.visits(id);

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_case_id_cases_id_fk FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_client_id_clients_id_fk FOREIGN KEY (client_id) REFERENCES public.clients(id);

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_closed_by_staff_id_fk FOREIGN KEY (closed_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.absences
    ADD CONSTRAINT absences_submitted_by_portal_users_id_fk FOREIGN KEY (submitted_by) REFERENCES public.portal_users(id);

ALTER TABLE ONLY public.account_events
    ADD CONSTRAINT account_events_portal_user_id_portal_users_id_fk FOREIGN KEY (portal_user_id) REFERENCES public.portal_users(id);

ALTER TABLE ONLY public.account_events
    ADD CONSTRAINT account_events_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.account_events
    ADD CONSTRAINT account_events_staff_id_staff_id_fk FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.audit_chain
    ADD CONSTRAINT audit_chain_entry_id_audit_entries_id_fk FOREIGN KEY (entry_id) REFERENCES public.audit_entries(id);

ALTER TABLE ONLY public.caller_verifications
    ADD CONSTRAINT caller_verifications_portal_user_id_portal_users_id_fk FOREIGN KEY (portal_user_id) REFERENCES public.portal_users(id);

ALTER TABLE ONLY public.caller_verifications
    ADD CONSTRAINT caller_verifications_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.caller_verifications
    ADD CONSTRAINT caller_verifications_staff_id_staff_id_fk FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.caregivers
    ADD CONSTRAINT caregivers_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.case_counters
    ADD CONSTRAINT case_counters_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_claim_by_staff_id_fk FOREIGN KEY (claim_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_client_id_clients_id_fk FOREIGN KEY (client_id) REFERENCES public.clients(id);

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_closed_by_staff_id_fk FOREIGN KEY (closed_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_portal_user_id_portal_users_id_fk FOREIGN KEY (portal_user_id) REFERENCES public.portal_users(id);

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_project_id_projects_id_fk FOREIGN KEY (project_id) REFERENCES public.projects(id);

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.clients
    ADD CONSTRAINT clients_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.clients
    ADD CONSTRAINT clients_usual_caregiver_id_caregivers_id_fk FOREIGN KEY (usual_caregiver_id) REFERENCES public.caregivers(id);

ALTER TABLE ONLY public.contact_details
    ADD CONSTRAINT contact_details_client_id_clients_id_fk FOREIGN KEY (client_id) REFERENCES public.clients(id);

ALTER TABLE ONLY public.contact_details
    ADD CONSTRAINT contact_details_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.contact_persons
    ADD CONSTRAINT contact_persons_client_id_clients_id_fk FOREIGN KEY (client_id) REFERENCES public.clients(id);

ALTER TABLE ONLY public.contact_persons
    ADD CONSTRAINT contact_persons_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.contact_requests
    ADD CONSTRAINT contact_requests_addressed_to_staff_id_fk FOREIGN KEY (addressed_to) REFERENCES public.staff(id);

ALTER TABLE ONLY public.contact_requests
    ADD CONSTRAINT contact_requests_case_id_cases_id_fk FOREIGN KEY (case_id) REFERENCES public.cases(id);

ALTER TABLE ONLY public.contact_requests
    ADD CONSTRAINT contact_requests_client_id_clients_id_fk FOREIGN KEY (client_id) REFERENCES public.clients(id);

ALTER TABLE ONLY public.contact_requests
    ADD CONSTRAINT contact_requests_project_id_projects_id_fk FOREIGN KEY (project_id) REFERENCES public.projects(id);

ALTER TABLE ONLY public.contact_requests
    ADD CONSTRAINT contact_requests_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.contact_requests
    ADD CONSTRAINT contact_requests_replied_by_staff_id_fk FOREIGN KEY (replied_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.contact_requests
    ADD CONSTRAINT contact_requests_submitted_by_portal_users_id_fk FOREIGN KEY (submitted_by) REFERENCES public.portal_users(id);

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.former_addresses
    ADD CONSTRAINT former_addresses_portal_user_id_portal_users_id_fk FOREIGN KEY (portal_user_id) REFERENCES public.portal_users(id);

ALTER TABLE ONLY public.login_tickets
    ADD CONSTRAINT login_tickets_device_id_trusted_devices_id_fk FOREIGN KEY (device_id) REFERENCES public.trusted_devices(id);

ALTER TABLE ONLY public.login_tickets
    ADD CONSTRAINT login_tickets_portal_user_id_portal_users_id_fk FOREIGN KEY (portal_user_id) REFERENCES public.portal_users(id);

ALTER TABLE ONLY public.login_tickets
    ADD CONSTRAINT login_tickets_staff_id_staff_id_fk FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.number_series
    ADD CONSTRAINT number_series_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.password_history
    ADD CONSTRAINT password_history_portal_user_id_portal_users_id_fk FOREIGN KEY (portal_user_id) REFERENCES public.portal_users(id);

ALTER TABLE ONLY public.portal_users
    ADD CONSTRAINT portal_users_client_id_clients_id_fk FOREIGN KEY (client_id) REFERENCES public.clients(id);

ALTER TABLE ONLY public.portal_users
    ADD CONSTRAINT portal_users_organisation_id_organisations_id_fk FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.portal_users
    ADD CONSTRAINT portal_users_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.projects
    ADD CONSTRAINT projects_care_manager_id_staff_id_fk FOREIGN KEY (care_manager_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.projects
    ADD CONSTRAINT projects_organisation_id_organisations_id_fk FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

ALTER TABLE ONLY public.projects
    ADD CONSTRAINT projects_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.provider_sequences
    ADD CONSTRAINT provider_sequences_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.recovery_links
    ADD CONSTRAINT recovery_links_portal_user_id_portal_users_id_fk FOREIGN KEY (portal_user_id) REFERENCES public.portal_users(id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_device_id_trusted_devices_id_fk FOREIGN KEY (device_id) REFERENCES public.trusted_devices(id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_portal_user_id_portal_users_id_fk FOREIGN KEY (portal_user_id) REFERENCES public.portal_users(id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_staff_id_staff_id_fk FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.staff_memberships
    ADD CONSTRAINT staff_memberships_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.staff_memberships
    ADD CONSTRAINT staff_memberships_staff_id_staff_id_fk FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.trusted_devices
    ADD CONSTRAINT trusted_devices_portal_user_id_portal_users_id_fk FOREIGN KEY (portal_user_id) REFERENCES public.portal_users(id);

ALTER TABLE ONLY public.visit_assignments
    ADD CONSTRAINT visit_assignments_caregiver_id_caregivers_id_fk FOREIGN KEY (caregiver_id) REFERENCES public.caregivers(id);

ALTER TABLE ONLY public.visit_assignments
    ADD CONSTRAINT visit_assignments_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);

ALTER TABLE ONLY public.visit_assignments
    ADD CONSTRAINT visit_assignments_visit_id_visits_id_fk FOREIGN KEY (visit_id) REFERENCES public.visits(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.visits
    ADD CONSTRAINT visits_client_id_clients_id_fk FOREIGN KEY (client_id) REFERENCES public.clients(id);

ALTER TABLE ONLY public.visits
    ADD CONSTRAINT visits_provider_providers_id_fk FOREIGN KEY (provider) REFERENCES public.providers(id);
