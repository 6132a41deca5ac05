"""The tables of a workspace, as the first released version created them.

These statements are what migration 1 runs, so they are never edited once released: a change is a new
migration in `migrations.py`, one more in `VERSION`, and a new golden file.

Three kinds of table:

- what a workspace is about (`outlets`, `stories`, `texts`, `articles`, `raters`, `rubrics`, `assignments`);
- judgements (`JUDGEMENTS`): appended, never changed. Triggers refuse every UPDATE, and every DELETE but the
  one of a rater with a tombstone (see `forgetting.py`);
- what can be lost without loss: `current_scores` (kept by a trigger), `drafts`, `places`, `analyses`.

A text stands apart from its article, so that a list of 10,000 articles never turns a page of text, and an
agency text printed by five outlets is kept once.
"""

from __future__ import annotations

APPLICATION_ID = 0x414E4E4F
"""`ANNO` in the file's header: this is a workspace of ours."""

VERSION = 5
"""How many migrations there are; stands in the file's header as `user_version`."""

FIRST_JUDGEMENTS = ("scores", "evidence", "verdicts", "highlights", "reveals", "resolutions")
"""The append-only tables of the first schema, in an order in which rows can be inserted."""

JUDGEMENTS = (*FIRST_JUDGEMENTS, "corrections", "rounds", "votes")
"""All append-only tables, in an order in which rows can be inserted."""

CLOCKED = ("scores", "verdicts", "highlights", "reveals", "resolutions", "corrections", "rounds", "votes")
"""The tables whose rows carry the logical clock; evidence has its score's."""

