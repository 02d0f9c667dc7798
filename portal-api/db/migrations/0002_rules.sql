-- What must never be is forbidden here, whatever code asks.

-- A caregiver is at one visit at a time. Deferrable, so that two visits can swap within a transaction.
ALTER TABLE visit_assignments ADD CONSTRAINT visit_assignments_no_double_booking
  EXCLUDE USING gist (caregiver_id WITH =, during WITH &&) WHERE (active) DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
CREATE FUNCTION visit_during(day date, start_minute integer, minutes integer) RETURNS tsrange
LANGUAGE sql IMMUTABLE AS $$
  SELECT tsrange(day + make_interval(mins => start_minute), day + make_interval(mins => start_minute + minutes), '[)')
$$;
--> statement-breakpoint
-- `during` and `active` of an assignment always equal its visit's.
CREATE FUNCTION fill_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT visit_during(v.date, v.start_minute, v.minutes), v.status = 'planned', v.provider
    INTO NEW.during, NEW.active, NEW.provider
    FROM visits v WHERE v.id = NEW.visit_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER fill_assignment BEFORE INSERT OR UPDATE OF visit_id, during, active, provider ON visit_assignments
  FOR EACH ROW EXECUTE FUNCTION fill_assignment();
--> statement-breakpoint
CREATE FUNCTION follow_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE visit_assignments SET during = 'empty' WHERE visit_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER follow_visit AFTER UPDATE OF date, start_minute, minutes, status ON visits
  FOR EACH ROW EXECUTE FUNCTION follow_visit();
--> statement-breakpoint

-- Counters of open cases, right in the transaction that changes a case.
CREATE FUNCTION bump_counter(p text, q text, f text, by integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO case_counters (provider, queue, facet, open) VALUES (p, q, f, by)
  ON CONFLICT (provider, queue, facet) DO UPDATE SET open = case_counters.open + excluded.open
$$;
--> statement-breakpoint
CREATE FUNCTION count_case() RETURNS trigger LANGUAGE plpgsql AS $$
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
--> statement-breakpoint
CREATE TRIGGER count_case AFTER INSERT OR DELETE OR UPDATE OF status, facets ON cases
  FOR EACH ROW EXECUTE FUNCTION count_case();
--> statement-breakpoint

-- The audit log only grows.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is not allowed: the log only grows', TG_OP, TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_chain_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_chain
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION await_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_pending (entry_id, provider) SELECT id, provider FROM added;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER await_link AFTER INSERT ON audit_entries
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION await_link();
