-- Awards until now were rules without anybody under them. Here are the persons whom they concern, as thin as the law
-- on personal data asks; the decisions with their lists; what happened to them afterwards; and the handing over.

-- A person: a name, a unit, and only the days that awards ask for. A duplicate points at the row it is merged into
-- and nothing else moves, so that undoing a merge is forgetting one number.
CREATE TABLE person (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    unit BIGINT NOT NULL REFERENCES unit (id),
    born TEXT,
    admission_decided TEXT,
    admitted TEXT,
    official TEXT,
    died TEXT,
    deducted_months BIGINT NOT NULL CHECK (deducted_months >= 0),
    purpose TEXT NOT NULL,
    keep_until TEXT NOT NULL CHECK (length(keep_until) = 10),
    merged_into BIGINT REFERENCES person (id),
    invented BIGINT NOT NULL CHECK (invented IN (0, 1)),
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    CHECK (merged_into IS NULL OR merged_into <> id)
) STRICT;
CREATE INDEX person_folded ON person (folded);
CREATE INDEX person_unit ON person (unit, sort_key, id);
CREATE INDEX person_merged ON person (merged_into);

CREATE TABLE person_post (
    person BIGINT NOT NULL REFERENCES person (id),
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT NOT NULL CHECK (length(valid_to) = 10 AND valid_to > valid_from),
    unit BIGINT NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    PRIMARY KEY (person, valid_from, title)
) STRICT, WITHOUT ROWID;

-- Who opened a person's row, and what for.
CREATE TABLE person_access (
    id BIGINT NOT NULL PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES person (id),
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    purpose TEXT NOT NULL
) STRICT;
CREATE INDEX person_access_person ON person_access (person, id);

-- In which capacity a unit confers, where its kind does not tell: two people, one document.
CREATE TABLE capacity (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    giver TEXT NOT NULL,
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT NOT NULL CHECK (length(valid_to) = 10 AND valid_to > valid_from),
    document TEXT NOT NULL,
    declared_by BIGINT NOT NULL REFERENCES account (id),
    declared_ms BIGINT NOT NULL,
    confirmed_by BIGINT REFERENCES account (id),
    confirmed_ms BIGINT,
    CHECK (confirmed_by IS NULL OR confirmed_by <> declared_by)
) STRICT;
CREATE INDEX capacity_unit ON capacity (unit);

-- A decision stands in the register of one unit. Its body is a unit of the tree or, where it exists on paper alone,
-- any body with a name: who confers is not who organises the ceremony.
CREATE TABLE decision (
    id BIGINT NOT NULL PRIMARY KEY,
    keeper BIGINT NOT NULL REFERENCES unit (id),
    origin TEXT NOT NULL,
    body BIGINT REFERENCES unit (id),
    body_name TEXT NOT NULL,
    giver TEXT NOT NULL,
    number TEXT NOT NULL,
    decided TEXT NOT NULL CHECK (length(decided) = 10),
    place TEXT NOT NULL,
    title TEXT NOT NULL,
    basis TEXT NOT NULL,
    signer TEXT NOT NULL,
    signer_post TEXT NOT NULL,
    entitled BIGINT NOT NULL CHECK (entitled IN (0, 1)),
    source TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX decision_keeper ON decision (keeper, decided, id);
CREATE INDEX decision_decided ON decision (decided, id);
CREATE INDEX decision_number ON decision (number, decided);

-- One line of a decision's list: a named one, or a number of them that was told without names.
CREATE TABLE honoree (
    id BIGINT NOT NULL PRIMARY KEY,
    decision BIGINT NOT NULL REFERENCES decision (id),
    place BIGINT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    detail TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    unit BIGINT REFERENCES unit (id),
    person BIGINT REFERENCES person (id),
    form TEXT NOT NULL,
    ground TEXT NOT NULL,
    year BIGINT NOT NULL,
    period BIGINT,
    achievement TEXT NOT NULL,
    rule TEXT NOT NULL,
    nomination BIGINT,
    UNIQUE (decision, place)
) STRICT;
CREATE INDEX honoree_person ON honoree (person);
CREATE INDEX honoree_unit ON honoree (unit);
CREATE INDEX honoree_folded ON honoree (folded);

-- What happened to a decision, or to one line of it, afterwards. Nothing is overwritten.
CREATE TABLE decision_change (
    id BIGINT NOT NULL PRIMARY KEY,
    decision BIGINT NOT NULL REFERENCES decision (id),
    honoree BIGINT REFERENCES honoree (id),
    change TEXT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    number TEXT NOT NULL,
    reason TEXT NOT NULL,
    name_before TEXT NOT NULL,
    name_after TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX decision_change_decision ON decision_change (decision, id);
CREATE INDEX decision_change_honoree ON decision_change (honoree);

-- The handing over is an act of its own, on another day and often by another body than the decision's.
CREATE TABLE ceremony (
    id BIGINT NOT NULL PRIMARY KEY,
    keeper BIGINT NOT NULL REFERENCES unit (id),
    day TEXT NOT NULL CHECK (length(day) = 10),
    part TEXT NOT NULL,
    place TEXT NOT NULL,
    organiser_unit BIGINT REFERENCES unit (id),
    organiser TEXT NOT NULL,
    occasion TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX ceremony_keeper ON ceremony (keeper, day, id);

CREATE TABLE handover (
    honoree BIGINT NOT NULL PRIMARY KEY REFERENCES honoree (id),
    ceremony BIGINT NOT NULL REFERENCES ceremony (id),
    handed_by TEXT NOT NULL,
    received_by TEXT NOT NULL
) STRICT;
CREATE INDEX handover_ceremony ON handover (ceremony);
