-- What leads to a decision: rounds, nominations with their dossiers and every step taken, other bodies' opinions,
-- councils with their members as of the day, votes, public notices; and rules that an installation adds of its own.

-- A province's own rules, and new versions of shipped ones: never overwritten, each from a day on.
CREATE TABLE award_rule (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT REFERENCES unit (id),
    rule_key TEXT NOT NULL,
    title TEXT NOT NULL,
    covers TEXT NOT NULL,
    recipient TEXT NOT NULL,
    ground TEXT NOT NULL,
    provision TEXT NOT NULL,
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT NOT NULL CHECK (length(valid_to) = 10 AND valid_to > valid_from),
    article TEXT NOT NULL,
    source TEXT NOT NULL,
    trust TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    confirmed_by BIGINT REFERENCES account (id),
    confirmed_ms BIGINT,
    CHECK (confirmed_by IS NULL OR confirmed_by <> account)
) STRICT;
CREATE INDEX award_rule_unit ON award_rule (unit);

CREATE TABLE round (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    opens TEXT NOT NULL CHECK (length(opens) = 10),
    closes TEXT NOT NULL CHECK (length(closes) = 10 AND closes >= opens),
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX round_unit ON round (unit);

-- Which forms a round is for, and at most how many of each; absent for no bound.
CREATE TABLE round_form (
    round BIGINT NOT NULL REFERENCES round (id),
    form TEXT NOT NULL,
    kind TEXT NOT NULL,
    quota BIGINT CHECK (quota > 0),
    PRIMARY KEY (round, form, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE nomination (
    id BIGINT NOT NULL PRIMARY KEY,
    round BIGINT NOT NULL REFERENCES round (id),
    unit BIGINT NOT NULL REFERENCES unit (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    detail TEXT NOT NULL,
    honoured BIGINT REFERENCES unit (id),
    person BIGINT REFERENCES person (id),
    form TEXT NOT NULL,
    ground TEXT NOT NULL,
    year BIGINT NOT NULL,
    achievement TEXT NOT NULL,
    stage TEXT NOT NULL,
    -- The vote at the unit that proposes: all who may vote, who came, who was for it, on which day, in which minutes.
    voters BIGINT NOT NULL CHECK (voters > 0),
    voted BIGINT NOT NULL CHECK (voted <= voters),
    approved BIGINT NOT NULL CHECK (approved >= 0 AND approved <= voted),
    voted_on TEXT NOT NULL CHECK (length(voted_on) = 10),
    minutes TEXT NOT NULL,
    raised_from BIGINT REFERENCES nomination (id),
    notice_from TEXT,
    notice_until TEXT,
    notice_place TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX nomination_round ON nomination (round, stage, id);
CREATE INDEX nomination_folded ON nomination (folded);

CREATE TABLE nomination_step (
    id BIGINT NOT NULL PRIMARY KEY,
    nomination BIGINT NOT NULL REFERENCES nomination (id),
    step TEXT NOT NULL,
    reason TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX nomination_step_of ON nomination_step (nomination, id);

-- A paper of the dossier, by the name the rules give it.
CREATE TABLE nomination_paper (
    nomination BIGINT NOT NULL REFERENCES nomination (id),
    name TEXT NOT NULL,
    file BLOB NOT NULL REFERENCES file (hash),
    file_name TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (nomination, name, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX nomination_paper_file ON nomination_paper (file);

-- What the office knows of a case and where it is written: grades of years, initiatives. Decided by others.
CREATE TABLE nomination_fact (
    id BIGINT NOT NULL PRIMARY KEY,
    nomination BIGINT NOT NULL REFERENCES nomination (id),
    kind TEXT NOT NULL,
    year BIGINT NOT NULL,
    content TEXT NOT NULL,
    evidence TEXT NOT NULL
) STRICT;
CREATE INDEX nomination_fact_of ON nomination_fact (nomination, id);

-- An opinion asked of another body, due in working days.
CREATE TABLE consultation (
    id BIGINT NOT NULL PRIMARY KEY,
    nomination BIGINT NOT NULL REFERENCES nomination (id),
    body TEXT NOT NULL,
    asked TEXT NOT NULL CHECK (length(asked) = 10),
    due TEXT NOT NULL CHECK (length(due) = 10),
    answered TEXT,
    agrees BIGINT CHECK (agrees IN (0, 1)),
    answer TEXT NOT NULL
) STRICT;
CREATE INDEX consultation_of ON consultation (nomination, id);

CREATE TABLE council (
    id BIGINT NOT NULL PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    secret BIGINT NOT NULL CHECK (secret IN (0, 1)),
    closed_ms BIGINT,
    account BIGINT NOT NULL REFERENCES account (id),
    at_ms BIGINT NOT NULL
) STRICT;
CREATE INDEX council_unit ON council (unit, day);

-- The members as of the day of the meeting.
CREATE TABLE council_member (
    council BIGINT NOT NULL REFERENCES council (id),
    place BIGINT NOT NULL,
    account BIGINT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    chair BIGINT NOT NULL CHECK (chair IN (0, 1)),
    attendance TEXT NOT NULL,
    PRIMARY KEY (council, place),
    UNIQUE (council, account)
) STRICT, WITHOUT ROWID;

-- A case before the council; the counts are written when the chair closes.
CREATE TABLE council_item (
    council BIGINT NOT NULL REFERENCES council (id),
    nomination BIGINT NOT NULL REFERENCES nomination (id),
    place BIGINT NOT NULL,
    agree BIGINT,
    disagree BIGINT,
    blank BIGINT,
    need BIGINT,
    percent BIGINT,
    article TEXT NOT NULL,
    PRIMARY KEY (council, nomination)
) STRICT, WITHOUT ROWID;
CREATE INDEX council_item_nomination ON council_item (nomination);

-- Who steps back from which case, and why.
CREATE TABLE council_recusal (
    council BIGINT NOT NULL REFERENCES council (id),
    nomination BIGINT NOT NULL REFERENCES nomination (id),
    account BIGINT NOT NULL REFERENCES account (id),
    reason TEXT NOT NULL,
    PRIMARY KEY (council, nomination, account)
) STRICT, WITHOUT ROWID;

-- One voice each. When a secret ballot closes the answers are emptied: that somebody voted stays, what they said not.
CREATE TABLE council_vote (
    council BIGINT NOT NULL REFERENCES council (id),
    nomination BIGINT NOT NULL REFERENCES nomination (id),
    account BIGINT NOT NULL REFERENCES account (id),
    answer TEXT NOT NULL,
    written TEXT NOT NULL,
    PRIMARY KEY (council, nomination, account)
) STRICT, WITHOUT ROWID;
