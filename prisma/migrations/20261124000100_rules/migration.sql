-- The rules that must hold whatever the application does. They live outside the Prisma schema, which has no words
-- for them; each is shown to bite by a test in tests/usecases/database-rules.test.ts.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- 1. The application's role: not the owner, so that row-level security always applies to it. ------------------------
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'atspaids_app') THEN
    CREATE ROLE atspaids_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$ BEGIN EXECUTE format('GRANT atspaids_app TO %I', current_user); END $$;

GRANT USAGE ON SCHEMA public TO atspaids_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO atspaids_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO atspaids_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO atspaids_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO atspaids_app;
-- Queue tables belong to the application, since the queue library makes them itself.
CREATE SCHEMA IF NOT EXISTS pgboss AUTHORIZATION atspaids_app;

-- Balances change only through transfers; money rows are never deleted; histories are never touched.
REVOKE UPDATE, DELETE ON account, transfer, audit_event, booking_change FROM atspaids_app;
REVOKE DELETE ON budget_period, budget_line, hold, plan, plan_line, booking, delivery, payout_run, payout, payout_item
  FROM atspaids_app;

-- 2. Values that make sense on their own. -------------------------------------------------------------------------
ALTER TABLE municipality_policy
  ADD CONSTRAINT weights_sum_to_ten CHECK (expert_weight_tenths BETWEEN 0 AND 10
    AND expert_weight_tenths + parent_weight_tenths = 10),
  ADD CONSTRAINT policy_values CHECK (free_cancellation_hours >= 0 AND late_charge_percent BETWEEN 0 AND 100
    AND late_charges_per_period >= 0 AND silent_acceptance_days > 0 AND payout_day_of_month BETWEEN 1 AND 28);
