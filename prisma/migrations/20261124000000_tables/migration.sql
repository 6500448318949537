-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "GoalHorizon" AS ENUM ('wish', 'long_term', 'short_term');

-- CreateEnum
CREATE TYPE "Beneficiary" AS ENUM ('child', 'parents', 'both');

-- CreateEnum
CREATE TYPE "AccountKind" AS ENUM ('grant', 'fund', 'unassigned', 'available', 'reserved', 'delivered', 'in_transit', 'paid');

-- CreateEnum
CREATE TYPE "TransferKind" AS ENUM ('fund_grant', 'allocate', 'assign', 'unassign', 'deallocate', 'reserve', 'release', 'deliver', 'deliver_extra', 'reverse_delivery', 'send', 'settle', 'bounce');

-- CreateEnum
CREATE TYPE "CauseKind" AS ENUM ('municipality', 'plan', 'booking', 'delivery', 'payout');

-- CreateEnum
CREATE TYPE "HoldState" AS ENUM ('open', 'posted', 'voided');

-- CreateEnum
CREATE TYPE "DeliveryKind" AS ENUM ('delivered', 'not_attended', 'late_cancellation');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('awaiting', 'accepted', 'objected', 'rejected', 'waived');

-- CreateEnum
CREATE TYPE "PlaceType" AS ENUM ('home', 'provider', 'institution', 'community', 'online');

-- CreateEnum
CREATE TYPE "AcceptedHow" AS ENUM ('cosigned', 'silence', 'settled', 'cancelled_knowingly');

-- CreateEnum
CREATE TYPE "ObjectionKind" AS ENUM ('did_not_happen', 'shorter', 'wrong_place', 'wrong_service', 'other');

-- CreateEnum
CREATE TYPE "Unit" AS ENUM ('session', 'hour', 'trip', 'kilometre', 'course');

-- CreateEnum
CREATE TYPE "Mode" AS ENUM ('at_provider', 'at_home', 'institution', 'online');

-- CreateEnum
CREATE TYPE "ChildLane" AS ENUM ('attended', 'assistance', 'transport');

-- CreateEnum
CREATE TYPE "ProviderKind" AS ENUM ('organisation', 'self_employed');

-- CreateEnum
CREATE TYPE "CredentialKind" AS ENUM ('education', 'clearance', 'register_entry');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('queued', 'sent', 'failed', 'kept');

-- CreateEnum
CREATE TYPE "PayoutRunState" AS ENUM ('prepared', 'returned', 'approved', 'executed');

-- CreateEnum
CREATE TYPE "PayoutState" AS ENUM ('prepared', 'in_transit', 'paid', 'failed', 'dropped');

-- CreateEnum
CREATE TYPE "Locale" AS ENUM ('lv', 'en');

-- CreateEnum
CREATE TYPE "Theme" AS ENUM ('system', 'light', 'dark');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('guardian', 'specialist', 'provider_manager', 'expert', 'social_worker', 'finance_officer', 'payout_approver', 'municipality_administrator', 'ministry_analyst');

-- CreateEnum
CREATE TYPE "GuardianKind" AS ENUM ('parent', 'legal_representative', 'foster_family');

-- CreateEnum
CREATE TYPE "PlanState" AS ENUM ('draft', 'approved', 'superseded');

-- CreateEnum
CREATE TYPE "FundingOutcome" AS ENUM ('full', 'partly', 'not_funded', 'other_payer');

-- CreateEnum
CREATE TYPE "ExceptionKind" AS ENUM ('off', 'extra');

-- CreateEnum
CREATE TYPE "BookingState" AS ENUM ('booked', 'cancelled', 'delivered', 'not_attended');

-- CreateEnum
CREATE TYPE "CancelledBy" AS ENUM ('guardian', 'provider', 'municipality');

-- CreateEnum
CREATE TYPE "CancelReason" AS ENUM ('plans_changed', 'child_ill', 'specialist_ill', 'specialist_unavailable', 'place_unavailable', 'other');

