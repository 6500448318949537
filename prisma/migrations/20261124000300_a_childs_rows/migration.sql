-- A family's pages look for the sessions of its period and the deliveries of its child, among everybody's.
CREATE INDEX "booking_period_id_idx" ON "booking"("period_id");
CREATE INDEX "delivery_child_id_idx" ON "delivery"("child_id");
