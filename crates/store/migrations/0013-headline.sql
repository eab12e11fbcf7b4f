-- The front page of a unit showed whatever figures were best known, in one fixed sequence. Here are those that a unit
-- chose for itself, in its own sequence; a unit without rows has chosen nothing and is shown the usual ones.

CREATE TABLE headline (
    unit BIGINT NOT NULL REFERENCES unit (id),
    place BIGINT NOT NULL,
    slot BIGINT NOT NULL,
    PRIMARY KEY (unit, place)
) STRICT, WITHOUT ROWID;
