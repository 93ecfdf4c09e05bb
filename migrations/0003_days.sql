-- The questions of each day's challenge, as JSON, so that they stay the same all day, whatever comes to rest meanwhile.
CREATE TABLE days (
    day BIGINT NOT NULL PRIMARY KEY,
    items TEXT NOT NULL
);

-- How many answers an item had when it was woken. Such a row is no rest any more, but says what was looked at.
ALTER TABLE resting ADD COLUMN woken BIGINT;
