CREATE TABLE events (customer TEXT, at TEXT, event TEXT, channel TEXT, score REAL);
INSERT INTO events VALUES ('a', '2024-05-01 10:00:00', 'Open', 'web', 4), ('a', '2024-05-01 11:00:00', 'Buy', NULL, NULL), ('b', 'x', x'00ff', 'app', 9e99);
CREATE VIEW "two words" AS SELECT customer AS "Kundennummer", at, event AS "İşlem" FROM events WHERE score > 1;
CREATE TABLE "quo""ted" (id INTEGER PRIMARY KEY, "select" ANY) WITHOUT ROWID;
CREATE TABLE strict (a INT, b TEXT) STRICT;
