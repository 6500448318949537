-- The rules of the way from an assessment to a signed plan, of its revisions, of progress and of imports. Each is shown
-- to bite by a test in tests/usecases.

-- 1. Values that make sense on their own. -------------------------------------------------------------------------
ALTER TABLE municipality_policy ADD CONSTRAINT plan_policy_values CHECK (budget_cents > 0 AND period_months BETWEEN 1 AND 24
  AND lapse_after_days BETWEEN 0 AND 366 AND appeal_days BETWEEN 1 AND 366);
ALTER TABLE goal
  ADD CONSTRAINT goal_levels CHECK (weight BETWEEN 1 AND 10 AND (baseline IS NULL OR baseline BETWEEN -2 AND 2)),
  ADD CONSTRAINT goal_serves_another CHECK (serves_goal_id IS NULL OR serves_goal_id <> id);
ALTER TABLE assessed_service ADD CONSTRAINT assessed_units CHECK (units BETWEEN 0 AND 5000
  AND minimum_units BETWEEN 0 AND units AND (sessions_per_week IS NULL OR sessions_per_week BETWEEN 1 AND 50));
ALTER TABLE functioning_finding
  ADD CONSTRAINT icf_chapter CHECK (code ~ '^(d[1-9]|b[1-8])$'),
  ADD CONSTRAINT icf_qualifier CHECK (qualifier IS NULL OR qualifier BETWEEN 0 AND 4);
ALTER TABLE goal_note ADD CONSTRAINT note_mark CHECK (mark IS NULL OR (mark BETWEEN -2 AND 2 AND goal_id IS NOT NULL)),
  ADD CONSTRAINT note_says_something CHECK (btrim(text) <> '' OR mark IS NOT NULL),
  ADD CONSTRAINT note_of_a_provider CHECK ((author_kind = 'specialist') = (provider_id IS NOT NULL));
ALTER TABLE goal_attainment ADD CONSTRAINT attained_level CHECK (level BETWEEN -2 AND 2);
ALTER TABLE family_evaluation ADD CONSTRAINT answers_one_to_five CHECK (
  coalesce(helped_child, 1) BETWEEN 1 AND 5 AND coalesce(helped_family, 1) BETWEEN 1 AND 5
  AND coalesce(had_strength, 1) BETWEEN 1 AND 5 AND coalesce(could_choose, 1) BETWEEN 1 AND 5
  AND coalesce(was_heard, 1) BETWEEN 1 AND 5);
ALTER TABLE intake_import ADD CONSTRAINT intake_counts CHECK (row_count >= 0 AND checked_rows BETWEEN 0 AND row_count
  AND done_rows BETWEEN 0 AND row_count AND accepted_rows + unchanged_rows + refused_rows <= row_count);

-- 2. Assessment: one lead, each service ranked by somebody of the team. --------------------------------------------
CREATE UNIQUE INDEX one_lead_an_assessment ON assessment_expert (assessment_id) WHERE is_lead AND ended_at IS NULL;

-- What was completed stays: a plan was made of it.
CREATE FUNCTION completed_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.completed_at IS NOT NULL AND NEW.completed_at IS DISTINCT FROM OLD.completed_at
    AND EXISTS (SELECT FROM plan WHERE period_id = OLD.period_id AND state <> 'withdrawn') THEN
    RAISE EXCEPTION 'a plan was made of this assessment (constraint "completed_stays")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'completed_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER completed_stays BEFORE UPDATE OF completed_at ON assessment FOR EACH ROW EXECUTE FUNCTION completed_stays();

-- 3. Periods: an annulled one leaves its days free; a longer one says why. ------------------------------------------
ALTER TABLE budget_period DROP CONSTRAINT one_period_at_a_time,
  ADD CONSTRAINT one_period_at_a_time EXCLUDE USING gist
    (child_id WITH =, daterange(starts_on, ends_before) WITH &&) WHERE (annulled_at IS NULL),
  ADD CONSTRAINT annulled_holds_nothing CHECK (annulled_at IS NULL OR allocated_cents = 0);
GRANT UPDATE (annulled_at) ON budget_period TO atspaids_app;
ALTER TABLE period_extension ADD CONSTRAINT extension_is_longer CHECK (ends_before > was_ends_before);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON period_extension FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- 4. Plans: versions, signatures, and that what was signed stays. ---------------------------------------------------
-- A withdrawn draft gives its number back.
CREATE UNIQUE INDEX one_plan_a_version ON plan (period_id, version) WHERE state <> 'withdrawn';
CREATE UNIQUE INDEX one_draft_a_period ON plan (period_id) WHERE state = 'draft';
CREATE UNIQUE INDEX one_decision_a_number ON plan (municipality_id, decision_year, decision_number)
  WHERE decision_number IS NOT NULL;
