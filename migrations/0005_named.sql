-- Who is named in the state of a round: what is kept of somebody is found by it without reading every round.
CREATE TABLE round_players (
    round TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    person TEXT NOT NULL,
    PRIMARY KEY (round, person)
);
CREATE INDEX round_players_person ON round_players (person, round);

-- Whether all of them stand there. Rounds from before this table are read instead, until they are dropped.
ALTER TABLE rounds ADD COLUMN listed SMALLINT NOT NULL DEFAULT 0;
CREATE INDEX rounds_unlisted ON rounds (id) WHERE listed = 0;

-- What to call somebody where others cannot look them up. Nothing of those who stand on no board of all servers.
ALTER TABLE people ADD COLUMN name TEXT;