ALTER TABLE price_cap ADD CONSTRAINT cap_is_positive CHECK (cents > 0),
  ADD CONSTRAINT one_cap_a_day EXCLUDE USING gist
    (municipality_id WITH =, service_id WITH =, mode WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE tariff ADD CONSTRAINT tariff_is_positive CHECK (cents > 0),
  ADD CONSTRAINT one_tariff_a_day EXCLUDE USING gist (offering_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE offering ADD CONSTRAINT offering_values CHECK (duration_minutes BETWEEN 5 AND 1440
  AND buffer_minutes BETWEEN 0 AND 240 AND minimum_notice_hours >= 0 AND furthest_days > 0);
ALTER TABLE availability_rule ADD CONSTRAINT rule_values CHECK (weekday BETWEEN 1 AND 7 AND from_time < to_time);
ALTER TABLE availability_exception ADD CONSTRAINT exception_values CHECK (
  (from_time IS NULL) = (to_time IS NULL) AND (from_time IS NULL OR from_time < to_time)
  AND (kind = 'off' OR from_time IS NOT NULL));
ALTER TABLE role_grant ADD CONSTRAINT role_has_its_place CHECK (CASE role
  WHEN 'specialist' THEN provider_id IS NOT NULL AND specialist_id IS NOT NULL
  WHEN 'provider_manager' THEN provider_id IS NOT NULL
  WHEN 'ministry_analyst' THEN true
  ELSE municipality_id IS NOT NULL END);
CREATE UNIQUE INDEX personal_code_in_force ON personal_code (municipality_id, lookup_hash) WHERE valid_to IS NULL;
CREATE UNIQUE INDEX guardianship_in_force ON guardianship (child_id, person_id) WHERE ended_at IS NULL;

-- 3. Budget: periods, balances, transfers, holds. -----------------------------------------------------------------
ALTER TABLE budget_period
  ADD CONSTRAINT period_is_forward CHECK (starts_on < ends_before AND allocated_cents >= 0),
  ADD CONSTRAINT one_period_at_a_time EXCLUDE USING gist
    (child_id WITH =, daterange(starts_on, ends_before) WITH &&);
ALTER TABLE plan ADD CONSTRAINT plan_money CHECK (budget_cents >= 0 AND unassigned_cents >= 0);
ALTER TABLE plan_line ADD CONSTRAINT line_money CHECK (funded_cents >= 0 AND funded_units >= 0 AND asked_units >= 0);
CREATE UNIQUE INDEX one_approved_plan_a_period ON plan (period_id) WHERE state = 'approved';

ALTER TABLE account
  ADD CONSTRAINT balance_is_never_negative CHECK (balance_cents >= 0 OR kind = 'grant'),
  ADD CONSTRAINT account_has_its_owner CHECK (CASE
    WHEN kind IN ('grant', 'fund') THEN period_id IS NULL AND budget_line_id IS NULL
    WHEN kind = 'unassigned' THEN period_id IS NOT NULL AND budget_line_id IS NULL
    ELSE period_id IS NOT NULL AND budget_line_id IS NOT NULL END);
CREATE UNIQUE INDEX one_account_a_kind ON account (municipality_id, kind) WHERE period_id IS NULL;
CREATE UNIQUE INDEX one_unassigned_a_period ON account (period_id) WHERE budget_line_id IS NULL AND period_id IS NOT NULL;
CREATE UNIQUE INDEX one_account_a_line_and_kind ON account (budget_line_id, kind) WHERE budget_line_id IS NOT NULL;

ALTER TABLE transfer ADD CONSTRAINT transfer_moves_money CHECK (cents > 0 AND debit_account_id <> credit_account_id);
ALTER TABLE hold ADD CONSTRAINT hold_is_positive CHECK (cents > 0),
  ADD CONSTRAINT hold_ends_with_a_time CHECK ((state = 'open') = (ended_at IS NULL));
CREATE UNIQUE INDEX one_open_hold_a_booking ON hold (booking_id) WHERE state = 'open';
CREATE UNIQUE INDEX one_posted_hold_a_booking ON hold (booking_id) WHERE state = 'posted';

-- Books a transfer: checks the way it may go, then moves both balances. Accounts are locked in the order of their
-- ids, so that two transfers between the same accounts cannot wait for each other.
CREATE FUNCTION post_transfer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  from_account account; to_account account; may_go boolean;
BEGIN
  IF NEW.debit_account_id < NEW.credit_account_id THEN
    SELECT * INTO from_account FROM account WHERE id = NEW.debit_account_id FOR NO KEY UPDATE;
    SELECT * INTO to_account FROM account WHERE id = NEW.credit_account_id FOR NO KEY UPDATE;
  ELSE
    SELECT * INTO to_account FROM account WHERE id = NEW.credit_account_id FOR NO KEY UPDATE;
    SELECT * INTO from_account FROM account WHERE id = NEW.debit_account_id FOR NO KEY UPDATE;
  END IF;
  IF from_account.currency <> to_account.currency THEN
    RAISE EXCEPTION 'a transfer keeps its currency' USING ERRCODE = 'check_violation';
  END IF;
  may_go := CASE NEW.kind
    WHEN 'fund_grant' THEN from_account.kind = 'grant' AND to_account.kind = 'fund'
    WHEN 'allocate' THEN from_account.kind = 'fund' AND to_account.kind = 'unassigned'
    WHEN 'deallocate' THEN from_account.kind = 'unassigned' AND to_account.kind = 'fund'
    WHEN 'assign' THEN from_account.kind = 'unassigned' AND to_account.kind = 'available'
      AND from_account.period_id = to_account.period_id
    WHEN 'unassign' THEN from_account.kind = 'available' AND to_account.kind = 'unassigned'
      AND from_account.period_id = to_account.period_id
    ELSE from_account.budget_line_id = to_account.budget_line_id AND CASE NEW.kind
      WHEN 'reserve' THEN from_account.kind = 'available' AND to_account.kind = 'reserved'
      WHEN 'release' THEN from_account.kind = 'reserved' AND to_account.kind = 'available'
      WHEN 'deliver' THEN from_account.kind = 'reserved' AND to_account.kind = 'delivered'
      WHEN 'deliver_extra' THEN from_account.kind = 'available' AND to_account.kind = 'delivered'
      WHEN 'reverse_delivery' THEN from_account.kind = 'delivered' AND to_account.kind = 'available'
      WHEN 'send' THEN from_account.kind = 'delivered' AND to_account.kind = 'in_transit'
      WHEN 'settle' THEN from_account.kind = 'in_transit' AND to_account.kind = 'paid'
      WHEN 'bounce' THEN from_account.kind = 'in_transit' AND to_account.kind = 'delivered'
      ELSE false END
    END;
  IF may_go IS NOT TRUE THEN
    RAISE EXCEPTION 'a transfer of kind % may not go from % to %', NEW.kind, from_account.kind, to_account.kind
      USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_goes_its_way';
  END IF;
  UPDATE account SET balance_cents = balance_cents - NEW.cents WHERE id = NEW.debit_account_id;
  UPDATE account SET balance_cents = balance_cents + NEW.cents WHERE id = NEW.credit_account_id;
  IF NEW.kind = 'allocate' THEN
    UPDATE budget_period SET allocated_cents = allocated_cents + NEW.cents WHERE id = to_account.period_id;
  ELSIF NEW.kind = 'deallocate' THEN
    UPDATE budget_period SET allocated_cents = allocated_cents - NEW.cents WHERE id = from_account.period_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER post_transfer BEFORE INSERT ON transfer FOR EACH ROW EXECUTE FUNCTION post_transfer();
-- The allocated sum is kept by transfers alone.
REVOKE UPDATE ON budget_period FROM atspaids_app;
GRANT UPDATE (starts_on, ends_before) ON budget_period TO atspaids_app;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON transfer FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON booking_change FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION end_hold_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'open' OR NEW.cents <> OLD.cents OR NEW.booking_id <> OLD.booking_id
    OR NEW.budget_line_id <> OLD.budget_line_id THEN
    RAISE EXCEPTION 'a hold ends once and keeps its amount'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'hold_ends_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER end_hold_once BEFORE UPDATE ON hold FOR EACH ROW EXECUTE FUNCTION end_hold_once();

-- 4. Schedule: nobody is in two places at once. -------------------------------------------------------------------
ALTER TABLE booking
  ADD CONSTRAINT booking_times CHECK (starts_at < ends_at AND blocked_from <= starts_at AND ends_at <= blocked_until),
  ADD CONSTRAINT booking_money CHECK (price_cents > 0 AND quantity_hundredths > 0 AND charged_cents >= 0),
  ADD CONSTRAINT cancelled_is_told CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL)),
  ADD CONSTRAINT specialist_is_in_one_place EXCLUDE USING gist
    (specialist_id WITH =, tstzrange(blocked_from, blocked_until) WITH &&) WHERE (state <> 'cancelled'),
  ADD CONSTRAINT child_is_in_one_place EXCLUDE USING gist
    (child_id WITH =, child_lane WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state <> 'cancelled');