-- CreateEnum
CREATE TYPE "BookingChangeKind" AS ENUM ('booked', 'moved', 'cancelled', 'delivered', 'not_attended');

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "horizon" "GoalHorizon" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "serves_goal_id" UUID,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessed_service" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "expert_rank_halves" INTEGER,
    "parent_rank_halves" INTEGER,
    "units" INTEGER NOT NULL,
    "minimum_units" INTEGER NOT NULL,
    "mode" "Mode",
    "sessions_per_week" INTEGER,
    "beneficiary" "Beneficiary" NOT NULL,
    "reason_lv" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    "explanation_lv" TEXT NOT NULL,
    "explanation_en" TEXT NOT NULL,
    "other_payer_lv" TEXT,
    "other_payer_en" TEXT,

    CONSTRAINT "assessed_service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_period" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_before" DATE NOT NULL,
    "allocated_cents" INTEGER NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL DEFAULT 'EUR',

    CONSTRAINT "budget_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_line" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "kind" "AccountKind" NOT NULL,
    "period_id" UUID,
    "budget_line_id" UUID,
    "balance_cents" BIGINT NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL DEFAULT 'EUR',

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transfer" (
    "id" BIGSERIAL NOT NULL,
    "municipality_id" UUID NOT NULL,
    "debit_account_id" UUID NOT NULL,
    "credit_account_id" UUID NOT NULL,
    "cents" INTEGER NOT NULL,
    "kind" "TransferKind" NOT NULL,
    "cause" "CauseKind" NOT NULL,
    "cause_id" UUID NOT NULL,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "reverses_id" BIGINT,
    "idempotency_key" TEXT NOT NULL,

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hold" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "budget_line_id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "cents" INTEGER NOT NULL,
    "state" "HoldState" NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "kind" "DeliveryKind" NOT NULL,
    "state" "DeliveryState" NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "place_type" "PlaceType",
    "note" TEXT,
    "quantity_hundredths" INTEGER NOT NULL,
    "reserved_cents" INTEGER NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "extra_asked_cents" INTEGER NOT NULL DEFAULT 0,
    "stated_by" UUID NOT NULL,
    "stated_at" TIMESTAMPTZ(3) NOT NULL,
    "accept_by" TIMESTAMPTZ(3) NOT NULL,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "accepted_how" "AcceptedHow",
    "objection" "ObjectionKind",
    "objection_note" TEXT,
    "settled_by" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "settlement_reason" TEXT,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "name_lv" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "description_lv" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "unit" "Unit" NOT NULL,
    "beneficiary" "Beneficiary" NOT NULL,
    "child_lane" "ChildLane" NOT NULL DEFAULT 'attended',
    "catalogue_order" INTEGER NOT NULL,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_cap" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "mode" "Mode" NOT NULL,
    "cents" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "price_cap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" "ProviderKind" NOT NULL,
    "name" TEXT NOT NULL,
    "about_lv" TEXT NOT NULL,
    "about_en" TEXT NOT NULL,
    "registration_no" TEXT,
    "iban" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "house_number" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL DEFAULT 'LV',

    CONSTRAINT "provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_acceptance" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "accepted_from" DATE NOT NULL,
    "accepted_until" DATE,

    CONSTRAINT "provider_acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "provider_id" UUID NOT NULL,
    "name_lv" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "is_accessible" BOOLEAN NOT NULL,
    "access_lv" TEXT,
    "access_en" TEXT,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "specialist" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "provider_id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "profession_lv" TEXT NOT NULL,
    "profession_en" TEXT NOT NULL,
    "languages" TEXT[],
    "active_until" DATE,

    CONSTRAINT "specialist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "specialist_id" UUID NOT NULL,
    "kind" "CredentialKind" NOT NULL,
    "number" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offering" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "provider_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "mode" "Mode" NOT NULL,
    "site_id" UUID,
    "duration_minutes" INTEGER NOT NULL,
    "buffer_minutes" INTEGER NOT NULL DEFAULT 0,
    "minimum_notice_hours" INTEGER NOT NULL DEFAULT 2,
    "furthest_days" INTEGER NOT NULL DEFAULT 90,
    "home_radius_km" INTEGER,
    "home_from_latitude" DOUBLE PRECISION,
    "home_from_longitude" DOUBLE PRECISION,
    "note_lv" TEXT,
    "note_en" TEXT,
    "offered_until" DATE,

    CONSTRAINT "offering_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offering_specialist" (
    "offering_id" UUID NOT NULL,
    "specialist_id" UUID NOT NULL,

    CONSTRAINT "offering_specialist_pkey" PRIMARY KEY ("offering_id","specialist_id")
);

