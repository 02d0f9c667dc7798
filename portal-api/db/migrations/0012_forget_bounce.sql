-- What was refused was an address, not an account: another address has not been refused yet.
CREATE FUNCTION forget_bounce() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF lower(NEW.email) IS DISTINCT FROM lower(OLD.email) AND NEW.email_bounced_at IS NOT DISTINCT FROM OLD.email_bounced_at THEN
    NEW.email_bounced_at := NULL;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER forget_bounce BEFORE UPDATE OF email ON portal_users
  FOR EACH ROW EXECUTE FUNCTION forget_bounce();