CREATE FUNCTION booking_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'booked' AND NEW.state <> OLD.state THEN
    RAISE EXCEPTION 'a booking that is % stays so', OLD.state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_ends_once';
  END IF;
  IF OLD.state <> 'booked' AND (NEW.starts_at, NEW.ends_at, NEW.price_cents, NEW.specialist_id)
    IS DISTINCT FROM (OLD.starts_at, OLD.ends_at, OLD.price_cents, OLD.specialist_id) THEN
    RAISE EXCEPTION 'only a live booking moves' USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_ends_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER booking_goes_forward BEFORE UPDATE ON booking FOR EACH ROW EXECUTE FUNCTION booking_goes_forward();

-- When specialists are taken, whichever municipality took them. Times only: whose session it is stays hidden.
CREATE FUNCTION busy_times(specialists uuid[], from_instant timestamptz, until_instant timestamptz)
RETURNS TABLE (specialist_id uuid, busy tstzmultirange) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT b.specialist_id, range_agg(tstzrange(b.blocked_from, b.blocked_until))
  FROM booking b
  WHERE b.specialist_id = ANY (specialists) AND b.state <> 'cancelled'
    AND tstzrange(b.blocked_from, b.blocked_until) && tstzrange(from_instant, until_instant)
  GROUP BY b.specialist_id
