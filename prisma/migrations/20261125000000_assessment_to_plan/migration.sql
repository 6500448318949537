-- CreateEnum
CREATE TYPE "ExpertProfession" AS ENUM ('rehabilitation_physician', 'physiotherapist', 'ergotherapist', 'psychologist', 'audiologist_speech_therapist', 'other');

-- CreateEnum
CREATE TYPE "IntakeState" AS ENUM ('read', 'checked', 'running', 'done', 'failed', 'undone', 'discarded');

-- CreateEnum
CREATE TYPE "IntakeRowState" AS ENUM ('waiting', 'accepted', 'unchanged', 'refused', 'undone');

-- CreateEnum
CREATE TYPE "MinimumRule" AS ENUM ('skip', 'stop');

-- CreateEnum
CREATE TYPE "UnusedMoney" AS ENUM ('lapses', 'stays');

-- CreateEnum
CREATE TYPE "PlanOrigin" AS ENUM ('assessed', 'taken_over', 'revision');

-- CreateEnum
CREATE TYPE "SignatureKind" AS ENUM ('social_worker', 'physician', 'guardian');

-- CreateEnum
CREATE TYPE "SignedHow" AS ENUM ('portal', 'in_person', 'letter');

-- CreateEnum
CREATE TYPE "RequestState" AS ENUM ('open', 'taken', 'declined');

-- CreateEnum
CREATE TYPE "NoteAuthor" AS ENUM ('guardian', 'specialist', 'expert', 'social_worker');

-- AlterEnum
ALTER TYPE "CauseKind" ADD VALUE 'period';

-- AlterEnum
ALTER TYPE "PlanState" ADD VALUE 'withdrawn';

-- DropIndex
DROP INDEX "plan_period_id_version_key";

-- AlterTable
ALTER TABLE "assessed_service" ADD COLUMN     "changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "changed_by" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "assessment" ADD COLUMN     "experts_due" DATE,
ADD COLUMN     "goals_agreed_at" TIMESTAMPTZ(3),
ADD COLUMN     "goals_agreed_by" UUID,
ADD COLUMN     "opened_by" UUID,
ADD COLUMN     "parent_ranking_changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "parent_ranking_changed_by" UUID,
ADD COLUMN     "parent_ranking_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "parents_ranked_at" TIMESTAMPTZ(3),
ADD COLUMN     "parents_ranked_by" UUID,
ADD COLUMN     "previous_id" UUID,
ADD COLUMN     "proposal_reason" TEXT,
ADD COLUMN     "proposed_at" TIMESTAMPTZ(3),
ADD COLUMN     "proposed_by" UUID,
ADD COLUMN     "ranking_due" DATE,
ADD COLUMN     "wishes_due" DATE;

-- AlterTable
ALTER TABLE "budget_period" ADD COLUMN     "annulled_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "child" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "goal" ADD COLUMN     "baseline" INTEGER,
ADD COLUMN     "changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "changed_by" UUID,
ADD COLUMN     "continues_id" UUID,
ADD COLUMN     "level_0" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "level_minus_1" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "level_minus_2" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "level_plus_1" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "level_plus_2" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "weight" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "municipality_policy" ADD COLUMN     "appeal_days" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "appeal_to_en" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "appeal_to_lv" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "budget_cents" INTEGER NOT NULL DEFAULT 385200,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by" UUID,
ADD COLUMN     "lapse_after_days" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "minimum_rule" "MinimumRule" NOT NULL DEFAULT 'skip',
ADD COLUMN     "period_months" INTEGER NOT NULL DEFAULT 6,
ADD COLUMN     "plan_four_eyes" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "unused_money" "UnusedMoney" NOT NULL DEFAULT 'lapses';

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "appeal_days" INTEGER,
ADD COLUMN     "appeal_to_en" TEXT,
ADD COLUMN     "appeal_to_lv" TEXT,
ADD COLUMN     "based_on_id" UUID,
ADD COLUMN     "decided_on" DATE,
ADD COLUMN     "decision_number" INTEGER,
ADD COLUMN     "decision_year" INTEGER,
ADD COLUMN     "edit_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "minimum_rule" "MinimumRule" NOT NULL DEFAULT 'skip',
ADD COLUMN     "origin" "PlanOrigin" NOT NULL DEFAULT 'assessed',
ADD COLUMN     "policy_id" UUID,
ADD COLUMN     "prepared_by" UUID,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "request_id" UUID,
ADD COLUMN     "sealed_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_by" UUID,
ADD COLUMN     "withdrawn_reason" TEXT;