TABLES = (
    """
    CREATE TABLE outlets (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      domain TEXT NOT NULL DEFAULT '',
      country TEXT NOT NULL DEFAULT '',
      aliases TEXT NOT NULL DEFAULT '[]',
      search TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE stories (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE texts (
      fingerprint TEXT PRIMARY KEY,
      text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE articles (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      fingerprint TEXT NOT NULL REFERENCES texts (fingerprint),
      outlet TEXT NOT NULL REFERENCES outlets (id),
      story TEXT REFERENCES stories (id),
      language TEXT NOT NULL,
      headline_start INTEGER NOT NULL,
      headline_end INTEGER NOT NULL CHECK (headline_end >= headline_start),
      title TEXT NOT NULL,
      words INTEGER NOT NULL,
      source TEXT NOT NULL,
      byline TEXT NOT NULL,
      published TEXT NOT NULL,
      url TEXT NOT NULL,
      retrieved TEXT NOT NULL,
      licence TEXT NOT NULL,
      search TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE raters (
      id TEXT PRIMARY KEY,
      handle TEXT NOT NULL CHECK (handle <> ''),
      role TEXT NOT NULL CHECK (role IN ('student', 'teacher')),
      team TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE rubrics (
      digest TEXT PRIMARY KEY,
      id TEXT NOT NULL,
      version TEXT NOT NULL,
      source TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE assignments (
      id TEXT PRIMARY KEY,
      rater TEXT NOT NULL REFERENCES raters (id),
      article TEXT NOT NULL REFERENCES articles (id),
      rubric TEXT NOT NULL REFERENCES rubrics (digest),
      place INTEGER NOT NULL,
      mode TEXT NOT NULL CHECK (mode IN ('open', 'blind-outlet', 'signals-after', 'both')),
      at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE tombstones (
      rater TEXT PRIMARY KEY,
      at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE scores (
      id TEXT PRIMARY KEY,
      clock INTEGER NOT NULL CHECK (clock > 0),
      rater TEXT NOT NULL REFERENCES raters (id),
      article TEXT NOT NULL REFERENCES articles (id),
      rubric TEXT NOT NULL REFERENCES rubrics (digest),
      criterion TEXT NOT NULL,
      answer TEXT NOT NULL CHECK (answer IN ('level', 'cannot-judge', 'withdrawn')),
      level INTEGER CHECK ((answer = 'level') = (level IS NOT NULL)),
      note TEXT NOT NULL,
      undoes TEXT NOT NULL DEFAULT '',
      saw_outlet INTEGER NOT NULL CHECK (saw_outlet IN (0, 1)),
      saw_signals INTEGER NOT NULL CHECK (saw_signals IN (0, 1)),
      saw_others INTEGER NOT NULL CHECK (saw_others IN (0, 1)),
      at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE evidence (
      id TEXT PRIMARY KEY,
      score TEXT NOT NULL REFERENCES scores (id),
      place INTEGER NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      quote TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      signal TEXT NOT NULL,
      absent TEXT NOT NULL,
      CHECK ((absent = '' AND start >= 0 AND "end" > start AND quote <> '') OR (absent <> '' AND quote = ''))
    ) STRICT
    """,
    """
    CREATE TABLE verdicts (
      id TEXT PRIMARY KEY,
      clock INTEGER NOT NULL CHECK (clock > 0),
      rater TEXT NOT NULL REFERENCES raters (id),
      article TEXT NOT NULL REFERENCES articles (id),
      signal TEXT NOT NULL,
      signal_version TEXT NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      entry TEXT NOT NULL,
      answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unsure', 'withdrawn')),
      at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE highlights (
      id TEXT PRIMARY KEY,
      clock INTEGER NOT NULL CHECK (clock > 0),
      rater TEXT NOT NULL REFERENCES raters (id),
      article TEXT NOT NULL REFERENCES articles (id),
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL CHECK ("end" > start),
      quote TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      label TEXT NOT NULL,
      note TEXT NOT NULL,
      undoes TEXT NOT NULL DEFAULT '',
      at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE reveals (
      id TEXT PRIMARY KEY,
      clock INTEGER NOT NULL CHECK (clock > 0),
      rater TEXT NOT NULL REFERENCES raters (id),
      article TEXT NOT NULL REFERENCES articles (id),
      what TEXT NOT NULL CHECK (what IN ('outlet', 'signals', 'others')),
      at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE resolutions (
      id TEXT PRIMARY KEY,
      clock INTEGER NOT NULL CHECK (clock > 0),
      rater TEXT NOT NULL REFERENCES raters (id),
      article TEXT NOT NULL REFERENCES articles (id),
      rubric TEXT NOT NULL REFERENCES rubrics (digest),
      criterion TEXT NOT NULL,
      answer TEXT NOT NULL CHECK (answer IN ('level', 'cannot-judge', 'withdrawn')),
      level INTEGER CHECK ((answer = 'level') = (level IS NOT NULL)),
      reason TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE current_scores (
      rater TEXT NOT NULL,
      article TEXT NOT NULL,
      rubric TEXT NOT NULL,
      criterion TEXT NOT NULL,
      score TEXT NOT NULL,
      clock INTEGER NOT NULL,
      answer TEXT NOT NULL,
      level INTEGER,
      PRIMARY KEY (rater, article, rubric, criterion)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE drafts (
      rater TEXT NOT NULL,
      article TEXT NOT NULL,
      rubric TEXT NOT NULL,
      criterion TEXT NOT NULL,
      level INTEGER,
      note TEXT NOT NULL,
      evidence TEXT NOT NULL,
      PRIMARY KEY (rater, article, rubric, criterion)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE places (
      rater TEXT PRIMARY KEY,
      article TEXT NOT NULL,
      rubric TEXT NOT NULL,
      criterion TEXT NOT NULL,
      "offset" INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE analyses (
      number INTEGER PRIMARY KEY,
      fingerprint TEXT NOT NULL,
      language TEXT NOT NULL,
      headline_start INTEGER NOT NULL,
      headline_end INTEGER NOT NULL,
      version TEXT NOT NULL,
      counts TEXT NOT NULL,
      body TEXT NOT NULL,
      UNIQUE (fingerprint, language, headline_start, headline_end, version)
    ) STRICT
    """,
)

INDEXES = (
    "CREATE INDEX articles_by_story ON articles (story)",
    "CREATE INDEX articles_by_fingerprint ON articles (fingerprint)",
    "CREATE INDEX assignments_by_rater ON assignments (rater, place)",
    "CREATE INDEX raters_by_handle ON raters (handle)",
    "CREATE INDEX scores_by_clock ON scores (clock)",
    "CREATE INDEX scores_by_rater ON scores (rater, clock, id, undoes)",
    "CREATE INDEX evidence_by_score ON evidence (score, place)",
    "CREATE INDEX current_scores_by_rubric ON current_scores (rubric, article, criterion, answer, level)",
    "CREATE INDEX verdicts_by_clock ON verdicts (clock)",
    "CREATE INDEX verdicts_by_rater ON verdicts (rater, article)",
    "CREATE INDEX highlights_by_clock ON highlights (clock)",
    "CREATE INDEX highlights_by_rater ON highlights (rater, article)",
    "CREATE INDEX reveals_by_clock ON reveals (clock)",
    "CREATE INDEX reveals_by_rater ON reveals (rater, article)",
    "CREATE INDEX resolutions_by_clock ON resolutions (clock)",
    "CREATE INDEX resolutions_by_article ON resolutions (article, rubric, criterion)",
)