$$;

-- 5. Delivery and payout: one statement a booking, one payment a delivery, four eyes. -----------------------------
ALTER TABLE delivery
  ADD CONSTRAINT delivery_money CHECK (amount_cents >= 0 AND extra_asked_cents >= 0 AND quantity_hundredths >= 0),
  ADD CONSTRAINT delivered_has_times_and_place CHECK (kind <> 'delivered'
    OR (started_at IS NOT NULL AND ended_at IS NOT NULL AND place_type IS NOT NULL AND started_at < ended_at)),
  ADD CONSTRAINT accepted_says_how CHECK ((state = 'accepted') = (accepted_how IS NOT NULL)),
  ADD CONSTRAINT objection_has_a_kind CHECK (state <> 'objected' OR objection IS NOT NULL);
CREATE UNIQUE INDEX one_delivery_a_booking ON delivery (booking_id) WHERE state NOT IN ('rejected', 'waived');
CREATE UNIQUE INDEX one_live_payout_a_delivery ON payout_item (delivery_id) WHERE is_live;

ALTER TABLE payout_item ADD CONSTRAINT item_is_positive CHECK (cents > 0);
ALTER TABLE payout ADD CONSTRAINT payout_is_positive CHECK (cents > 0);
ALTER TABLE payout_run
  ADD CONSTRAINT run_dates CHECK (covers_from < covers_before AND total_cents > 0 AND payout_count > 0),
  ADD CONSTRAINT four_eyes CHECK (approved_by IS NULL OR approved_by <> prepared_by),
  ADD CONSTRAINT run_state_is_told CHECK (CASE state
    WHEN 'prepared' THEN approved_by IS NULL AND returned_by IS NULL
    WHEN 'returned' THEN approved_by IS NULL AND returned_by IS NOT NULL AND return_reason IS NOT NULL
    WHEN 'approved' THEN approved_by IS NOT NULL AND executed_by IS NULL
    WHEN 'executed' THEN approved_by IS NOT NULL AND executed_by IS NOT NULL AND bank_date IS NOT NULL END);

CREATE FUNCTION run_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT ((OLD.state = 'prepared' AND NEW.state IN ('approved', 'returned'))
       OR (OLD.state = 'approved' AND NEW.state = 'executed')) THEN
    RAISE EXCEPTION 'a run that is % does not become %', OLD.state, NEW.state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'run_goes_forward';
  END IF;
  IF (NEW.municipality_id, NEW.year, NEW.number, NEW.covers_from, NEW.covers_before, NEW.execution_date, NEW.total_cents,
      NEW.payout_count, NEW.message_id, NEW.prepared_by, NEW.prepared_at)
    IS DISTINCT FROM (OLD.municipality_id, OLD.year, OLD.number, OLD.covers_from, OLD.covers_before, OLD.execution_date,
      OLD.total_cents, OLD.payout_count, OLD.message_id, OLD.prepared_by, OLD.prepared_at)
    OR (OLD.approved_by IS NOT NULL AND NEW.approved_by IS DISTINCT FROM OLD.approved_by) THEN
    RAISE EXCEPTION 'a run keeps what it was prepared with'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'run_is_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER run_is_frozen BEFORE UPDATE ON payout_run FOR EACH ROW EXECUTE FUNCTION run_is_frozen();

