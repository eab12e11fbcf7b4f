-- Rounds of Party badges were reckoned on paper. Here is what the office said about a person in a round: confirmed, put
-- off, or asked for early for grave illness, each with a name and a time. The months are never kept: they follow from
-- the person's days.

CREATE TABLE badge_line (
    id BIGINT NOT NULL PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES person (id),
    round TEXT NOT NULL CHECK (length(round) = 10),
    years BIGINT NOT NULL,
    word TEXT NOT NULL,
    note TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX badge_line_person ON badge_line (person, round, id);