ALTER TABLE plan ADD CONSTRAINT withdrawn_says_when CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
  ADD CONSTRAINT revision_changes_a_version CHECK (origin <> 'revision' OR based_on_id IS NOT NULL);
-- One signature a person; the social worker's and the physician's are one each.
CREATE UNIQUE INDEX one_signature_a_person ON plan_signature (plan_id, kind, person_id) WHERE voided_at IS NULL;
CREATE UNIQUE INDEX one_signature_a_profession ON plan_signature (plan_id, kind)
  WHERE voided_at IS NULL AND kind IN ('social_worker', 'physician');

CREATE FUNCTION plan_keeps_its_word() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND NOT ((OLD.state = 'draft' AND NEW.state IN ('approved', 'withdrawn'))
    OR (OLD.state = 'approved' AND NEW.state IN ('superseded', 'withdrawn'))) THEN
    RAISE EXCEPTION 'a plan that is % does not become % (constraint "plan_goes_forward")', OLD.state, NEW.state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_goes_forward';
  END IF;
  -- Only a plan that was taken over whole is withdrawn after approval: its import is undone.
  IF OLD.state = 'approved' AND NEW.state = 'withdrawn' AND OLD.origin <> 'taken_over' THEN
    RAISE EXCEPTION 'a signed plan is not withdrawn (constraint "plan_goes_forward")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_goes_forward';
  END IF;
  IF (OLD.state <> 'draft' OR OLD.sealed_at IS NOT NULL) AND
    (NEW.municipality_id, NEW.child_id, NEW.period_id, NEW.version, NEW.expert_weight_tenths, NEW.parent_weight_tenths,
      NEW.budget_cents, NEW.unassigned_cents, NEW.origin, NEW.minimum_rule, NEW.based_on_id)
    IS DISTINCT FROM (OLD.municipality_id, OLD.child_id, OLD.period_id, OLD.version, OLD.expert_weight_tenths,
      OLD.parent_weight_tenths, OLD.budget_cents, OLD.unassigned_cents, OLD.origin, OLD.minimum_rule, OLD.based_on_id) THEN
    RAISE EXCEPTION 'a sealed plan keeps its values (constraint "plan_is_frozen")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_is_frozen';
  END IF;
  IF OLD.state <> 'draft' AND (NEW.approved_at, NEW.approved_by, NEW.decision_year, NEW.decision_number, NEW.sealed_at)
    IS DISTINCT FROM (OLD.approved_at, OLD.approved_by, OLD.decision_year, OLD.decision_number, OLD.sealed_at) THEN
    RAISE EXCEPTION 'an approved plan keeps its decision (constraint "plan_is_frozen")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_is_frozen';
  END IF;
  IF NEW.state = 'approved' AND OLD.state = 'draft' AND NEW.origin <> 'taken_over' AND (NEW.sealed_at IS NULL
    OR NOT EXISTS (SELECT FROM plan_signature WHERE plan_id = NEW.id AND kind = 'social_worker' AND voided_at IS NULL)
    OR NOT EXISTS (SELECT FROM plan_signature WHERE plan_id = NEW.id AND kind = 'physician' AND voided_at IS NULL)) THEN
    RAISE EXCEPTION 'a plan is approved when it is sealed and signed (constraint "plan_is_signed")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_is_signed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_keeps_its_word BEFORE UPDATE ON plan FOR EACH ROW EXECUTE FUNCTION plan_keeps_its_word();

CREATE FUNCTION plan_begins_as_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'draft' THEN
    RAISE EXCEPTION 'a plan begins as a draft (constraint "plan_goes_forward")' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_goes_forward';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_begins_as_draft BEFORE INSERT ON plan FOR EACH ROW EXECUTE FUNCTION plan_begins_as_draft();

-- Lines come, change and go while their plan is an unsealed draft. Afterwards only the money of a line is named, on the
-- way to approval.
CREATE FUNCTION plan_line_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_plan plan;
BEGIN
  SELECT * INTO of_plan FROM plan WHERE id = (CASE WHEN TG_OP = 'DELETE' THEN OLD.plan_id ELSE NEW.plan_id END);
  IF of_plan.state = 'draft' AND of_plan.sealed_at IS NULL THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND of_plan.state = 'draft' AND OLD.budget_line_id IS NULL AND NEW.budget_line_id IS NOT NULL THEN
    OLD.budget_line_id := NEW.budget_line_id;
    IF NEW IS NOT DISTINCT FROM OLD THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'the lines of a sealed plan stay (constraint "plan_is_frozen")' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_is_frozen';
END $$;
CREATE TRIGGER plan_line_is_frozen BEFORE INSERT OR UPDATE OR DELETE ON plan_line
  FOR EACH ROW EXECUTE FUNCTION plan_line_is_frozen();
GRANT DELETE ON plan_line TO atspaids_app;

