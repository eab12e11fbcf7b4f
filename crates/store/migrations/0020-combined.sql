-- A case named one collective or one person. Of some awards only one number is told for both, and nobody may split it: such
-- a case stands for that number.

ALTER TABLE nomination ADD COLUMN number BIGINT NOT NULL DEFAULT 1 CHECK (number > 0);
