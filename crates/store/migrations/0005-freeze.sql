-- Freezes: what a unit and all below it had said for a stretch of time, in the tree of that moment, under a number.
-- Reports quote them, so a row is written once and never changed; a later correction makes the next number.
-- FREEZE is a reserved word of PostgreSQL, hence the tables' name.

-- The tree as bytes. Most freezes lie between two reorganisations and share one.
CREATE TABLE frozen_tree (
    hash BLOB NOT NULL PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE frozen (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    period BIGINT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    at_ms BIGINT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    reason TEXT NOT NULL,
    -- The day of the tree for figures as they are in today's tree.
    tree_day TEXT NOT NULL CHECK (length(tree_day) = 10),
    tree BLOB NOT NULL REFERENCES frozen_tree (hash),
    -- Over the tree and all rows below: whoever wants to prove that nothing was changed computes it anew.
    hash BLOB NOT NULL,
    UNIQUE (unit, period, number)
) STRICT;

-- What each unit had said, with versions, and its totals. `turnout` says how far a unit directly below had come;
-- it is empty for all others.
CREATE TABLE frozen_unit (
    frozen BIGINT NOT NULL REFERENCES frozen (id),
    unit BIGINT NOT NULL REFERENCES unit (id),
    turnout TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (frozen, unit)
) STRICT, WITHOUT ROWID;
