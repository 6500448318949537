-- The history of an assessment is read from what happened to it.
CREATE INDEX "domain_event_subject_id_at_idx" ON "domain_event" ("subject_id", "at");
