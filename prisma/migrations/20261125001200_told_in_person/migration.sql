-- A family that does not use the portal tells its wishes and its order in person or by phone; its social worker enters
-- them, and what they enter says so.

-- AlterTable
ALTER TABLE "assessment" ADD COLUMN     "parents_ranked_note" TEXT;

-- AlterTable
ALTER TABLE "assessment_guardian" ADD COLUMN     "wishes_told_to" UUID;

-- When and how it was told belongs to an order that is handed in, by somebody.
ALTER TABLE assessment ADD CONSTRAINT parents_ranked_note_of_an_order CHECK (parents_ranked_note IS NULL
  OR (parents_ranked_at IS NOT NULL AND parents_ranked_by IS NOT NULL AND btrim(parents_ranked_note) <> ''
    AND length(parents_ranked_note) <= 500));
ALTER TABLE assessment_guardian ADD CONSTRAINT wishes_told_are_done CHECK (wishes_told_to IS NULL
  OR wishes_done_at IS NOT NULL);
