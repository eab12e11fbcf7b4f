-- Decisions had lists but nobody could hold anything in hand that the register knew. Here are the sheets: each with its
-- place in the register, the code printed on it, exactly what it says, and its signed twin; the proof sheets that were
-- looked at; every printing; and how far each printer is off.

CREATE TABLE certificate (
    id BIGINT NOT NULL PRIMARY KEY,
    honoree BIGINT NOT NULL REFERENCES honoree (id),
    decision BIGINT NOT NULL REFERENCES decision (id),
    keeper BIGINT NOT NULL REFERENCES unit (id),
    year BIGINT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    code TEXT NOT NULL UNIQUE,
    printed TEXT NOT NULL,
    signer BIGINT REFERENCES unit (id),
    place BIGINT,
    credential TEXT NOT NULL,
    replaces BIGINT UNIQUE REFERENCES certificate (id),
    replacing TEXT,
    reason TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    CHECK ((replaces IS NULL) = (replacing IS NULL)),
    CHECK ((signer IS NULL) = (place IS NULL))
) STRICT;
CREATE UNIQUE INDEX certificate_first ON certificate (honoree) WHERE replaces IS NULL;
CREATE UNIQUE INDEX certificate_number ON certificate (keeper, year, number) WHERE replaces IS NULL;
CREATE UNIQUE INDEX certificate_place ON certificate (signer, place) WHERE signer IS NOT NULL;
CREATE INDEX certificate_decision ON certificate (decision, number, id);

-- That somebody looked at the proof sheet of a decision and found it right: what was looked at, by its fingerprint.
CREATE TABLE certificate_proof (
    id BIGINT NOT NULL PRIMARY KEY,
    decision BIGINT NOT NULL REFERENCES decision (id),
    fingerprint TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX certificate_proof_decision ON certificate_proof (decision, id);

-- Every sheet of paper that left a printer, the first without a reason.
CREATE TABLE certificate_print (
    certificate BIGINT NOT NULL REFERENCES certificate (id),
    time BIGINT NOT NULL CHECK (time > 0),
    reason TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (certificate, time),
    CHECK (time = 1 OR reason <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE printer (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    across BIGINT NOT NULL,
    down BIGINT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    UNIQUE (unit, name)
) STRICT;
