-- Waiting events are looked up every minute; handled ones pile up for good.
CREATE INDEX events_that_wait ON domain_event (id) WHERE handled_at IS NULL;
