-- Units keep tables of their own and had to copy them into ours by hand every period. Here is how a table with
-- certain headings is read for a form, told once by the unit; a row that was dropped says what was told before.

CREATE TABLE layout (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    form BIGINT NOT NULL REFERENCES form (id),
    trace TEXT NOT NULL,
    label TEXT NOT NULL,
    content TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    dropped_ms BIGINT
) STRICT;
CREATE UNIQUE INDEX layout_holds ON layout (unit, form, trace) WHERE dropped_ms IS NULL;
