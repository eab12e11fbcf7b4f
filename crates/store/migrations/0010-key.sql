-- A certificate could be believed only by asking this program. Here are the keys with which units sign: the secret half
-- locked under a key that lies outside the database, each with the time between which it signed. A closed key stays,
-- because what it signed stays.

CREATE TABLE signing_key (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    public TEXT NOT NULL UNIQUE,
    locked BLOB,
    opened_ms BIGINT NOT NULL,
    opened_by BIGINT NOT NULL REFERENCES account (id),
    closed_ms BIGINT,
    closed_by BIGINT REFERENCES account (id),
    reason TEXT NOT NULL,
    CHECK ((closed_ms IS NULL) = (closed_by IS NULL)),
    CHECK ((closed_ms IS NULL) = (locked IS NOT NULL))
) STRICT;
CREATE INDEX signing_key_unit ON signing_key (unit, opened_ms);
CREATE UNIQUE INDEX signing_key_one ON signing_key (unit) WHERE closed_ms IS NULL;
