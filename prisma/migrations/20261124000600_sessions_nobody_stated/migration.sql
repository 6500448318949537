-- Sessions that are over and not stated are looked for in a municipality; those that ended pile up for good.
CREATE INDEX bookings_that_wait ON booking (municipality_id, ends_at) WHERE state = 'booked';
