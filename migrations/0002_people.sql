-- When a round of a server last started by itself, or its schedule was last set: nothing before that starts.
ALTER TABLE servers ADD COLUMN slot BIGINT;

-- What somebody did that cannot be read off sums, and how often. It outlives the results it was read from.
CREATE TABLE feats (
    person TEXT NOT NULL,
    feat TEXT NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (person, feat)
);
