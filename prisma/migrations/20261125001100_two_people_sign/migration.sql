-- Social worker and physician are two people, also where one wears both hats.
CREATE UNIQUE INDEX one_profession_a_person ON plan_signature (plan_id, person_id)
  WHERE voided_at IS NULL AND kind IN ('social_worker', 'physician');
