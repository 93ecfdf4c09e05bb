-- One text for SQLite and PostgreSQL: only BIGINT, SMALLINT (0 or 1), TEXT and DOUBLE PRECISION. Times are
-- milliseconds since 1970 in UTC.

-- A game. While it runs, its place is its own; `version` counts its steps and decides who makes the next one.
CREATE TABLE rounds (
    id TEXT NOT NULL PRIMARY KEY,
    place TEXT NOT NULL,
    server TEXT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    deadline BIGINT,
    started BIGINT NOT NULL,
    saved BIGINT NOT NULL,
    ended BIGINT,
    -- The message in which it is shown, as its front end knows it.
    shown TEXT
);
CREATE UNIQUE INDEX rounds_running ON rounds (place) WHERE ended IS NULL;
CREATE INDEX rounds_ended ON rounds (ended);
CREATE INDEX rounds_late ON rounds (deadline) WHERE ended IS NULL;
CREATE INDEX rounds_last ON rounds (place, ended);

CREATE TABLE answers (
    round TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    question BIGINT NOT NULL,
    player TEXT NOT NULL,
    answer TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (round, question, player)
);
CREATE INDEX answers_player ON answers (player);

-- A question that is over. Its row is what lets it be closed once and lets no answer in afterwards.
CREATE TABLE closed (
    round TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    question BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (round, question)
);

-- What is to go out, written with the step that caused it. `claimed` is until when somebody is at it.
CREATE TABLE outbox (
    key TEXT NOT NULL PRIMARY KEY,
    round TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    due BIGINT NOT NULL,
    payload TEXT NOT NULL,
    claimed BIGINT NOT NULL,
    done BIGINT
);
CREATE INDEX outbox_due ON outbox (due) WHERE done IS NULL;
CREATE INDEX outbox_round ON outbox (round);

-- One row each time that a process says it is alive.
CREATE TABLE beats (
    process TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL
);

-- What each player got for each closed question.
CREATE TABLE results (
    round TEXT NOT NULL,
    question BIGINT NOT NULL,
    person TEXT NOT NULL,
    server TEXT NOT NULL,
    item TEXT NOT NULL,
    topic TEXT NOT NULL,
    difficulty TEXT NOT NULL,
    format TEXT NOT NULL,
    choice TEXT NOT NULL,
    correct SMALLINT NOT NULL,
    points BIGINT NOT NULL,
    millis BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (round, question, person)
);
CREATE INDEX results_person ON results (person);
CREATE INDEX results_at ON results (at);

-- The results added up: for each scope (a server, or * for everywhere) and period (d a day, w a week, m a
-- month, a all time). Boards read nothing else. `accuracy` is in millionths, null below the fewest questions.
CREATE TABLE sums (
    scope TEXT NOT NULL,
    period TEXT NOT NULL,
    person TEXT NOT NULL,
    hidden SMALLINT NOT NULL,
    rounds BIGINT NOT NULL,
    questions BIGINT NOT NULL,
    correct BIGINT NOT NULL,
    points BIGINT NOT NULL,
    millis BIGINT NOT NULL,
    streak BIGINT NOT NULL,
    best BIGINT NOT NULL,
    accuracy BIGINT,
    rating BIGINT,
    PRIMARY KEY (scope, period, person)
);
CREATE INDEX sums_points ON sums (scope, period, hidden, points DESC, person);
CREATE INDEX sums_accuracy ON sums (scope, period, hidden, accuracy DESC, person);
CREATE INDEX sums_best ON sums (scope, period, hidden, best DESC, person);
CREATE INDEX sums_rating ON sums (scope, period, hidden, rating DESC, person);
CREATE INDEX sums_person ON sums (person);

-- The results of a person added up by topic, difficulty and format.
CREATE TABLE tallies (
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    questions BIGINT NOT NULL,
    correct BIGINT NOT NULL,
    PRIMARY KEY (person, kind, name)
);

CREATE TABLE ratings (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    rating DOUBLE PRECISION NOT NULL,
    answers BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (kind, id)
);

-- What somebody practises, and when it comes next.
CREATE TABLE cards (
    person TEXT NOT NULL,
    fact TEXT NOT NULL,
    state TEXT NOT NULL,
    due BIGINT NOT NULL,
    PRIMARY KEY (person, fact)
);
CREATE INDEX cards_due ON cards (person, due);

-- The items that a server has seen: how often, and the last time.
CREATE TABLE seen (
    server TEXT NOT NULL,
    item TEXT NOT NULL,
    times BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (server, item)
);

-- Settings are JSON with a version of their own.
CREATE TABLE servers (
    server TEXT NOT NULL PRIMARY KEY,
    settings TEXT NOT NULL,
    left_at BIGINT
);

CREATE TABLE people (
    person TEXT NOT NULL PRIMARY KEY,
    settings TEXT NOT NULL,
    hidden SMALLINT NOT NULL
);

-- The daily challenge: a day (UTC, days since 1970), once a person.
CREATE TABLE daily (
    day BIGINT NOT NULL,
    person TEXT NOT NULL,
    round TEXT NOT NULL,
    started BIGINT NOT NULL,
    finished BIGINT,
    grid TEXT,
    correct BIGINT NOT NULL,
    questions BIGINT NOT NULL,
    streak BIGINT NOT NULL,
    PRIMARY KEY (day, person)
);
CREATE INDEX daily_person ON daily (person, day);

-- How often each item was answered, and what was chosen. No names.
CREATE TABLE items (
    item TEXT NOT NULL PRIMARY KEY,
    shown BIGINT NOT NULL,
    answers BIGINT NOT NULL,
    correct BIGINT NOT NULL
);

CREATE TABLE choices (
    item TEXT NOT NULL,
    choice TEXT NOT NULL,
    answers BIGINT NOT NULL,
    PRIMARY KEY (item, choice)
);

-- Items that are not asked for now, with the reason.
CREATE TABLE resting (
    item TEXT NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL
);

-- What people report of an item, once each. `seen_at` is when the operator looked at it.
CREATE TABLE reports (
    item TEXT NOT NULL,
    person TEXT NOT NULL,
    server TEXT NOT NULL,
    statements TEXT NOT NULL,
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    seen_at BIGINT,
    PRIMARY KEY (item, person)
);
