-- Reports handed in together: two hundred files wait here and are read one after another, so that nobody sits
-- before a page that loads for minutes. What was read stands in `document`; a paper that could not be read keeps
-- the code of the reason, and its file.

CREATE TABLE stack (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    period BIGINT,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX stack_account ON stack (account, id);

CREATE TABLE stack_paper (
    stack BIGINT NOT NULL REFERENCES stack (id),
    place BIGINT NOT NULL,
    name TEXT NOT NULL,
    file BLOB NOT NULL REFERENCES file (hash),
    standing TEXT NOT NULL,
    document BIGINT REFERENCES document (id),
    refusal TEXT NOT NULL,
    PRIMARY KEY (stack, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX stack_paper_standing ON stack_paper (standing, stack, place);
CREATE INDEX stack_paper_document ON stack_paper (document);
CREATE INDEX stack_paper_file ON stack_paper (file);
