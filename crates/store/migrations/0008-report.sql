-- Reports written here: the upper committee assembled its review by hand the night before the conference, and nobody
-- could say why its number differs from last time's. A report is parts with paragraphs; figures in the text are tokens
-- that name a figure of the report; what was issued is kept as it left the house, with its files and its number.

-- The terms of a committee (nhiệm kỳ): the Party's papers are numbered by type and term.
CREATE TABLE term (
    unit BIGINT NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT NOT NULL CHECK (length(valid_to) = 10 AND valid_to > valid_from),
    source TEXT NOT NULL,
    PRIMARY KEY (unit, valid_from)
) STRICT, WITHOUT ROWID;

-- A unit's own outlines; what ships with the program is a catalogue.
CREATE TABLE report_outline (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    parts TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX report_outline_unit ON report_outline (unit);

CREATE TABLE report (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    subject TEXT NOT NULL,
    period BIGINT NOT NULL,
    -- The frozen figures it quotes; none while it quotes what stands now.
    frozen BIGINT,
    style TEXT NOT NULL,
    parent TEXT NOT NULL,
    issuer TEXT NOT NULL,
    organ TEXT NOT NULL,
    place TEXT NOT NULL,
    on_behalf TEXT NOT NULL,
    post TEXT NOT NULL,
    signer TEXT NOT NULL,
    recipients TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX report_unit ON report (unit, id);

CREATE TABLE report_part (
    report BIGINT NOT NULL REFERENCES report (id),
    place BIGINT NOT NULL,
    depth BIGINT NOT NULL,
    heading TEXT NOT NULL,
    role TEXT NOT NULL,
    hint TEXT NOT NULL,
    PRIMARY KEY (report, place)
) STRICT, WITHOUT ROWID;

-- The last who saves a paragraph wins; every version stays.
CREATE TABLE report_paragraph (
    id BIGINT NOT NULL PRIMARY KEY,
    report BIGINT NOT NULL,
    part BIGINT NOT NULL,
    version BIGINT NOT NULL,
    FOREIGN KEY (report, part) REFERENCES report_part (report, place)
) STRICT;
CREATE INDEX report_paragraph_part ON report_paragraph (report, part, id);

CREATE TABLE report_paragraph_version (
    paragraph BIGINT NOT NULL REFERENCES report_paragraph (id),
    version BIGINT NOT NULL,
    content TEXT NOT NULL,
    -- Where the words come from, when they were taken over: a document or another report.
    source TEXT NOT NULL,
    document BIGINT REFERENCES document (id),
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (paragraph, version)
) STRICT, WITHOUT ROWID;

-- The figures of a report by the names under which its text calls them.
CREATE TABLE report_figure (
    report BIGINT NOT NULL REFERENCES report (id),
    name TEXT NOT NULL,
    number BIGINT NOT NULL,
    unit BIGINT NOT NULL REFERENCES unit (id),
    slot BIGINT NOT NULL REFERENCES slot (number),
    PRIMARY KEY (report, name),
    UNIQUE (report, number)
) STRICT, WITHOUT ROWID;

-- What left the house. Never changed.
CREATE TABLE report_edition (
    report BIGINT NOT NULL REFERENCES report (id),
    edition BIGINT NOT NULL,
    frozen BIGINT,
    day TEXT NOT NULL CHECK (length(day) = 10),
    symbol TEXT NOT NULL,
    number BIGINT NOT NULL,
    numbered TEXT NOT NULL,
    content TEXT NOT NULL,
    changes TEXT NOT NULL,
    docx BLOB NOT NULL REFERENCES file (hash),
    pdf BLOB REFERENCES file (hash),
    xlsx BLOB REFERENCES file (hash),
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (report, edition)
) STRICT, WITHOUT ROWID;

-- The last number given in a cycle: locked by whoever takes the next, so that no number is given twice or left out.
CREATE TABLE outgoing_cycle (
    unit BIGINT NOT NULL REFERENCES unit (id),
    symbol TEXT NOT NULL,
    cycle TEXT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (unit, symbol, cycle)
) STRICT, WITHOUT ROWID;

-- The register of outgoing papers.
CREATE TABLE outgoing (
    unit BIGINT NOT NULL,
    symbol TEXT NOT NULL,
    cycle TEXT NOT NULL,
    number BIGINT NOT NULL,
    numbered TEXT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    subject TEXT NOT NULL,
    report BIGINT,
    edition BIGINT,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (unit, symbol, cycle, number),
    FOREIGN KEY (unit, symbol, cycle) REFERENCES outgoing_cycle (unit, symbol, cycle)
) STRICT, WITHOUT ROWID;
