-- Reminders under programmes: whoever launched a programme counted by hand who had not received it, and nobody heard of
-- a task before its day had passed.

CREATE TABLE launch_notice (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    topic TEXT NOT NULL,
    programme BIGINT NOT NULL REFERENCES programme (id),
    task BIGINT REFERENCES task (id),
    unit BIGINT NOT NULL REFERENCES unit (id),
    due TEXT CHECK (due IS NULL OR length(due) = 10),
    up BIGINT NOT NULL CHECK (up IN (0, 1)),
    -- Who asked for it; absent when the program reminds by itself.
    account BIGINT REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    -- What the program reminds of by itself it does once: the same key is not written again.
    once TEXT UNIQUE
) STRICT;
CREATE INDEX launch_notice_unit ON launch_notice (unit, id);

-- Each letter, with what became of it.
CREATE TABLE launch_letter (
    notice BIGINT NOT NULL REFERENCES launch_notice (id),
    account BIGINT NOT NULL REFERENCES account (id),
    address TEXT NOT NULL,
    tries BIGINT NOT NULL,
    sent_ms BIGINT,
    said TEXT NOT NULL,
    PRIMARY KEY (notice, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX launch_letter_waiting ON launch_letter (sent_ms, tries);