-- CreateTable
CREATE TABLE "tariff" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "offering_id" UUID NOT NULL,
    "cents" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "tariff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text_body" TEXT NOT NULL,
    "html_body" TEXT NOT NULL,
    "calendar_file" TEXT,
    "state" "MailState" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "dedupe_key" TEXT NOT NULL,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "covers_from" DATE NOT NULL,
    "covers_before" DATE NOT NULL,
    "execution_date" DATE NOT NULL,
    "state" "PayoutRunState" NOT NULL,
    "total_cents" INTEGER NOT NULL,
    "payout_count" INTEGER NOT NULL,
    "message_id" TEXT NOT NULL,
    "prepared_by" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "returned_by" UUID,
    "returned_at" TIMESTAMPTZ(3),
    "return_reason" TEXT,
    "executed_by" UUID,
    "executed_at" TIMESTAMPTZ(3),
    "bank_date" DATE,

    CONSTRAINT "payout_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "cents" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'EUR',
    "creditor_name" TEXT NOT NULL,
    "creditor_iban" TEXT NOT NULL,
    "end_to_end_id" TEXT NOT NULL,
    "state" "PayoutState" NOT NULL,
    "failure_reason" TEXT,
    "paid_on" DATE,

    CONSTRAINT "payout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_item" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "payout_id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "cents" INTEGER NOT NULL,
    "is_live" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "payout_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipality" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name_lv" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "legal_name" TEXT NOT NULL,
    "registration_no" TEXT NOT NULL,
    "iban" TEXT NOT NULL,
    "bic" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "contact_email" TEXT NOT NULL,
    "contact_phone" TEXT NOT NULL,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipality_policy" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "expert_weight_tenths" INTEGER NOT NULL,
    "parent_weight_tenths" INTEGER NOT NULL,
    "free_cancellation_hours" INTEGER NOT NULL,
    "late_charge_percent" INTEGER NOT NULL,
    "late_charges_per_period" INTEGER NOT NULL,
    "silent_acceptance_days" INTEGER NOT NULL,
    "payout_day_of_month" INTEGER NOT NULL,

    CONSTRAINT "municipality_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" TEXT,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "phone" TEXT,
    "locale" "Locale" NOT NULL DEFAULT 'lv',
    "theme" "Theme" NOT NULL DEFAULT 'system',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "municipality_id" UUID,
    "provider_id" UUID,
    "specialist_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "role_grant_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID,
    "email_hash" BYTEA NOT NULL,
    "address_hash" BYTEA NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "child" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "born_on" DATE NOT NULL,
    "home_town" TEXT NOT NULL,
    "home_latitude" DOUBLE PRECISION NOT NULL,
    "home_longitude" DOUBLE PRECISION NOT NULL,
    "travel_limit_minutes" INTEGER,
    "sessions_per_week_limit" INTEGER,
    "safety_note" TEXT,
    "session_needs" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "child_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guardianship" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "GuardianKind" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "guardianship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personal_code" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "cipher" BYTEA NOT NULL,
    "lookup_hash" BYTEA NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "personal_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_assignment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "municipality_id" UUID,
    "person_id" UUID,
    "role" "Role",
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "request_id" TEXT,
    "reason" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "PlanState" NOT NULL,
    "expert_weight_tenths" INTEGER NOT NULL,
    "parent_weight_tenths" INTEGER NOT NULL,
    "budget_cents" INTEGER NOT NULL,
    "unassigned_cents" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "approved_by" UUID,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_line" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "budget_line_id" UUID,
    "service_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "expert_rank_halves" INTEGER,
    "parent_rank_halves" INTEGER,
    "score_twentieths" INTEGER,
    "asked_units" INTEGER NOT NULL,
    "minimum_units" INTEGER NOT NULL,
    "unit_price_cents" INTEGER NOT NULL,
    "funded_units" INTEGER NOT NULL,
    "funded_cents" INTEGER NOT NULL,
    "left_before_cents" INTEGER NOT NULL,
    "outcome" "FundingOutcome" NOT NULL,
    "mode" "Mode",
    "sessions_per_week" INTEGER,
    "beneficiary" "Beneficiary" NOT NULL,
    "reason_lv" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    "explanation_lv" TEXT NOT NULL,
    "explanation_en" TEXT NOT NULL,
    "other_payer_lv" TEXT,
    "other_payer_en" TEXT,

    CONSTRAINT "plan_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "domain_event" (
    "id" BIGSERIAL NOT NULL,
    "municipality_id" UUID,
    "type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "domain_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability_rule" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "specialist_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "from_time" TIME(0) NOT NULL,
    "to_time" TIME(0) NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "site_id" UUID,

    CONSTRAINT "availability_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability_exception" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "specialist_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "kind" "ExceptionKind" NOT NULL,
    "from_time" TIME(0),
    "to_time" TIME(0),
    "note" TEXT,

    CONSTRAINT "availability_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_holiday" (
    "on_date" DATE NOT NULL,
    "name_lv" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "public_holiday_pkey" PRIMARY KEY ("on_date")
);

