-- What is owed never passes what was reserved and asked, and what is on its way to the bank stays as it is. The
-- messages name the constraint, since the application reads it there.
ALTER TABLE delivery ADD CONSTRAINT owed_within_what_was_asked CHECK (amount_cents <= reserved_cents + extra_asked_cents);

CREATE FUNCTION delivery_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.municipality_id, NEW.booking_id, NEW.child_id, NEW.provider_id, NEW.kind, NEW.quantity_hundredths,
      NEW.reserved_cents, NEW.extra_asked_cents, NEW.stated_by, NEW.stated_at)
    IS DISTINCT FROM (OLD.municipality_id, OLD.booking_id, OLD.child_id, OLD.provider_id, OLD.kind,
      OLD.quantity_hundredths, OLD.reserved_cents, OLD.extra_asked_cents, OLD.stated_by, OLD.stated_at) THEN
    RAISE EXCEPTION 'a statement keeps what was stated (constraint "statement_is_frozen")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'statement_is_frozen';
  END IF;
  IF NEW.state = OLD.state AND NEW.amount_cents = OLD.amount_cents THEN RETURN NEW; END IF;
  IF NOT ((OLD.state = 'awaiting' AND NEW.state IN ('accepted', 'objected', 'waived'))
    OR (OLD.state = 'objected' AND NEW.state IN ('accepted', 'rejected', 'waived'))
    OR (OLD.state = 'accepted' AND NEW.state = 'waived')) THEN
    RAISE EXCEPTION 'a statement that is % at % does not become % at % (constraint "delivery_goes_forward")', OLD.state, OLD.amount_cents, NEW.state,
      NEW.amount_cents USING ERRCODE = 'check_violation', CONSTRAINT = 'delivery_goes_forward';
  END IF;
  -- A statement of its own sees what others committed while this update waited for the row.
  IF EXISTS (SELECT FROM payout_item WHERE delivery_id = OLD.id AND is_live) THEN
    RAISE EXCEPTION 'a delivery in a payout stays as it is (constraint "delivery_in_a_payout_stays")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'delivery_in_a_payout_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER delivery_goes_forward BEFORE UPDATE ON delivery FOR EACH ROW EXECUTE FUNCTION delivery_goes_forward();

-- A payout holds what its provider is owed, to the cent, and nothing that nobody accepted.
CREATE FUNCTION item_is_what_is_owed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM delivery d JOIN payout o ON o.id = NEW.payout_id AND o.provider_id = d.provider_id
    WHERE d.id = NEW.delivery_id AND d.state = 'accepted' AND d.amount_cents = NEW.cents
      AND d.provider_id = NEW.provider_id) THEN
    RAISE EXCEPTION 'an item is an accepted delivery at the amount owed (constraint "item_is_what_is_owed")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'item_is_what_is_owed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER item_is_what_is_owed BEFORE INSERT ON payout_item
  FOR EACH ROW EXECUTE FUNCTION item_is_what_is_owed();

-- Nobody approves a run whose sums do not add up.
CREATE FUNCTION approved_run_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(cents), 0) <> NEW.total_cents OR count(*) <> NEW.payout_count FROM payout WHERE run_id = NEW.id)
    OR EXISTS (SELECT FROM payout o WHERE o.run_id = NEW.id
      AND o.cents <> (SELECT coalesce(sum(i.cents), 0) FROM payout_item i WHERE i.payout_id = o.id AND i.is_live)) THEN
    RAISE EXCEPTION 'a run that does not add up is not approved (constraint "approved_run_adds_up")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_run_adds_up';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approved_run_adds_up BEFORE UPDATE ON payout_run
  FOR EACH ROW WHEN (NEW.state = 'approved' AND OLD.state <> 'approved') EXECUTE FUNCTION approved_run_adds_up();