-- AlterTable
ALTER TABLE "plan_line" ADD COLUMN     "change_reason" TEXT;

-- CreateTable
CREATE TABLE "assessed_service_goal" (
    "municipality_id" UUID NOT NULL,
    "assessed_service_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,

    CONSTRAINT "assessed_service_goal_pkey" PRIMARY KEY ("assessed_service_id","goal_id")
);

-- CreateTable
CREATE TABLE "assessment_guardian" (
    "municipality_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "wishes_done_at" TIMESTAMPTZ(3),

    CONSTRAINT "assessment_guardian_pkey" PRIMARY KEY ("assessment_id","person_id")
);

-- CreateTable
CREATE TABLE "assessment_expert" (
    "municipality_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "profession" "ExpertProfession" NOT NULL,
    "is_lead" BOOLEAN NOT NULL DEFAULT false,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "invited_by" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "strengths" TEXT NOT NULL DEFAULT '',
    "needs" TEXT NOT NULL DEFAULT '',
    "conclusion" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "saved_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "order_submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "assessment_expert_pkey" PRIMARY KEY ("assessment_id","person_id")
);

-- CreateTable
CREATE TABLE "functioning_finding" (
    "municipality_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "qualifier" INTEGER,
    "strength" TEXT NOT NULL DEFAULT '',
    "need" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "functioning_finding_pkey" PRIMARY KEY ("assessment_id","person_id","code")
);

-- CreateTable
CREATE TABLE "expert_rank" (
    "municipality_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "half_rank" INTEGER NOT NULL,

    CONSTRAINT "expert_rank_pkey" PRIMARY KEY ("assessment_id","person_id","service_id")
);

-- CreateTable
CREATE TABLE "service_understanding" (
    "municipality_id" UUID NOT NULL,
    "assessed_service_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "understood_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_understanding_pkey" PRIMARY KEY ("assessed_service_id","person_id")
);

-- CreateTable
CREATE TABLE "service_question" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "assessed_service_id" UUID NOT NULL,
    "asked_by" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by" UUID,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "service_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_reminder" (
    "municipality_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessment_reminder_pkey" PRIMARY KEY ("assessment_id","person_id","about","due_on")
);

-- CreateTable
CREATE TABLE "period_extension" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "was_ends_before" DATE NOT NULL,
    "ends_before" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "period_extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_import" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_digest" BYTEA NOT NULL,
    "header" JSONB NOT NULL,
    "matching" JSONB,
    "state" "IntakeState" NOT NULL,
    "row_count" INTEGER NOT NULL,
    "checked_rows" INTEGER NOT NULL DEFAULT 0,
    "done_rows" INTEGER NOT NULL DEFAULT 0,
    "accepted_rows" INTEGER NOT NULL DEFAULT 0,
    "unchanged_rows" INTEGER NOT NULL DEFAULT 0,
    "refused_rows" INTEGER NOT NULL DEFAULT 0,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" UUID,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "undone_by" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "intake_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_row" (
    "municipality_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "group_hash" BYTEA,
    "sealed_cells" BYTEA NOT NULL,
    "state" "IntakeRowState" NOT NULL DEFAULT 'waiting',
    "reasons" JSONB,

    CONSTRAINT "intake_row_pkey" PRIMARY KEY ("import_id","row_number")
);

-- CreateTable
CREATE TABLE "intake_thing" (
    "municipality_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "thing_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,

    CONSTRAINT "intake_thing_pkey" PRIMARY KEY ("import_id","kind","thing_id")
);

