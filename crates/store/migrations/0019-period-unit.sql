-- Rows of a period are asked for whole and unit by unit. A young PostgreSQL, which has counted nothing yet, took the
-- index of the period for both and went through the whole period for a few units; now that index knows the units too.

DROP INDEX total_period;
CREATE INDEX total_period ON total (period, lens, road, unit);
DROP INDEX submission_period;
CREATE INDEX submission_period ON submission (period, road, unit);