-- CreateTable
CREATE TABLE "booking" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "budget_line_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "specialist_id" UUID NOT NULL,
    "child_lane" "ChildLane" NOT NULL,
    "mode" "Mode" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_from" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3) NOT NULL,
    "quantity_hundredths" INTEGER NOT NULL,
    "unit_price_cents" INTEGER NOT NULL,
    "price_cents" INTEGER NOT NULL,
    "free_cancellation_hours" INTEGER NOT NULL,
    "late_charge_percent" INTEGER NOT NULL,
    "late_charges_per_period" INTEGER NOT NULL,
    "state" "BookingState" NOT NULL DEFAULT 'booked',
    "booked_by" UUID NOT NULL,
    "booked_at" TIMESTAMPTZ(3) NOT NULL,
    "request_key" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by" "CancelledBy",
    "cancelled_by_person" UUID,
    "cancel_reason" "CancelReason",
    "cancel_note" TEXT,
    "charged_cents" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking_change" (
    "id" BIGSERIAL NOT NULL,
    "municipality_id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "kind" "BookingChangeKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "was_starts_at" TIMESTAMPTZ(3),
    "was_price_cents" INTEGER,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "price_cents" INTEGER NOT NULL,

    CONSTRAINT "booking_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assessment_child_id_idx" ON "assessment"("child_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_municipality_id_id_key" ON "assessment"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_period_id_key" ON "assessment"("period_id");

-- CreateIndex
CREATE INDEX "goal_assessment_id_idx" ON "goal"("assessment_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessed_service_assessment_id_service_id_key" ON "assessed_service"("assessment_id", "service_id");

-- CreateIndex
CREATE INDEX "budget_period_child_id_idx" ON "budget_period"("child_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_period_municipality_id_id_key" ON "budget_period"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_line_municipality_id_id_key" ON "budget_line"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_line_period_id_service_id_key" ON "budget_line"("period_id", "service_id");

-- CreateIndex
CREATE INDEX "account_period_id_idx" ON "account"("period_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_municipality_id_id_key" ON "account"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "transfer_idempotency_key_key" ON "transfer"("idempotency_key");

-- CreateIndex
CREATE INDEX "transfer_cause_id_idx" ON "transfer"("cause_id");

-- CreateIndex
CREATE INDEX "transfer_debit_account_id_idx" ON "transfer"("debit_account_id");

-- CreateIndex
CREATE INDEX "transfer_credit_account_id_idx" ON "transfer"("credit_account_id");

-- CreateIndex
CREATE INDEX "hold_booking_id_idx" ON "hold"("booking_id");

-- CreateIndex
CREATE INDEX "hold_budget_line_id_idx" ON "hold"("budget_line_id");

-- CreateIndex
CREATE INDEX "delivery_booking_id_idx" ON "delivery"("booking_id");

-- CreateIndex
CREATE INDEX "delivery_municipality_id_state_idx" ON "delivery"("municipality_id", "state");

-- CreateIndex
CREATE INDEX "delivery_provider_id_state_idx" ON "delivery"("provider_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_municipality_id_id_key" ON "delivery"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "service_code_key" ON "service"("code");

-- CreateIndex
CREATE UNIQUE INDEX "service_catalogue_order_key" ON "service"("catalogue_order");

-- CreateIndex
CREATE INDEX "price_cap_municipality_id_service_id_mode_idx" ON "price_cap"("municipality_id", "service_id", "mode");

-- CreateIndex
CREATE UNIQUE INDEX "provider_registration_no_key" ON "provider"("registration_no");

-- CreateIndex
CREATE INDEX "provider_acceptance_provider_id_idx" ON "provider_acceptance"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "provider_acceptance_municipality_id_provider_id_key" ON "provider_acceptance"("municipality_id", "provider_id");

-- CreateIndex
CREATE INDEX "site_provider_id_idx" ON "site"("provider_id");

-- CreateIndex
CREATE INDEX "specialist_provider_id_idx" ON "specialist"("provider_id");

-- CreateIndex
CREATE INDEX "credential_specialist_id_idx" ON "credential"("specialist_id");

-- CreateIndex
CREATE INDEX "offering_service_id_idx" ON "offering"("service_id");

-- CreateIndex
CREATE INDEX "offering_provider_id_idx" ON "offering"("provider_id");

-- CreateIndex
CREATE INDEX "offering_specialist_specialist_id_idx" ON "offering_specialist"("specialist_id");

-- CreateIndex
CREATE INDEX "tariff_offering_id_idx" ON "tariff"("offering_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_dedupe_key_key" ON "mail"("dedupe_key");

-- CreateIndex
CREATE INDEX "mail_state_queued_at_idx" ON "mail"("state", "queued_at");

-- CreateIndex
CREATE UNIQUE INDEX "payout_run_message_id_key" ON "payout_run"("message_id");

-- CreateIndex
CREATE UNIQUE INDEX "payout_run_municipality_id_id_key" ON "payout_run"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payout_run_municipality_id_year_number_key" ON "payout_run"("municipality_id", "year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "payout_end_to_end_id_key" ON "payout"("end_to_end_id");

-- CreateIndex
CREATE INDEX "payout_provider_id_idx" ON "payout"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "payout_municipality_id_id_key" ON "payout"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payout_run_id_provider_id_key" ON "payout"("run_id", "provider_id");

-- CreateIndex
CREATE INDEX "payout_item_payout_id_idx" ON "payout_item"("payout_id");

-- CreateIndex
CREATE INDEX "payout_item_delivery_id_idx" ON "payout_item"("delivery_id");

-- CreateIndex
CREATE UNIQUE INDEX "municipality_registration_no_key" ON "municipality"("registration_no");

-- CreateIndex
CREATE UNIQUE INDEX "municipality_policy_municipality_id_valid_from_key" ON "municipality_policy"("municipality_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE INDEX "role_grant_municipality_id_role_idx" ON "role_grant"("municipality_id", "role");

-- CreateIndex
CREATE INDEX "role_grant_provider_id_idx" ON "role_grant"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_link_token_hash_key" ON "sign_in_link"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_link_email_hash_requested_at_idx" ON "sign_in_link"("email_hash", "requested_at");

-- CreateIndex
CREATE INDEX "sign_in_link_address_hash_requested_at_idx" ON "sign_in_link"("address_hash", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "child_municipality_id_id_key" ON "child"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "guardianship_person_id_idx" ON "guardianship"("person_id");

-- CreateIndex
CREATE INDEX "guardianship_child_id_idx" ON "guardianship"("child_id");

-- CreateIndex
CREATE INDEX "personal_code_child_id_idx" ON "personal_code"("child_id");

-- CreateIndex
CREATE INDEX "case_assignment_child_id_idx" ON "case_assignment"("child_id");

-- CreateIndex
CREATE INDEX "case_assignment_person_id_idx" ON "case_assignment"("person_id");

-- CreateIndex
CREATE INDEX "audit_event_municipality_id_subject_id_at_idx" ON "audit_event"("municipality_id", "subject_id", "at");

-- CreateIndex
CREATE INDEX "plan_child_id_idx" ON "plan"("child_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_municipality_id_id_key" ON "plan"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_period_id_version_key" ON "plan"("period_id", "version");

-- CreateIndex
CREATE INDEX "plan_line_budget_line_id_idx" ON "plan_line"("budget_line_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_line_plan_id_service_id_key" ON "plan_line"("plan_id", "service_id");

-- CreateIndex
CREATE INDEX "availability_rule_specialist_id_weekday_idx" ON "availability_rule"("specialist_id", "weekday");

-- CreateIndex
CREATE INDEX "availability_exception_specialist_id_on_date_idx" ON "availability_exception"("specialist_id", "on_date");

-- CreateIndex
CREATE INDEX "booking_child_id_starts_at_idx" ON "booking"("child_id", "starts_at");

-- CreateIndex
CREATE INDEX "booking_specialist_id_starts_at_idx" ON "booking"("specialist_id", "starts_at");

-- CreateIndex
CREATE INDEX "booking_provider_id_starts_at_idx" ON "booking"("provider_id", "starts_at");

-- CreateIndex
CREATE INDEX "booking_budget_line_id_idx" ON "booking"("budget_line_id");

-- CreateIndex
CREATE UNIQUE INDEX "booking_municipality_id_id_key" ON "booking"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "booking_municipality_id_booked_by_request_key_key" ON "booking"("municipality_id", "booked_by", "request_key");

-- CreateIndex
CREATE INDEX "booking_change_booking_id_idx" ON "booking_change"("booking_id");

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_municipality_id_child_id_fkey" FOREIGN KEY ("municipality_id", "child_id") REFERENCES "child"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_municipality_id_period_id_fkey" FOREIGN KEY ("municipality_id", "period_id") REFERENCES "budget_period"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_municipality_id_assessment_id_fkey" FOREIGN KEY ("municipality_id", "assessment_id") REFERENCES "assessment"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_serves_goal_id_fkey" FOREIGN KEY ("serves_goal_id") REFERENCES "goal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessed_service" ADD CONSTRAINT "assessed_service_municipality_id_assessment_id_fkey" FOREIGN KEY ("municipality_id", "assessment_id") REFERENCES "assessment"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessed_service" ADD CONSTRAINT "assessed_service_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_period" ADD CONSTRAINT "budget_period_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_period" ADD CONSTRAINT "budget_period_municipality_id_child_id_fkey" FOREIGN KEY ("municipality_id", "child_id") REFERENCES "child"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_municipality_id_period_id_fkey" FOREIGN KEY ("municipality_id", "period_id") REFERENCES "budget_period"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_municipality_id_period_id_fkey" FOREIGN KEY ("municipality_id", "period_id") REFERENCES "budget_period"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_municipality_id_budget_line_id_fkey" FOREIGN KEY ("municipality_id", "budget_line_id") REFERENCES "budget_line"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_municipality_id_debit_account_id_fkey" FOREIGN KEY ("municipality_id", "debit_account_id") REFERENCES "account"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_municipality_id_credit_account_id_fkey" FOREIGN KEY ("municipality_id", "credit_account_id") REFERENCES "account"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "transfer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_municipality_id_budget_line_id_fkey" FOREIGN KEY ("municipality_id", "budget_line_id") REFERENCES "budget_line"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_municipality_id_booking_id_fkey" FOREIGN KEY ("municipality_id", "booking_id") REFERENCES "booking"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_cap" ADD CONSTRAINT "price_cap_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_cap" ADD CONSTRAINT "price_cap_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_acceptance" ADD CONSTRAINT "provider_acceptance_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_acceptance" ADD CONSTRAINT "provider_acceptance_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "specialist" ADD CONSTRAINT "specialist_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "specialist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering" ADD CONSTRAINT "offering_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering" ADD CONSTRAINT "offering_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering" ADD CONSTRAINT "offering_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_specialist" ADD CONSTRAINT "offering_specialist_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offering"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_specialist" ADD CONSTRAINT "offering_specialist_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "specialist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tariff" ADD CONSTRAINT "tariff_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offering"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_run" ADD CONSTRAINT "payout_run_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_municipality_id_run_id_fkey" FOREIGN KEY ("municipality_id", "run_id") REFERENCES "payout_run"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_item" ADD CONSTRAINT "payout_item_municipality_id_payout_id_fkey" FOREIGN KEY ("municipality_id", "payout_id") REFERENCES "payout"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_item" ADD CONSTRAINT "payout_item_municipality_id_delivery_id_fkey" FOREIGN KEY ("municipality_id", "delivery_id") REFERENCES "delivery"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipality_policy" ADD CONSTRAINT "municipality_policy_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "specialist"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_role_grant_id_fkey" FOREIGN KEY ("role_grant_id") REFERENCES "role_grant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "child" ADD CONSTRAINT "child_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardianship" ADD CONSTRAINT "guardianship_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardianship" ADD CONSTRAINT "guardianship_municipality_id_child_id_fkey" FOREIGN KEY ("municipality_id", "child_id") REFERENCES "child"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardianship" ADD CONSTRAINT "guardianship_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_code" ADD CONSTRAINT "personal_code_municipality_id_child_id_fkey" FOREIGN KEY ("municipality_id", "child_id") REFERENCES "child"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_assignment" ADD CONSTRAINT "case_assignment_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_assignment" ADD CONSTRAINT "case_assignment_municipality_id_child_id_fkey" FOREIGN KEY ("municipality_id", "child_id") REFERENCES "child"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_assignment" ADD CONSTRAINT "case_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_municipality_id_period_id_fkey" FOREIGN KEY ("municipality_id", "period_id") REFERENCES "budget_period"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_municipality_id_plan_id_fkey" FOREIGN KEY ("municipality_id", "plan_id") REFERENCES "plan"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_municipality_id_budget_line_id_fkey" FOREIGN KEY ("municipality_id", "budget_line_id") REFERENCES "budget_line"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_rule" ADD CONSTRAINT "availability_rule_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "specialist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_rule" ADD CONSTRAINT "availability_rule_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_exception" ADD CONSTRAINT "availability_exception_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "specialist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_municipality_id_child_id_fkey" FOREIGN KEY ("municipality_id", "child_id") REFERENCES "child"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_municipality_id_period_id_fkey" FOREIGN KEY ("municipality_id", "period_id") REFERENCES "budget_period"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_municipality_id_budget_line_id_fkey" FOREIGN KEY ("municipality_id", "budget_line_id") REFERENCES "budget_line"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offering"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "specialist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_change" ADD CONSTRAINT "booking_change_municipality_id_booking_id_fkey" FOREIGN KEY ("municipality_id", "booking_id") REFERENCES "booking"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
