-- Launching down: a programme was registered and nobody could say who had received it. Here are the units to which it
-- was sent, what they left behind (opened, received, a plan of their own), the clauses of directives, and the tasks
-- that come from them. A standing is never kept: it follows from these records and the day.

CREATE TABLE launch (
    id BIGINT NOT NULL PRIMARY KEY,
    programme BIGINT NOT NULL REFERENCES programme (id),
    due TEXT,
    note TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX launch_programme ON launch (programme);

-- A unit receives a programme once; a later launch reaches those that the earlier ones did not.
CREATE TABLE launch_receiver (
    programme BIGINT NOT NULL REFERENCES programme (id),
    unit BIGINT NOT NULL REFERENCES unit (id),
    launch BIGINT NOT NULL REFERENCES launch (id),
    PRIMARY KEY (programme, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX launch_receiver_unit ON launch_receiver (unit);

CREATE TABLE acknowledgement (
    programme BIGINT NOT NULL REFERENCES programme (id),
    unit BIGINT NOT NULL REFERENCES unit (id),
    trace TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (programme, unit, trace)
) STRICT, WITHOUT ROWID;

-- That a unit was reminded, by whom and when; whoever delivers reminders reads from here.
CREATE TABLE launch_reminder (
    id BIGINT NOT NULL PRIMARY KEY,
    programme BIGINT NOT NULL REFERENCES programme (id),
    unit BIGINT NOT NULL REFERENCES unit (id),
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX launch_reminder_unit ON launch_reminder (unit, programme);

CREATE TABLE plan (
    id BIGINT NOT NULL PRIMARY KEY,
    programme BIGINT NOT NULL REFERENCES programme (id),
    unit BIGINT NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    theme BIGINT REFERENCES theme (id),
    content TEXT NOT NULL,
    file BLOB REFERENCES file (hash),
    file_name TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX plan_programme ON plan (programme, unit);

CREATE TABLE clause (
    id BIGINT NOT NULL PRIMARY KEY,
    directive BIGINT NOT NULL REFERENCES directive (id),
    place BIGINT NOT NULL,
    number TEXT NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (directive, place)
) STRICT;

CREATE TABLE task (
    id BIGINT NOT NULL PRIMARY KEY,
    programme BIGINT NOT NULL REFERENCES programme (id),
    clause BIGINT REFERENCES clause (id),
    owner BIGINT NOT NULL REFERENCES unit (id),
    post TEXT NOT NULL,
    content TEXT NOT NULL,
    due TEXT,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX task_programme ON task (programme);
CREATE INDEX task_owner ON task (owner);

CREATE TABLE task_indicator (
    task BIGINT NOT NULL REFERENCES task (id),
    indicator BIGINT NOT NULL REFERENCES indicator (id),
    PRIMARY KEY (task, indicator)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_indicator_indicator ON task_indicator (indicator);

-- What was said about a task, newest last: done with what came of it, or open again with the reason.
CREATE TABLE task_report (
    id BIGINT NOT NULL PRIMARY KEY,
    task BIGINT NOT NULL REFERENCES task (id),
    done BIGINT NOT NULL CHECK (done IN (0, 1)),
    note TEXT NOT NULL,
    file BLOB REFERENCES file (hash),
    file_name TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX task_report_task ON task_report (task, id);
