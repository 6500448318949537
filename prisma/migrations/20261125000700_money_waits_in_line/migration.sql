-- Money that moves between the services of a period, and the warnings before a period ends.

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "edited_by" UUID;

-- CreateTable
CREATE TABLE "period_warning" (
    "municipality_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "ends_before" DATE NOT NULL,
    "days_before" INTEGER NOT NULL,
    "warned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "period_warning_pkey" PRIMARY KEY ("period_id","ends_before","days_before")
);

-- AddForeignKey
ALTER TABLE "period_warning" ADD CONSTRAINT "period_warning_municipality_id_period_id_fkey" FOREIGN KEY ("municipality_id", "period_id") REFERENCES "budget_period"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

REVOKE UPDATE, DELETE ON period_warning FROM atspaids_app;
ALTER TABLE period_warning ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON period_warning TO atspaids_app USING (municipality_id = (SELECT current_tenant()));
CREATE POLICY not_for_providers ON period_warning AS RESTRICTIVE TO atspaids_app
  USING ((SELECT current_provider()) IS NULL);

-- Makes whoever books on a period, or moves its money, wait for the caller: what is free is read after this and stays so
-- until the end of the transaction. In the order of the accounts' ids, as a transfer takes its two.
CREATE FUNCTION lock_free_money(of_period uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM account WHERE period_id = of_period AND municipality_id = current_tenant()
    AND kind IN ('unassigned', 'available') ORDER BY id FOR NO KEY UPDATE;
END $$;
REVOKE EXECUTE ON FUNCTION lock_free_money(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_free_money(uuid) TO atspaids_app;