-- CreateTable
CREATE TABLE "plan_signature" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "SignatureKind" NOT NULL,
    "how" "SignedHow" NOT NULL DEFAULT 'portal',
    "recorded_by" UUID NOT NULL,
    "note" TEXT,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_request" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_as" "Role" NOT NULL,
    "provider_id" UUID,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "RequestState" NOT NULL DEFAULT 'open',
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "revision_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal_note" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "goal_id" UUID,
    "booking_id" UUID,
    "provider_id" UUID,
    "author_id" UUID NOT NULL,
    "author_kind" "NoteAuthor" NOT NULL,
    "text" TEXT NOT NULL,
    "mark" INTEGER,
    "about_on" DATE NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "corrected_at" TIMESTAMPTZ(3),

    CONSTRAINT "goal_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal_attainment" (
    "municipality_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "measured_by" UUID NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "goal_attainment_pkey" PRIMARY KEY ("goal_id","assessment_id")
);

-- CreateTable
CREATE TABLE "family_evaluation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "helped_child" INTEGER,
    "helped_family" INTEGER,
    "had_strength" INTEGER,
    "could_choose" INTEGER,
    "was_heard" INTEGER,
    "what_changed" TEXT NOT NULL DEFAULT '',
    "what_was_hard" TEXT NOT NULL DEFAULT '',
    "what_next" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "family_evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assessed_service_goal_goal_id_idx" ON "assessed_service_goal"("goal_id");

-- CreateIndex
CREATE INDEX "assessment_guardian_person_id_idx" ON "assessment_guardian"("person_id");

-- CreateIndex
CREATE INDEX "assessment_expert_person_id_idx" ON "assessment_expert"("person_id");

