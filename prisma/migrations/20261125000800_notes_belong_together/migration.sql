-- What a note is about belongs to one child, and a specialist's note to a session that the specialist's provider gives.

-- CreateTable
CREATE TABLE "evaluation_asked" (
    "municipality_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "ends_before" DATE NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evaluation_asked_pkey" PRIMARY KEY ("period_id","ends_before")
);

-- AddForeignKey
ALTER TABLE "evaluation_asked" ADD CONSTRAINT "evaluation_asked_municipality_id_period_id_fkey" FOREIGN KEY ("municipality_id", "period_id") REFERENCES "budget_period"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

REVOKE UPDATE, DELETE ON evaluation_asked FROM atspaids_app;
ALTER TABLE evaluation_asked ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON evaluation_asked TO atspaids_app USING (municipality_id = (SELECT current_tenant()));
CREATE POLICY not_for_providers ON evaluation_asked AS RESTRICTIVE TO atspaids_app
  USING ((SELECT current_provider()) IS NULL);

-- Runs as the owner: whoever writes for a provider sees neither goals nor assessments.
CREATE FUNCTION note_belongs_together() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  session booking;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.municipality_id, NEW.child_id, NEW.booking_id, NEW.provider_id, NEW.author_id,
    NEW.author_kind, NEW.written_at) IS DISTINCT FROM (OLD.id, OLD.municipality_id, OLD.child_id, OLD.booking_id,
    OLD.provider_id, OLD.author_id, OLD.author_kind, OLD.written_at) THEN
    RAISE EXCEPTION 'a note keeps its author and what it is about (constraint "note_keeps_its_author")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'note_keeps_its_author';
  END IF;
  IF NEW.goal_id IS NOT NULL AND NOT EXISTS (SELECT FROM goal g JOIN assessment a ON a.id = g.assessment_id
    WHERE g.id = NEW.goal_id AND a.child_id = NEW.child_id) THEN
    RAISE EXCEPTION 'a note is about a goal of its own child (constraint "note_belongs_together")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'note_belongs_together';
  END IF;
  IF NEW.mark IS NOT NULL AND EXISTS (SELECT FROM goal WHERE id = NEW.goal_id AND horizon = 'wish') THEN
    RAISE EXCEPTION 'a wish has no scale (constraint "note_mark")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'note_mark';
  END IF;
  IF (NEW.provider_id IS NULL) <> (NEW.booking_id IS NULL) THEN
    RAISE EXCEPTION 'specialists, and nobody else, write of a session (constraint "note_belongs_together")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'note_belongs_together';
  END IF;
  IF NEW.booking_id IS NULL THEN RETURN NEW; END IF;
  SELECT * INTO session FROM booking WHERE id = NEW.booking_id;
  IF session.child_id <> NEW.child_id OR session.provider_id <> NEW.provider_id
    OR (TG_OP = 'INSERT' AND session.state = 'cancelled') THEN
    RAISE EXCEPTION 'a session note is of a session that was not called off (constraint "note_belongs_together")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'note_belongs_together';
  END IF;
  IF NEW.goal_id IS NOT NULL AND NOT EXISTS (SELECT FROM assessment a
    JOIN assessed_service s ON s.assessment_id = a.id AND s.service_id = session.service_id
    JOIN assessed_service_goal l ON l.assessed_service_id = s.id AND l.goal_id = NEW.goal_id
    WHERE a.period_id = session.period_id) THEN
    RAISE EXCEPTION 'a session note is about a goal that its service serves (constraint "note_belongs_together")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'note_belongs_together';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION note_belongs_together() FROM PUBLIC;
CREATE TRIGGER note_belongs_together BEFORE INSERT OR UPDATE ON goal_note
  FOR EACH ROW EXECUTE FUNCTION note_belongs_together();
