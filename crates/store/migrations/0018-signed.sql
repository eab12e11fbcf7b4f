-- Decisions went out as papers to be signed elsewhere, and never came back. Here is each file that did, by its hash. What
-- its signatures say is read from the file itself whenever it is shown.

CREATE TABLE decision_file (
    id BIGINT NOT NULL PRIMARY KEY,
    decision BIGINT NOT NULL REFERENCES decision (id),
    file BLOB NOT NULL REFERENCES file (hash),
    name TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    UNIQUE (decision, file)
) STRICT;