-- CreateIndex
CREATE INDEX "service_question_assessed_service_id_idx" ON "service_question"("assessed_service_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_question_municipality_id_id_key" ON "service_question"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "period_extension_period_id_idx" ON "period_extension"("period_id");

-- CreateIndex
CREATE INDEX "intake_import_municipality_id_created_at_idx" ON "intake_import"("municipality_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "intake_import_municipality_id_id_key" ON "intake_import"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "intake_row_import_id_state_idx" ON "intake_row"("import_id", "state");

-- CreateIndex
CREATE INDEX "plan_signature_plan_id_idx" ON "plan_signature"("plan_id");

-- CreateIndex
CREATE INDEX "revision_request_period_id_idx" ON "revision_request"("period_id");

-- CreateIndex
CREATE INDEX "revision_request_child_id_idx" ON "revision_request"("child_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_request_municipality_id_id_key" ON "revision_request"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "goal_note_child_id_about_on_idx" ON "goal_note"("child_id", "about_on");

-- CreateIndex
CREATE INDEX "goal_note_goal_id_about_on_idx" ON "goal_note"("goal_id", "about_on");

-- CreateIndex
CREATE INDEX "goal_note_booking_id_idx" ON "goal_note"("booking_id");

-- CreateIndex
CREATE INDEX "goal_attainment_assessment_id_idx" ON "goal_attainment"("assessment_id");

-- CreateIndex
CREATE UNIQUE INDEX "family_evaluation_period_id_person_id_key" ON "family_evaluation"("period_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessed_service_municipality_id_id_key" ON "assessed_service"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "goal_municipality_id_id_key" ON "goal"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "plan_period_id_idx" ON "plan"("period_id");

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_municipality_id_previous_id_fkey" FOREIGN KEY ("municipality_id", "previous_id") REFERENCES "assessment"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_continues_id_fkey" FOREIGN KEY ("continues_id") REFERENCES "goal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessed_service_goal" ADD CONSTRAINT "assessed_service_goal_municipality_id_assessed_service_id_fkey" FOREIGN KEY ("municipality_id", "assessed_service_id") REFERENCES "assessed_service"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessed_service_goal" ADD CONSTRAINT "assessed_service_goal_municipality_id_goal_id_fkey" FOREIGN KEY ("municipality_id", "goal_id") REFERENCES "goal"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_guardian" ADD CONSTRAINT "assessment_guardian_municipality_id_assessment_id_fkey" FOREIGN KEY ("municipality_id", "assessment_id") REFERENCES "assessment"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_expert" ADD CONSTRAINT "assessment_expert_municipality_id_assessment_id_fkey" FOREIGN KEY ("municipality_id", "assessment_id") REFERENCES "assessment"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "functioning_finding" ADD CONSTRAINT "functioning_finding_assessment_id_person_id_fkey" FOREIGN KEY ("assessment_id", "person_id") REFERENCES "assessment_expert"("assessment_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_rank" ADD CONSTRAINT "expert_rank_assessment_id_person_id_fkey" FOREIGN KEY ("assessment_id", "person_id") REFERENCES "assessment_expert"("assessment_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_understanding" ADD CONSTRAINT "service_understanding_municipality_id_assessed_service_id_fkey" FOREIGN KEY ("municipality_id", "assessed_service_id") REFERENCES "assessed_service"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_question" ADD CONSTRAINT "service_question_municipality_id_assessed_service_id_fkey" FOREIGN KEY ("municipality_id", "assessed_service_id") REFERENCES "assessed_service"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_reminder" ADD CONSTRAINT "assessment_reminder_municipality_id_assessment_id_fkey" FOREIGN KEY ("municipality_id", "assessment_id") REFERENCES "assessment"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_extension" ADD CONSTRAINT "period_extension_municipality_id_period_id_fkey" FOREIGN KEY ("municipality_id", "period_id") REFERENCES "budget_period"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_row" ADD CONSTRAINT "intake_row_municipality_id_import_id_fkey" FOREIGN KEY ("municipality_id", "import_id") REFERENCES "intake_import"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_thing" ADD CONSTRAINT "intake_thing_municipality_id_import_id_fkey" FOREIGN KEY ("municipality_id", "import_id") REFERENCES "intake_import"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_municipality_id_based_on_id_fkey" FOREIGN KEY ("municipality_id", "based_on_id") REFERENCES "plan"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_municipality_id_request_id_fkey" FOREIGN KEY ("municipality_id", "request_id") REFERENCES "revision_request"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_signature" ADD CONSTRAINT "plan_signature_municipality_id_plan_id_fkey" FOREIGN KEY ("municipality_id", "plan_id") REFERENCES "plan"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_request" ADD CONSTRAINT "revision_request_municipality_id_child_id_fkey" FOREIGN KEY ("municipality_id", "child_id") REFERENCES "child"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_request" ADD CONSTRAINT "revision_request_municipality_id_period_id_fkey" FOREIGN KEY ("municipality_id", "period_id") REFERENCES "budget_period"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal_note" ADD CONSTRAINT "goal_note_municipality_id_child_id_fkey" FOREIGN KEY ("municipality_id", "child_id") REFERENCES "child"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal_note" ADD CONSTRAINT "goal_note_municipality_id_goal_id_fkey" FOREIGN KEY ("municipality_id", "goal_id") REFERENCES "goal"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal_note" ADD CONSTRAINT "goal_note_municipality_id_booking_id_fkey" FOREIGN KEY ("municipality_id", "booking_id") REFERENCES "booking"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal_attainment" ADD CONSTRAINT "goal_attainment_municipality_id_goal_id_fkey" FOREIGN KEY ("municipality_id", "goal_id") REFERENCES "goal"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal_attainment" ADD CONSTRAINT "goal_attainment_municipality_id_assessment_id_fkey" FOREIGN KEY ("municipality_id", "assessment_id") REFERENCES "assessment"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_evaluation" ADD CONSTRAINT "family_evaluation_municipality_id_child_id_fkey" FOREIGN KEY ("municipality_id", "child_id") REFERENCES "child"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_evaluation" ADD CONSTRAINT "family_evaluation_municipality_id_period_id_fkey" FOREIGN KEY ("municipality_id", "period_id") REFERENCES "budget_period"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
