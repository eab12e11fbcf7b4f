-- An own rule of commendation that stops before its time: from a day on, by a person, for a reason. What was judged by
-- it before that day stays judged by it.
ALTER TABLE award_rule ADD COLUMN withdrawn_from TEXT CHECK (length(withdrawn_from) = 10);
ALTER TABLE award_rule ADD COLUMN withdrawn_by BIGINT REFERENCES account (id);
ALTER TABLE award_rule ADD COLUMN withdrawn_ms BIGINT;
ALTER TABLE award_rule ADD COLUMN withdrawn_why TEXT;
