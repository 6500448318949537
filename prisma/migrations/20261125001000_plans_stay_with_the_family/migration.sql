-- Plans say why: reasons and explanations of services, what a revision changes and why a draft was given up; an
-- extension says why a period needs more time. They are the family's and the municipality's. A provider, whose work in
-- a municipality names its tenant, needs none of them: what a session serves comes from `session_goals`.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plan', 'plan_line', 'period_extension', 'assessed_service_goal'] LOOP
    EXECUTE format('CREATE POLICY not_for_providers ON %I AS RESTRICTIVE FOR SELECT TO atspaids_app
      USING ((SELECT current_provider()) IS NULL)', t);
  END LOOP;
END $$;

-- What a specialist suggests is answered by the municipality, and by nobody else.
CREATE POLICY no_provider_changes ON revision_request AS RESTRICTIVE FOR UPDATE TO atspaids_app
  USING ((SELECT current_provider()) IS NULL);
CREATE POLICY providers_only_ask ON revision_request AS RESTRICTIVE FOR INSERT TO atspaids_app
  WITH CHECK ((SELECT current_provider()) IS NULL OR (state = 'open' AND answered_at IS NULL));