-- Payouts and their items are written while a run is being prepared and keep their amounts ever after.
CREATE FUNCTION payout_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.run_id, NEW.provider_id, NEW.cents, NEW.creditor_name, NEW.creditor_iban, NEW.end_to_end_id)
    IS DISTINCT FROM (OLD.run_id, OLD.provider_id, OLD.cents, OLD.creditor_name, OLD.creditor_iban, OLD.end_to_end_id) THEN
    RAISE EXCEPTION 'a payout keeps its amount and creditor'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payout_is_frozen';
  END IF;
  IF NEW.state <> OLD.state AND NOT ((OLD.state = 'prepared' AND NEW.state IN ('in_transit', 'dropped'))
    OR (OLD.state = 'in_transit' AND NEW.state IN ('paid', 'failed'))) THEN
    RAISE EXCEPTION 'a payout that is % does not become %', OLD.state, NEW.state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payout_goes_forward';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payout_is_frozen BEFORE UPDATE ON payout FOR EACH ROW EXECUTE FUNCTION payout_is_frozen();

CREATE FUNCTION payout_item_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.payout_id <> OLD.payout_id OR NEW.delivery_id <> OLD.delivery_id OR NEW.cents <> OLD.cents
    OR (NEW.is_live AND NOT OLD.is_live) THEN
    RAISE EXCEPTION 'an item of a payout only ever ends'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payout_item_is_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payout_item_is_frozen BEFORE UPDATE ON payout_item FOR EACH ROW EXECUTE FUNCTION payout_item_is_frozen();

-- An approved run takes no more payouts, a payout out of preparation no more items.
CREATE FUNCTION run_still_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'payout' THEN
    IF NOT EXISTS (SELECT FROM payout_run WHERE id = NEW.run_id AND state = 'prepared') THEN
      RAISE EXCEPTION 'the run is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'run_is_frozen';
    END IF;
  ELSIF NOT EXISTS (SELECT FROM payout WHERE id = NEW.payout_id AND state = 'prepared') THEN
    RAISE EXCEPTION 'the payout is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'payout_is_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER run_still_open BEFORE INSERT ON payout FOR EACH ROW EXECUTE FUNCTION run_still_open();
CREATE TRIGGER run_still_open BEFORE INSERT ON payout_item FOR EACH ROW EXECUTE FUNCTION run_still_open();

-- 6. Row-level security: the second wall behind scoped queries. ---------------------------------------------------
-- The tenant and, for a provider, the provider are settings of the transaction; unset means no rows.
CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.tenant', true), '')::uuid;
CREATE FUNCTION current_provider() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.provider', true), '')::uuid;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['child', 'guardianship', 'personal_code', 'case_assignment', 'assessment', 'goal',
    'assessed_service', 'plan', 'plan_line', 'budget_period', 'budget_line', 'account', 'transfer', 'hold', 'booking',
    'booking_change', 'delivery', 'payout_run', 'payout', 'payout_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY of_the_tenant ON %I TO atspaids_app USING (municipality_id = (SELECT current_tenant()))', t);
  END LOOP;
  -- A provider reads its own sessions and payments in every municipality it serves; it writes only inside a
  -- transaction that names the tenant.
  FOREACH t IN ARRAY ARRAY['booking', 'booking_change', 'delivery', 'payout', 'payout_item'] LOOP
    EXECUTE format('CREATE POLICY of_the_provider ON %I FOR SELECT TO atspaids_app USING (provider_id = (SELECT current_provider()))', t);
  END LOOP;
END $$;
CREATE POLICY of_the_provider ON child FOR SELECT TO atspaids_app USING (
  (SELECT current_provider()) IS NOT NULL
  AND EXISTS (SELECT FROM booking b WHERE b.child_id = child.id AND b.provider_id = (SELECT current_provider())));
CREATE POLICY of_the_provider ON payout_run FOR SELECT TO atspaids_app USING (
  (SELECT current_provider()) IS NOT NULL
  AND EXISTS (SELECT FROM payout p WHERE p.run_id = payout_run.id AND p.provider_id = (SELECT current_provider())));
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON audit_event FOR SELECT TO atspaids_app
  USING (municipality_id = (SELECT current_tenant()));
CREATE POLICY anyone_writes ON audit_event FOR INSERT TO atspaids_app WITH CHECK (true);
