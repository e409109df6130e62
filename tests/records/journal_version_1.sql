-- A journal as the first version of its tables had it, with one visit. Not to be changed.
CREATE TABLE visits (
    id TEXT PRIMARY KEY CHECK (id NOT GLOB '*[^0-9a-f]*'),
    station TEXT NOT NULL,
    event TEXT NOT NULL,
    demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
    flow TEXT NOT NULL CHECK (flow NOT GLOB '*[^a-z0-9_]*'),
    version INTEGER NOT NULL,
    hash TEXT NOT NULL CHECK (hash NOT GLOB '*[^0-9a-f]*'),
    language TEXT NOT NULL CHECK (language NOT GLOB '*[^A-Za-z0-9-]*'),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    started_at INTEGER NOT NULL,
    ended_ms INTEGER CHECK (ended_ms >= 0),
    outcome TEXT NOT NULL DEFAULT '' CHECK (outcome NOT GLOB '*[^A-Za-z0-9_]*')
) WITHOUT ROWID;
CREATE TABLE steps (
    visit TEXT NOT NULL REFERENCES visits ON DELETE CASCADE,
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    place TEXT NOT NULL CHECK (place NOT GLOB '*[^a-z0-9_/]*'),
    left_by TEXT NOT NULL DEFAULT '' CHECK (left_by NOT GLOB '*[^A-Za-z0-9_.]*'),
    entered_ms INTEGER NOT NULL CHECK (entered_ms >= 0),
    left_ms INTEGER CHECK (left_ms >= entered_ms),
    PRIMARY KEY (visit, ordinal)
) WITHOUT ROWID;
CREATE TABLE languages (
    visit TEXT NOT NULL REFERENCES visits ON DELETE CASCADE,
    ms INTEGER NOT NULL CHECK (ms >= 0),
    language TEXT NOT NULL CHECK (language NOT GLOB '*[^A-Za-z0-9-]*')
);
CREATE INDEX languages_of_a_visit ON languages (visit);
CREATE INDEX visits_of_a_day ON visits (day);
CREATE INDEX visits_of_an_event ON visits (event);
PRAGMA user_version = 1;
INSERT INTO visits
VALUES ('51', '1', 'Open house', 0, 'setup', 1, 'ab12', 'so', '2026-09-01', 1788300000, 61000,
    'X_LATER');
INSERT INTO steps VALUES ('51', 0, 'setup/who', 'parent', 0, 5000);
INSERT INTO steps VALUES ('51', 1, 'reply/wait', 'cannot_wait', 5000, 61000);
INSERT INTO steps VALUES ('51', 2, 'reply/later', '', 61000, 90000);
INSERT INTO languages VALUES ('51', 0, 'so');