-- A signature stands under a sealed draft and stays as it was given; opening the draft again voids it.
CREATE FUNCTION signature_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_plan plan;
BEGIN
  SELECT * INTO of_plan FROM plan WHERE id = NEW.plan_id;
  IF TG_OP = 'INSERT' THEN
    -- A guardian may still acknowledge a plan that is in force; the others sign before.
    IF of_plan.sealed_at IS NULL OR NOT (of_plan.state = 'draft' OR (NEW.kind = 'guardian' AND of_plan.state = 'approved')) THEN
      RAISE EXCEPTION 'only a sealed draft is signed (constraint "sealed_before_signed")'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'sealed_before_signed';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.voided_at IS NOT NULL OR of_plan.state <> 'draft' OR (NEW.plan_id, NEW.person_id, NEW.kind, NEW.how,
    NEW.recorded_by, NEW.signed_at) IS DISTINCT FROM (OLD.plan_id, OLD.person_id, OLD.kind, OLD.how, OLD.recorded_by,
    OLD.signed_at) THEN
    RAISE EXCEPTION 'a signature stays as it was given (constraint "signature_stays")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signature_stays BEFORE INSERT OR UPDATE ON plan_signature FOR EACH ROW EXECUTE FUNCTION signature_stays();

-- 5. Row-level security. -------------------------------------------------------------------------------------------
REVOKE DELETE ON plan_signature, revision_request, period_extension, goal_note, goal_attainment, family_evaluation,
  intake_import, intake_thing, service_question, assessment_expert, assessment_guardian FROM atspaids_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['assessment_guardian', 'assessment_expert', 'functioning_finding', 'expert_rank',
    'assessed_service_goal', 'service_understanding', 'service_question', 'assessment_reminder', 'period_extension',
    'plan_signature', 'revision_request', 'goal_note', 'goal_attainment', 'family_evaluation', 'intake_import',
    'intake_row', 'intake_thing'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY of_the_tenant ON %I TO atspaids_app USING (municipality_id = (SELECT current_tenant()))', t);
  END LOOP;
  -- Nothing of these is a provider's to read or to write.
  FOREACH t IN ARRAY ARRAY['assessment_guardian', 'assessment_expert', 'functioning_finding', 'expert_rank',
    'service_understanding', 'service_question', 'assessment_reminder', 'plan_signature', 'goal_attainment',
    'family_evaluation', 'intake_import', 'intake_row', 'intake_thing'] LOOP
    EXECUTE format('CREATE POLICY not_for_providers ON %I AS RESTRICTIVE TO atspaids_app
      USING ((SELECT current_provider()) IS NULL)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['assessed_service_goal', 'period_extension'] LOOP
    EXECUTE format('CREATE POLICY no_provider_inserts ON %I AS RESTRICTIVE FOR INSERT TO atspaids_app
      WITH CHECK ((SELECT current_provider()) IS NULL)', t);
    EXECUTE format('CREATE POLICY no_provider_deletes ON %I AS RESTRICTIVE FOR DELETE TO atspaids_app
      USING ((SELECT current_provider()) IS NULL)', t);
  END LOOP;
  -- A specialist writes and reads the notes and requests of their own provider.
  FOREACH t IN ARRAY ARRAY['goal_note', 'revision_request'] LOOP
    EXECUTE format('CREATE POLICY provider_sees_own ON %I AS RESTRICTIVE TO atspaids_app
      USING ((SELECT current_provider()) IS NULL OR provider_id = (SELECT current_provider()))
      WITH CHECK ((SELECT current_provider()) IS NULL OR provider_id = (SELECT current_provider()))', t);
  END LOOP;
END $$;

-- The goals that a provider's own session serves: their words and scales, nothing else of the assessment. The wall in
-- front of goals stays shut; this answers for one session of the asking provider.
CREATE FUNCTION session_goals(session_id uuid)
RETURNS TABLE (goal_id uuid, horizon "GoalHorizon", goal_text text, level_minus_2 text, level_minus_1 text, level_0 text,
  level_plus_1 text, level_plus_2 text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT g.id, g.horizon, g.text, g.level_minus_2, g.level_minus_1, g.level_0, g.level_plus_1, g.level_plus_2
  FROM booking b
  JOIN assessment a ON a.period_id = b.period_id
  JOIN goal g ON g.assessment_id = a.id AND g.horizon = 'short_term'
  WHERE b.id = session_id AND b.provider_id = (SELECT current_provider())
    AND EXISTS (SELECT FROM assessed_service s JOIN assessed_service_goal l ON l.assessed_service_id = s.id
      WHERE s.assessment_id = a.id AND s.service_id = b.service_id AND l.goal_id = g.id)
  ORDER BY g.position, g.id
$$;
REVOKE EXECUTE ON FUNCTION session_goals(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_goals(uuid) TO atspaids_app;
