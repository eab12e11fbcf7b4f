-- The first layout: everything that the main job needs, from the unit to the figure and its evidence.
-- One text for both engines: BIGINT, TEXT, BLOB and the words STRICT and WITHOUT ROWID are turned into each
-- engine's own by `dialect`. Days are ISO texts; a fact holds from `valid_from` up to, not including, `valid_to`.

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
) STRICT;

-- Units: an identity here, everything else as dated facts beside it. Nothing is overwritten.
CREATE TABLE unit (
    id BIGINT NOT NULL PRIMARY KEY,
    batch BIGINT
) STRICT;
CREATE INDEX unit_batch ON unit (batch);

CREATE TABLE unit_place (
    unit BIGINT NOT NULL REFERENCES unit (id),
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT NOT NULL CHECK (length(valid_to) = 10 AND valid_to > valid_from),
    parent BIGINT REFERENCES unit (id),
    decision TEXT NOT NULL,
    PRIMARY KEY (unit, valid_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_place_parent ON unit_place (parent);

CREATE TABLE unit_name (
    unit BIGINT NOT NULL REFERENCES unit (id),
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT NOT NULL CHECK (length(valid_to) = 10 AND valid_to > valid_from),
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    folded TEXT NOT NULL,
    short_folded TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (unit, valid_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_name_folded ON unit_name (folded);
CREATE INDEX unit_name_short ON unit_name (short_folded);
CREATE INDEX unit_name_sorted ON unit_name (sort_key, unit);

-- Official codes under a scheme ("dia-gioi", "to-chuc-dang"); a code belongs to one unit at a time.
CREATE TABLE unit_code (
    scheme TEXT NOT NULL,
    code TEXT NOT NULL,
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT NOT NULL CHECK (length(valid_to) = 10 AND valid_to > valid_from),
    unit BIGINT NOT NULL REFERENCES unit (id),
    PRIMARY KEY (scheme, code, valid_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_code_unit ON unit_code (unit);
CREATE INDEX unit_code_code ON unit_code (code);

CREATE TABLE unit_alias (
    unit BIGINT NOT NULL REFERENCES unit (id),
    alias TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (unit, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_alias_folded ON unit_alias (folded);

-- Every word of every name and alias, folded: search finds a unit by the beginnings of its words.
CREATE TABLE unit_word (
    word TEXT NOT NULL,
    unit BIGINT NOT NULL REFERENCES unit (id),
    PRIMARY KEY (word, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_word_unit ON unit_word (unit, word);

CREATE TABLE reorganisation (
    id BIGINT NOT NULL PRIMARY KEY,
    decision TEXT NOT NULL,
    decided_on TEXT,
    effective TEXT NOT NULL CHECK (length(effective) = 10),
    kind TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE succession (
    reorganisation BIGINT NOT NULL REFERENCES reorganisation (id),
    predecessor BIGINT NOT NULL REFERENCES unit (id),
    successor BIGINT NOT NULL REFERENCES unit (id),
    effective TEXT NOT NULL CHECK (length(effective) = 10),
    whole BIGINT NOT NULL CHECK (whole IN (0, 1)),
    share TEXT NOT NULL,
    PRIMARY KEY (predecessor, successor, effective)
) STRICT, WITHOUT ROWID;
CREATE INDEX succession_successor ON succession (successor);
CREATE INDEX succession_reorganisation ON succession (reorganisation);

-- People who use the program.
CREATE TABLE account (
    id BIGINT NOT NULL PRIMARY KEY,
    login_name TEXT NOT NULL UNIQUE,
    full_name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    post TEXT NOT NULL,
    password TEXT NOT NULL,
    must_change BIGINT NOT NULL CHECK (must_change IN (0, 1)),
    created_ms BIGINT NOT NULL,
    closed_ms BIGINT
) STRICT;
CREATE INDEX account_sorted ON account (sort_key, id);

CREATE TABLE duty (
    id BIGINT NOT NULL PRIMARY KEY,
    account BIGINT NOT NULL REFERENCES account (id),
    duty_right TEXT NOT NULL,
    unit BIGINT REFERENCES unit (id),
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT NOT NULL CHECK (length(valid_to) = 10 AND valid_to > valid_from),
    decision TEXT NOT NULL
) STRICT;
CREATE INDEX duty_account ON duty (account);
CREATE INDEX duty_unit ON duty (unit);

-- A login is known by the hash of its token alone: whoever reads this table cannot log in with it.
CREATE TABLE login (
    token_hash BLOB NOT NULL PRIMARY KEY,
    account BIGINT NOT NULL REFERENCES account (id),
    created_ms BIGINT NOT NULL,
    seen_ms BIGINT NOT NULL,
    ends_ms BIGINT NOT NULL,
    origin TEXT NOT NULL,
    agent TEXT NOT NULL
) STRICT;
CREATE INDEX login_account ON login (account);

-- The name is kept as its hash: people type their password into the wrong field.
CREATE TABLE login_attempt (
    id BIGINT NOT NULL PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    name_hash BLOB NOT NULL,
    origin TEXT NOT NULL,
    success BIGINT NOT NULL CHECK (success IN (0, 1))
) STRICT;
CREATE INDEX login_attempt_name ON login_attempt (name_hash, at_ms);
CREATE INDEX login_attempt_at ON login_attempt (at_ms);
CREATE INDEX login_attempt_origin ON login_attempt (origin, at_ms);

CREATE TABLE api_token (
    token_hash BLOB NOT NULL PRIMARY KEY,
    account BIGINT NOT NULL REFERENCES account (id),
    label TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    ends_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX api_token_account ON api_token (account);

-- The ledger: lines are chained when they are sealed, in `seal` order, so that writers never wait for each other.
CREATE TABLE ledger (
    id BIGINT NOT NULL PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    account BIGINT,
    origin TEXT NOT NULL,
    act TEXT NOT NULL,
    unit BIGINT,
    object TEXT NOT NULL,
    detail TEXT NOT NULL,
    seal BIGINT UNIQUE,
    hash BLOB
) STRICT;
CREATE INDEX ledger_unit ON ledger (unit, id);
CREATE INDEX ledger_account ON ledger (account, id);

-- What came in together and can be undone together.
CREATE TABLE batch (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    unit BIGINT,
    label TEXT NOT NULL,
    lines BIGINT NOT NULL,
    undone_ms BIGINT,
    undo BLOB
) STRICT;

-- The programme.
CREATE TABLE directive (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    issued TEXT,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    source TEXT NOT NULL,
    verified BIGINT NOT NULL CHECK (verified IN (0, 1)),
    unit BIGINT REFERENCES unit (id)
) STRICT;
CREATE INDEX directive_number ON directive (kind, number);

CREATE TABLE directive_relation (
    newer BIGINT NOT NULL REFERENCES directive (id),
    relation TEXT NOT NULL,
    older BIGINT NOT NULL REFERENCES directive (id),
    source TEXT NOT NULL,
    PRIMARY KEY (newer, relation, older)
) STRICT, WITHOUT ROWID;

CREATE TABLE programme (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    period BIGINT NOT NULL,
    directive BIGINT REFERENCES directive (id)
) STRICT;
CREATE INDEX programme_unit ON programme (unit);

CREATE TABLE theme (
    id BIGINT NOT NULL PRIMARY KEY,
    programme BIGINT REFERENCES programme (id),
    unit BIGINT NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    period BIGINT NOT NULL,
    source TEXT NOT NULL
) STRICT;
CREATE INDEX theme_unit ON theme (unit);

CREATE TABLE indicator (
    id BIGINT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    folded TEXT NOT NULL,
    measure TEXT NOT NULL,
    measure_en TEXT NOT NULL,
    nature TEXT NOT NULL,
    over_time TEXT NOT NULL,
    over_tree TEXT NOT NULL,
    numerator TEXT NOT NULL,
    denominator TEXT NOT NULL,
    pitfall TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    source TEXT NOT NULL,
    verified BIGINT NOT NULL CHECK (verified IN (0, 1)),
    place BIGINT NOT NULL
) STRICT;

-- An indicator in one breakdown. Its number is what vectors name; numbers are never used again.
CREATE TABLE slot (
    number BIGINT NOT NULL PRIMARY KEY,
    indicator BIGINT NOT NULL REFERENCES indicator (id),
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    UNIQUE (indicator, subject, detail)
) STRICT;

-- Files by the hash of their content: the same photo sent twice is kept once.
CREATE TABLE file (
    hash BLOB NOT NULL PRIMARY KEY,
    length BIGINT NOT NULL,
    media TEXT NOT NULL,
    content BLOB NOT NULL,
    stored_ms BIGINT NOT NULL
) STRICT;

-- Documents that were read, and what was proposed from them.
CREATE TABLE document (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    period BIGINT NOT NULL,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    file BLOB NOT NULL REFERENCES file (hash),
    content TEXT NOT NULL,
    blocks TEXT NOT NULL,
    published TEXT,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    written_ms BIGINT
) STRICT;
CREATE INDEX document_unit ON document (unit, id);
CREATE INDEX document_file ON document (file);

CREATE TABLE proposal (
    id BIGINT NOT NULL PRIMARY KEY,
    document BIGINT NOT NULL REFERENCES document (id),
    place BIGINT NOT NULL,
    kind TEXT NOT NULL,
    span_start BIGINT NOT NULL,
    span_end BIGINT NOT NULL,
    quote TEXT NOT NULL,
    label TEXT NOT NULL,
    measure TEXT NOT NULL,
    value BLOB NOT NULL,
    indicator BIGINT REFERENCES indicator (id),
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    scope TEXT NOT NULL,
    certainty TEXT NOT NULL,
    doubts TEXT NOT NULL,
    facts TEXT NOT NULL,
    decided TEXT NOT NULL,
    decided_by BIGINT REFERENCES account (id),
    decided_ms BIGINT,
    decided_value BLOB,
    UNIQUE (document, place)
) STRICT;

-- What people accepted for which words: counts, explainable and reversible.
CREATE TABLE learned_label (
    folded TEXT NOT NULL,
    indicator BIGINT NOT NULL REFERENCES indicator (id),
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (folded, indicator, subject, detail)
) STRICT, WITHOUT ROWID;

-- Figures: what one unit says for one period, by one road, in one scope, is one row with a vector of values.
CREATE TABLE submission (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    period BIGINT NOT NULL,
    road TEXT NOT NULL,
    scope TEXT NOT NULL,
    version BIGINT NOT NULL,
    vector BLOB NOT NULL,
    changed_ms BIGINT NOT NULL,
    UNIQUE (unit, period, road, scope)
) STRICT;
CREATE INDEX submission_period ON submission (period);

-- Every edit, with what it changed; the sum of the edits is the submission.
CREATE TABLE submission_version (
    submission BIGINT NOT NULL REFERENCES submission (id),
    version BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    source TEXT NOT NULL,
    document BIGINT REFERENCES document (id),
    batch BIGINT REFERENCES batch (id),
    reason TEXT NOT NULL,
    slots BLOB NOT NULL,
    before BLOB NOT NULL,
    after BLOB NOT NULL,
    PRIMARY KEY (submission, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX submission_version_batch ON submission_version (batch);

CREATE TABLE evidence (
    id BIGINT NOT NULL PRIMARY KEY,
    submission BIGINT NOT NULL REFERENCES submission (id),
    slot BIGINT NOT NULL REFERENCES slot (number),
    version BIGINT NOT NULL,
    document BIGINT REFERENCES document (id),
    file BLOB REFERENCES file (hash),
    file_name TEXT NOT NULL,
    quote TEXT NOT NULL,
    span_start BIGINT,
    span_end BIGINT,
    place TEXT NOT NULL,
    note TEXT NOT NULL,
    -- How much of the figure this piece proves by itself (a hand-over record of 120 trees); absent when it only
    -- shows where the figure was told.
    amount BIGINT CHECK (amount >= 0),
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    withdrawn_ms BIGINT
) STRICT;
CREATE INDEX evidence_submission ON evidence (submission, slot);
CREATE INDEX evidence_file ON evidence (file);

-- Every period for which anything was ever reported.
CREATE TABLE period_used (
    period BIGINT NOT NULL PRIMARY KEY
) STRICT;

-- Totals, derived and checkable: sums from below per unit, period and road; `lens` 0 as the tree was, 1 as it is
-- now. `whole` repeats what the unit said for all below it. A unit at the top keeps only what lands on itself; what
-- comes from below is added at read, so that not every writer of the country waits for one row.
CREATE TABLE total (
    unit BIGINT NOT NULL,
    period BIGINT NOT NULL,
    road TEXT NOT NULL,
    lens BIGINT NOT NULL,
    stripe BIGINT NOT NULL,
    sums BLOB NOT NULL,
    whole BLOB NOT NULL,
    PRIMARY KEY (unit, period, road, lens, stripe)
) STRICT, WITHOUT ROWID;
CREATE INDEX total_period ON total (period, lens, road);
