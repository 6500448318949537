-- AlterTable
ALTER TABLE "intake_import" ADD COLUMN     "purged_at" TIMESTAMPTZ(3),
ADD COLUMN     "undone_reason" TEXT;

-- CreateIndex
CREATE INDEX "child_municipality_id_born_on_idx" ON "child"("municipality_id", "born_on");

-- What is over says when; what was undone says by whom and why.
ALTER TABLE intake_import ADD CONSTRAINT import_ends_with_a_time CHECK (
  (state IN ('read', 'checked', 'running')) = (finished_at IS NULL)),
  ADD CONSTRAINT undone_is_told CHECK ((state = 'undone') = (undone_at IS NOT NULL)
    AND (state = 'undone') = (undone_by IS NOT NULL AND undone_reason IS NOT NULL));

-- An import goes forward, and what was handed in stays what it was.
CREATE FUNCTION import_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND NOT ((OLD.state = 'read' AND NEW.state IN ('checked', 'discarded'))
    OR (OLD.state = 'checked' AND NEW.state IN ('running', 'discarded'))
    OR (OLD.state = 'running' AND NEW.state IN ('done', 'failed'))
    OR (OLD.state IN ('done', 'failed') AND NEW.state = 'undone')) THEN
    RAISE EXCEPTION 'an import that is % does not become % (constraint "import_goes_forward")', OLD.state, NEW.state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'import_goes_forward';
  END IF;
  IF (NEW.municipality_id, NEW.file_digest, NEW.row_count, NEW.created_by) IS DISTINCT FROM
    (OLD.municipality_id, OLD.file_digest, OLD.row_count, OLD.created_by) THEN
    RAISE EXCEPTION 'an import keeps its file (constraint "import_goes_forward")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'import_goes_forward';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER import_goes_forward BEFORE UPDATE ON intake_import FOR EACH ROW EXECUTE FUNCTION import_goes_forward();
