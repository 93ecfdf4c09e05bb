-- The process that is to say it. Should it die, another one does.
ALTER TABLE outbox ADD COLUMN owner TEXT NOT NULL DEFAULT '';
