-- Hardening of what runs as the owner, and of what a provider may write.

-- Functions that run as the owner look names up in the system's and this schema only, a session's own temporary tables
-- last: nobody puts another table in the place of one they read. Only the application calls the one that is called.
ALTER FUNCTION post_transfer() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION busy_times(uuid[], timestamptz, timestamptz) SET search_path = pg_catalog, public, pg_temp;
REVOKE EXECUTE ON FUNCTION post_transfer(), busy_times(uuid[], timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION busy_times(uuid[], timestamptz, timestamptz) TO atspaids_app;

-- A provider's work on one session names the municipality whose money it is, and with that sees the tenant's rows. What
-- it changes there must still be its own, and the money it moves must come from its own booking.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['booking', 'booking_change', 'delivery'] LOOP
    EXECUTE format('CREATE POLICY provider_writes_own ON %I AS RESTRICTIVE FOR INSERT TO atspaids_app
      WITH CHECK ((SELECT current_provider()) IS NULL OR provider_id = (SELECT current_provider()))', t);
    EXECUTE format('CREATE POLICY provider_changes_own ON %I AS RESTRICTIVE FOR UPDATE TO atspaids_app
      USING ((SELECT current_provider()) IS NULL OR provider_id = (SELECT current_provider()))', t);
  END LOOP;
  -- Nothing of these is a provider's to write.
  FOREACH t IN ARRAY ARRAY['child', 'guardianship', 'personal_code', 'case_assignment', 'assessment', 'goal',
    'assessed_service', 'plan', 'plan_line', 'budget_period', 'budget_line', 'account', 'payout_run', 'payout',
    'payout_item'] LOOP
    EXECUTE format('CREATE POLICY no_provider_inserts ON %I AS RESTRICTIVE FOR INSERT TO atspaids_app
      WITH CHECK ((SELECT current_provider()) IS NULL)', t);
    EXECUTE format('CREATE POLICY no_provider_deletes ON %I AS RESTRICTIVE FOR DELETE TO atspaids_app
      USING ((SELECT current_provider()) IS NULL)', t);
  END LOOP;
  -- Nor to read.
  FOREACH t IN ARRAY ARRAY['guardianship', 'personal_code', 'case_assignment', 'assessment', 'goal',
    'assessed_service'] LOOP
    EXECUTE format('CREATE POLICY not_for_providers ON %I AS RESTRICTIVE FOR SELECT TO atspaids_app
      USING ((SELECT current_provider()) IS NULL)', t);
  END LOOP;
END $$;

-- What a municipality decides holds for its own families only. Everybody may read it, since families and providers of
-- the same session do.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['municipality_policy', 'price_cap', 'provider_acceptance'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY everybody_reads ON %I FOR SELECT TO atspaids_app USING (true)', t);
    EXECUTE format('CREATE POLICY of_the_tenant ON %I TO atspaids_app USING (municipality_id = (SELECT current_tenant()))', t);
  END LOOP;
END $$;
