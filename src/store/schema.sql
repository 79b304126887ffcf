-- The corpus file. Any SQLite client can read all of it; doc/schema.md explains it. Tables are of two sorts: what is
-- kept, and what is derived from it and can be made again at any time (tifa rebuild). Run on the file of an older version,
-- this script leaves what is kept and makes the rest anew, empty.

-- ==== Kept ====

CREATE TABLE IF NOT EXISTS corpus ( -- one row a fact about the file itself
  key   TEXT PRIMARY KEY, -- "created", "contents" (a digest of all documents), the stamps "fulltext", "segmenter", "concepts"
  value TEXT NOT NULL     -- the fact
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS dictionary ( -- the user's own concepts, tagged beside those of the installed dictionary
  name TEXT PRIMARY KEY, -- of the file they came from
  text TEXT NOT NULL     -- the file, in the format of tifa-concepts(5)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS saved ( -- questions kept under a name; sub:NAME in another question: the documents that answer it
  name     TEXT PRIMARY KEY,
  question TEXT NOT NULL, -- in the language of tifa-query(7)
  created  TEXT NOT NULL  -- when, UTC, ISO 8601
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS source ( -- one row a file that was read
  id     INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE, -- SHA-256 of its bytes, hexadecimal: the same bytes are never added twice
  path   TEXT NOT NULL,        -- where it was, as given to tifa add
  size   INTEGER NOT NULL,     -- its bytes
  added  TEXT NOT NULL         -- when, UTC, ISO 8601
);

CREATE TABLE IF NOT EXISTS document ( -- one row a document; a file may hold several
  id            INTEGER PRIMARY KEY,
  source        INTEGER NOT NULL REFERENCES source (id),
  ordinal       INTEGER NOT NULL, -- its place in the file, from 1
  script        TEXT NOT NULL,    -- "hant": its characters are folded as traditional ones, else "hans"
  first_passage INTEGER NOT NULL, -- its passages are those with first_passage <= id < end_passage
  end_passage   INTEGER NOT NULL,
  UNIQUE (source, ordinal)
);

CREATE TABLE IF NOT EXISTS field ( -- what is known about a document
  document INTEGER NOT NULL REFERENCES document (id),
  name     TEXT NOT NULL, -- "title", "date", "issuer", "number", "lang" ...
  value    TEXT NOT NULL,
  origin   TEXT NOT NULL, -- how it is known: "meta", "table", "preamble", "file name" ...
  PRIMARY KEY (document, name)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS warning ( -- what went not quite right while reading
  document INTEGER NOT NULL REFERENCES document (id),
  ordinal  INTEGER NOT NULL, -- from 1
  text     TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS link ( -- the links a document holds
  document INTEGER NOT NULL REFERENCES document (id),
  ordinal  INTEGER NOT NULL, -- from 1
  url      TEXT NOT NULL,
  text     TEXT NOT NULL, -- what it is written on, may be empty
  PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS relation ( -- what people say of two documents; it overrules what is found by itself
  document INTEGER NOT NULL REFERENCES document (id),
  other    INTEGER NOT NULL REFERENCES document (id),
  kind     TEXT NOT NULL, -- "version": of one instrument; "successor", "amends", "translation": of the other; "apart": not related
  said     TEXT NOT NULL, -- when, UTC, ISO 8601
  PRIMARY KEY (document, other)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS passage ( -- the text: one row a block (paragraph, heading, article, row of a table), ids in text order
  id       INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  start    INTEGER NOT NULL, -- byte offset of its text in the document's text, which is its passages joined by '\n'
  kind     INTEGER NOT NULL, -- 0 paragraph, 1 heading, 2 article, 3 item, 4 row, 5 note
  level    INTEGER NOT NULL, -- of a heading: 1 title, 2.. parts; of an item: depth
  article  INTEGER NOT NULL, -- number of the article it belongs to, 0 none
  inserted INTEGER NOT NULL, -- number behind 之 in 第十二条之一, 0 none
  flags    INTEGER NOT NULL, -- 1 recognised by OCR, 2 repaired
  part     INTEGER NOT NULL, -- 0 main text, 1.. attachments, or articles of a newspaper
  page     INTEGER,          -- from 1; NULL where there are no pages
  box      BLOB,             -- where it stands on the page: left, top, right, bottom as 32-bit floats in points, or NULL
  text     TEXT NOT NULL     -- verbatim, UTF-8, NFC
);

-- ==== Derived ====

-- Full text: Han runs as overlapping pairs and the last character alone, other words folded; rowid is passage.id.
DROP TABLE IF EXISTS passage_fts;
CREATE VIRTUAL TABLE passage_fts USING fts5 (body, content = '', tokenize = 'unicode61 remove_diacritics 0');

DROP TABLE IF EXISTS term;
CREATE TABLE term ( -- the tokens of all texts, as written
  id   INTEGER PRIMARY KEY, -- from 1; of terms that were added together, the frequent ones first
  kind INTEGER NOT NULL,    -- 0 Chinese word, 1 word of another script, 2 number, 3 punctuation, 4 space, 5 other
  text TEXT NOT NULL
);

DROP TABLE IF EXISTS passage_tokens;
CREATE TABLE passage_tokens ( -- the tokens of some passages of a document, whose ids follow each other; joined they are the text
  passage   INTEGER PRIMARY KEY REFERENCES passage (id), -- the first of them
  lengths   BLOB NOT NULL,    -- of each passage: how many tokens it has, and how many bytes they take in "terms", as LEB128
  sentences BLOB NOT NULL,    -- of each passage: how many sentences it has, and their lengths in bytes of text, as LEB128
  width     INTEGER NOT NULL, -- bits of a term id above 4367, less 4368
  terms     BLOB NOT NULL     -- of each passage: two bits for each token, which say whether 4, 8, 12 or "width" bits hold its term id, less 0, 16, 272 or 4368;
                              -- then, from a whole byte on, these bits; the lowest bits of a byte come first
);

DROP TABLE IF EXISTS document_terms;
CREATE TABLE document_terms ( -- the tokens of a document, counted
  document INTEGER PRIMARY KEY REFERENCES document (id),
  words    INTEGER NOT NULL, -- how many of its tokens are words or numbers (term.kind 0, 1 or 2)
  terms    BLOB NOT NULL     -- its terms by id, as LEB128: four times the distance to the id before, less one, and the count less one if that is
                             -- below 3; else 3, and the count less four as a number more
);

DROP TABLE IF EXISTS sketch;
CREATE TABLE sketch ( -- what is needed of a document's text to tell reprints
  document INTEGER PRIMARY KEY REFERENCES document (id),
  hashes   BLOB NOT NULL -- the smallest hash values of its runs of eight characters, 64 bits each, lowest byte first, ascending
);

DROP TABLE IF EXISTS sketch_key;
CREATE TABLE sketch_key ( -- the first eight of them: documents that have none in common are not alike
  hash     INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (hash, document)
) WITHOUT ROWID;

DROP TABLE IF EXISTS concept;
CREATE TABLE concept ( -- the concepts of the dictionary that the tags were made with
  id       INTEGER PRIMARY KEY, -- its number in this file
  name     TEXT NOT NULL UNIQUE, -- its id in the dictionary, "mcf"
  zh       TEXT NOT NULL,
  en       TEXT NOT NULL,
  category TEXT NOT NULL,
  gloss    TEXT NOT NULL
);

DROP TABLE IF EXISTS tag;
CREATE TABLE tag ( -- the places where a concept stands
  concept INTEGER NOT NULL REFERENCES concept (id),
  passage INTEGER NOT NULL REFERENCES passage (id),
  start   INTEGER NOT NULL, -- bytes from the start of the passage's text
  end     INTEGER NOT NULL,
  nested  INTEGER NOT NULL, -- 1: lies inside a longer tag
  PRIMARY KEY (concept, passage, start, end)
) WITHOUT ROWID;

-- ==== Views for people ====

DROP VIEW IF EXISTS documents;
CREATE VIEW documents AS -- one row a document, with its main fields
SELECT d.id,
       (SELECT value FROM field WHERE document = d.id AND name = 'title') AS title,
       (SELECT value FROM field WHERE document = d.id AND name = 'date') AS date,
       (SELECT value FROM field WHERE document = d.id AND name = 'issuer') AS issuer,
       (SELECT value FROM field WHERE document = d.id AND name = 'number') AS number,
       (SELECT value FROM field WHERE document = d.id AND name = 'lang') AS lang,
       (SELECT value FROM field WHERE document = d.id AND name = 'format') AS format,
       s.path, s.added,
       d.end_passage - d.first_passage AS passages
FROM document AS d JOIN source AS s ON s.id = d.source;

DROP VIEW IF EXISTS texts;
CREATE VIEW texts AS -- one row a document: its whole text
SELECT d.id AS document,
       (SELECT group_concat(text, char(10))
        FROM (SELECT text FROM passage
              WHERE id >= d.first_passage AND id < d.end_passage ORDER BY id)) AS text
FROM document AS d;

DROP VIEW IF EXISTS tags;
CREATE VIEW tags AS -- one row a tag, in words
SELECT c.name AS concept, c.zh, c.en, c.category, p.document, t.passage, p.article, p.page, t.nested,
       CAST(substr(CAST(p.text AS BLOB), t.start + 1, t.end - t.start) AS TEXT) AS text
FROM tag AS t JOIN concept AS c ON c.id = t.concept JOIN passage AS p ON p.id = t.passage;
