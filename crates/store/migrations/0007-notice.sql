-- Reminders: until now nobody was told that a filing is due, and nobody could show that somebody was told.

-- One reminder to whoever files for a unit, or (`up`) to whoever decides on what it files.
CREATE TABLE notice (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    form BIGINT NOT NULL REFERENCES form (id),
    unit BIGINT NOT NULL REFERENCES unit (id),
    period BIGINT NOT NULL,
    due TEXT NOT NULL CHECK (length(due) = 10),
    up BIGINT NOT NULL CHECK (up IN (0, 1)),
    -- Who asked for it; absent when the program reminds by itself.
    account BIGINT REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    -- What the program reminds of by itself it does once: the same key is not written again.
    once TEXT UNIQUE
) STRICT;
CREATE INDEX notice_unit ON notice (unit, id);

-- Where a person wants letters, as the person wrote it.
CREATE TABLE mail_address (
    account BIGINT NOT NULL PRIMARY KEY REFERENCES account (id),
    address TEXT NOT NULL,
    at_ms BIGINT NOT NULL
) STRICT;

-- Each letter, with what became of it.
CREATE TABLE notice_letter (
    notice BIGINT NOT NULL REFERENCES notice (id),
    account BIGINT NOT NULL REFERENCES account (id),
    address TEXT NOT NULL,
    tries BIGINT NOT NULL,
    sent_ms BIGINT,
    said TEXT NOT NULL,
    PRIMARY KEY (notice, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_letter_waiting ON notice_letter (sent_ms, tries);
