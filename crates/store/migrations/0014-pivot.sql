-- Tables of totals that people keep to look at again: until now a comparison had to be put together anew each quarter,
-- or its address kept in a letter.

CREATE TABLE pivot_view (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    account BIGINT NOT NULL REFERENCES account (id),
    -- Whether everybody who may see the unit's figures sees it, or only its account.
    shared BIGINT NOT NULL CHECK (shared IN (0, 1)),
    name TEXT NOT NULL,
    -- How the table is looked at, as the pairs of its address.
    asked TEXT NOT NULL,
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX pivot_view_unit ON pivot_view (unit);
