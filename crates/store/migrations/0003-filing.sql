-- Forms, and what units file with them: until now a unit's figures stood in the totals without anybody having said
-- that they are complete, checked or accepted.

CREATE TABLE form (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    every TEXT NOT NULL,
    -- The one period of a form that is answered once.
    stage BIGINT,
    closed_ms BIGINT
) STRICT;
CREATE INDEX form_unit ON form (unit);

-- What the form asks from a day on; a period takes the version that holds on its last day.
CREATE TABLE form_version (
    form BIGINT NOT NULL REFERENCES form (id),
    number BIGINT NOT NULL,
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    content TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (form, number)
) STRICT, WITHOUT ROWID;

-- A later day granted to one unit for one period; the latest row counts.
CREATE TABLE form_extension (
    id BIGINT NOT NULL PRIMARY KEY,
    form BIGINT NOT NULL REFERENCES form (id),
    unit BIGINT NOT NULL REFERENCES unit (id),
    period BIGINT NOT NULL,
    due TEXT NOT NULL CHECK (length(due) = 10),
    reason TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX form_extension_about ON form_extension (form, period, unit);

-- One unit's answers to one form for one period. `standing` repeats what the last step left; `rests` lists the slots
-- whose figures may not be changed while it is sent or accepted.
CREATE TABLE filing (
    id BIGINT NOT NULL PRIMARY KEY,
    form BIGINT NOT NULL REFERENCES form (id),
    unit BIGINT NOT NULL REFERENCES unit (id),
    period BIGINT NOT NULL,
    edition BIGINT NOT NULL,
    standing TEXT NOT NULL,
    standing_ms BIGINT NOT NULL,
    form_version BIGINT NOT NULL,
    scope TEXT NOT NULL,
    rests BLOB NOT NULL,
    sent_ms BIGINT,
    late BIGINT NOT NULL CHECK (late IN (0, 1)),
    asked_ms BIGINT,
    UNIQUE (unit, period, form)
) STRICT;
CREATE INDEX filing_form ON filing (form, period);
CREATE INDEX filing_standing ON filing (standing, unit);

CREATE TABLE filing_step (
    filing BIGINT NOT NULL REFERENCES filing (id),
    place BIGINT NOT NULL,
    step TEXT NOT NULL,
    standing TEXT NOT NULL,
    edition BIGINT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    late BIGINT NOT NULL CHECK (late IN (0, 1)),
    -- The submission's version that was read, and its values of the form's slots.
    submission_version BIGINT NOT NULL,
    vector BLOB NOT NULL,
    grounds TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (filing, place)
) STRICT, WITHOUT ROWID;

-- Rows that were named when a filing was given back.
CREATE TABLE filing_step_row (
    filing BIGINT NOT NULL,
    place BIGINT NOT NULL,
    ask TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (filing, place, ask)
) STRICT, WITHOUT ROWID;

-- Units that were missing, by name, when a filing was accepted all the same.
CREATE TABLE filing_step_missing (
    filing BIGINT NOT NULL,
    place BIGINT NOT NULL,
    unit BIGINT NOT NULL REFERENCES unit (id),
    PRIMARY KEY (filing, place, unit)
) STRICT, WITHOUT ROWID;

-- Answers in words, and the line of reason for a figure that is asked about; `ask` is the row's key.
CREATE TABLE filing_words (
    filing BIGINT NOT NULL REFERENCES filing (id),
    kind TEXT NOT NULL,
    ask TEXT NOT NULL,
    words TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (filing, kind, ask)
) STRICT, WITHOUT ROWID;

-- What a device sent, by the key it made: sent twice, it is stored once. `made_ms` is the device's own clock, by
-- which a later packet that arrived earlier is known.
CREATE TABLE filing_packet (
    packet TEXT NOT NULL PRIMARY KEY,
    filing BIGINT NOT NULL REFERENCES filing (id),
    account BIGINT NOT NULL REFERENCES account (id),
    device TEXT NOT NULL,
    made_ms BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    ended TEXT NOT NULL
) STRICT;
CREATE INDEX filing_packet_device ON filing_packet (filing, device, made_ms);

-- A figure that somebody asked to be looked at again, until somebody says that it was.
CREATE TABLE filing_flag (
    filing BIGINT NOT NULL REFERENCES filing (id),
    slot BIGINT NOT NULL REFERENCES slot (number),
    why TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    cleared_by BIGINT REFERENCES account (id),
    cleared_ms BIGINT,
    PRIMARY KEY (filing, slot, at_ms)
) STRICT, WITHOUT ROWID;
