CREATE VIEW cited_words AS
    SELECT a.story, a.outlet, a.id AS article, a.title, c.criterion, c.level, e.quote, e.start, e."end",
      e.signal, e.absent, c.rater, c.score
    FROM current_scores c JOIN evidence e ON e.score = c.score JOIN articles a ON a.id = c.article
    WHERE c.answer <> 'withdrawn';
CREATE VIEW levels_by_outlet AS
    SELECT a.story, a.outlet, u.id AS rubric, u.version AS rubric_version, c.criterion, c.answer, c.level,
      count(*) AS scores, count(DISTINCT c.rater) AS raters, c.rubric AS rubric_digest
    FROM current_scores c JOIN articles a ON a.id = c.article JOIN rubrics u ON u.digest = c.rubric
    WHERE c.answer <> 'withdrawn'
    GROUP BY a.story, a.outlet, c.rubric, c.criterion, c.answer, c.level;
CREATE VIEW progress AS
    SELECT c.rater, r.role, u.id AS rubric, u.version AS rubric_version,
      count(DISTINCT c.article) AS articles, count(*) AS answers,
      sum(c.answer = 'cannot-judge') AS cannot_judge, max(s.at) AS latest
    FROM current_scores c JOIN scores s ON s.id = c.score JOIN raters r ON r.id = c.rater
    JOIN rubrics u ON u.digest = c.rubric
    WHERE c.answer <> 'withdrawn' GROUP BY c.rater, c.rubric;
CREATE VIEW standing_scores AS
    SELECT c.rater, r.role, a.story, a.outlet, o.name AS outlet_name, a.id AS article, a.title, a.language,
      u.id AS rubric, u.version AS rubric_version, c.criterion, c.answer, c.level, s.note,
      CASE s.saw_outlet WHEN 0 THEN 'blind' ELSE 'open' END AS mode,
      (SELECT count(*) FROM evidence e WHERE e.score = c.score AND e.absent = '') AS quotes, s.at,
      c.score, c.rubric AS rubric_digest
    FROM current_scores c JOIN scores s ON s.id = c.score JOIN raters r ON r.id = c.rater
    JOIN articles a ON a.id = c.article JOIN outlets o ON o.id = a.outlet
    JOIN rubrics u ON u.digest = c.rubric
    WHERE c.answer <> 'withdrawn';
CREATE VIEW verdicts_by_signal AS
    SELECT signal, answer, count(*) AS answers, count(DISTINCT rater) AS raters FROM (
      SELECT signal, answer, rater, row_number() OVER (
        PARTITION BY rater, article, signal, start, "end" ORDER BY clock DESC, id DESC) AS age FROM verdicts)
    WHERE age = 1 AND answer <> 'withdrawn' GROUP BY signal, answer;
CREATE TRIGGER corrections_are_never_changed BEFORE UPDATE ON corrections BEGIN SELECT RAISE(ABORT, 'corrections are appended, never changed'); END;
CREATE TRIGGER corrections_are_never_deleted BEFORE DELETE ON corrections WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE rater = OLD.rater) BEGIN SELECT RAISE(ABORT, 'corrections are appended, never deleted'); END;
CREATE TRIGGER corrections_are_never_replaced BEFORE INSERT ON corrections WHEN EXISTS (SELECT 1 FROM corrections WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'corrections are appended, never replaced'); END;
CREATE TRIGGER evidence_are_never_changed BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence are appended, never changed'); END;
CREATE TRIGGER evidence_are_never_deleted BEFORE DELETE ON evidence WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE rater = (SELECT rater FROM scores WHERE id = OLD.score)) BEGIN SELECT RAISE(ABORT, 'evidence are appended, never deleted'); END;
CREATE TRIGGER evidence_are_never_replaced BEFORE INSERT ON evidence WHEN EXISTS (SELECT 1 FROM evidence WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'evidence are appended, never replaced'); END;
CREATE TRIGGER forgotten_raters_stay_forgotten BEFORE INSERT ON raters WHEN EXISTS (SELECT 1 FROM tombstones WHERE rater = NEW.id) BEGIN SELECT RAISE(ABORT, 'this rater was forgotten'); END;
CREATE TRIGGER highlights_are_never_changed BEFORE UPDATE ON highlights BEGIN SELECT RAISE(ABORT, 'highlights are appended, never changed'); END;
CREATE TRIGGER highlights_are_never_deleted BEFORE DELETE ON highlights WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE rater = OLD.rater) BEGIN SELECT RAISE(ABORT, 'highlights are appended, never deleted'); END;
CREATE TRIGGER highlights_are_never_replaced BEFORE INSERT ON highlights WHEN EXISTS (SELECT 1 FROM highlights WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'highlights are appended, never replaced'); END;
CREATE TRIGGER resolutions_are_never_changed BEFORE UPDATE ON resolutions BEGIN SELECT RAISE(ABORT, 'resolutions are appended, never changed'); END;
CREATE TRIGGER resolutions_are_never_deleted BEFORE DELETE ON resolutions WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE rater = OLD.rater) BEGIN SELECT RAISE(ABORT, 'resolutions are appended, never deleted'); END;
CREATE TRIGGER resolutions_are_never_replaced BEFORE INSERT ON resolutions WHEN EXISTS (SELECT 1 FROM resolutions WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'resolutions are appended, never replaced'); END;
CREATE TRIGGER reveals_are_never_changed BEFORE UPDATE ON reveals BEGIN SELECT RAISE(ABORT, 'reveals are appended, never changed'); END;
CREATE TRIGGER reveals_are_never_deleted BEFORE DELETE ON reveals WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE rater = OLD.rater) BEGIN SELECT RAISE(ABORT, 'reveals are appended, never deleted'); END;
CREATE TRIGGER reveals_are_never_replaced BEFORE INSERT ON reveals WHEN EXISTS (SELECT 1 FROM reveals WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'reveals are appended, never replaced'); END;
CREATE TRIGGER rounds_are_never_changed BEFORE UPDATE ON rounds BEGIN SELECT RAISE(ABORT, 'rounds are appended, never changed'); END;
CREATE TRIGGER rounds_are_never_deleted BEFORE DELETE ON rounds WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE rater = OLD.rater) BEGIN SELECT RAISE(ABORT, 'rounds are appended, never deleted'); END;
CREATE TRIGGER rounds_are_never_replaced BEFORE INSERT ON rounds WHEN EXISTS (SELECT 1 FROM rounds WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'rounds are appended, never replaced'); END;
CREATE TRIGGER rubrics_are_never_changed BEFORE UPDATE ON rubrics BEGIN SELECT RAISE(ABORT, 'a rubric that was used is never changed'); END;
CREATE TRIGGER rubrics_are_never_deleted BEFORE DELETE ON rubrics BEGIN SELECT RAISE(ABORT, 'a rubric that was used is never deleted'); END;
CREATE TRIGGER scores_are_never_changed BEFORE UPDATE ON scores BEGIN SELECT RAISE(ABORT, 'scores are appended, never changed'); END;
CREATE TRIGGER scores_are_never_deleted BEFORE DELETE ON scores WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE rater = OLD.rater) BEGIN SELECT RAISE(ABORT, 'scores are appended, never deleted'); END;
CREATE TRIGGER scores_are_never_replaced BEFORE INSERT ON scores WHEN EXISTS (SELECT 1 FROM scores WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'scores are appended, never replaced'); END;
CREATE TRIGGER scores_become_current AFTER INSERT ON scores BEGIN
      INSERT INTO current_scores (rater, article, rubric, criterion, score, clock, answer, level)
      VALUES (NEW.rater, NEW.article, NEW.rubric, NEW.criterion, NEW.id, NEW.clock, NEW.answer, NEW.level)
      ON CONFLICT (rater, article, rubric, criterion) DO UPDATE
      SET score = excluded.score, clock = excluded.clock, answer = excluded.answer, level = excluded.level
      WHERE (excluded.clock, excluded.score) > (current_scores.clock, current_scores.score);
    END;
CREATE TRIGGER texts_are_never_changed BEFORE UPDATE ON texts BEGIN SELECT RAISE(ABORT, 'a text is never changed'); END;
CREATE TRIGGER verdicts_are_never_changed BEFORE UPDATE ON verdicts BEGIN SELECT RAISE(ABORT, 'verdicts are appended, never changed'); END;
CREATE TRIGGER verdicts_are_never_deleted BEFORE DELETE ON verdicts WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE rater = OLD.rater) BEGIN SELECT RAISE(ABORT, 'verdicts are appended, never deleted'); END;
CREATE TRIGGER verdicts_are_never_replaced BEFORE INSERT ON verdicts WHEN EXISTS (SELECT 1 FROM verdicts WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'verdicts are appended, never replaced'); END;
CREATE TRIGGER votes_are_never_changed BEFORE UPDATE ON votes BEGIN SELECT RAISE(ABORT, 'votes are appended, never changed'); END;
CREATE TRIGGER votes_are_never_deleted BEFORE DELETE ON votes WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE rater = OLD.rater) BEGIN SELECT RAISE(ABORT, 'votes are appended, never deleted'); END;
CREATE TRIGGER votes_are_never_replaced BEFORE INSERT ON votes WHEN EXISTS (SELECT 1 FROM votes WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'votes are appended, never replaced'); END;
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
    ;
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
    ;
CREATE TABLE assignments (
      id TEXT PRIMARY KEY,
      rater TEXT NOT NULL REFERENCES raters (id),
      article TEXT NOT NULL REFERENCES articles (id),
      rubric TEXT NOT NULL REFERENCES rubrics (digest),
      place INTEGER NOT NULL,
      mode TEXT NOT NULL CHECK (mode IN ('open', 'blind-outlet', 'signals-after', 'both')),
      at TEXT NOT NULL
    , training TEXT NOT NULL DEFAULT '' CHECK (training IN ('', 'each', 'end'))) STRICT
    ;
CREATE TABLE corrections (
      id TEXT PRIMARY KEY,
      clock INTEGER NOT NULL CHECK (clock > 0),
      rater TEXT NOT NULL REFERENCES raters (id),
      story TEXT NOT NULL,
      deed TEXT NOT NULL CHECK (deed IN ('join', 'split', 'remove')),
      article TEXT NOT NULL REFERENCES articles (id),
      start INTEGER NOT NULL CHECK (start >= 0),
      "end" INTEGER NOT NULL CHECK ("end" > start),
      other TEXT REFERENCES articles (id) CHECK ((deed = 'join') = (other IS NOT NULL)),
      other_start INTEGER CHECK ((other IS NULL) = (other_start IS NULL)),
      other_end INTEGER CHECK ((other IS NULL) = (other_end IS NULL)),
      undoes TEXT NOT NULL DEFAULT '',
      at TEXT NOT NULL
    ) STRICT
    ;
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
    ;
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
    ;
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
    ;
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
    ;
CREATE TABLE origins (
      article TEXT PRIMARY KEY REFERENCES articles (id),
      kind TEXT NOT NULL,
      digest TEXT NOT NULL,
      size INTEGER NOT NULL CHECK (size >= 0),
      furniture TEXT NOT NULL,
      notes TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE outlets (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      domain TEXT NOT NULL DEFAULT '',
      country TEXT NOT NULL DEFAULT '',
      aliases TEXT NOT NULL DEFAULT '[]',
      search TEXT NOT NULL DEFAULT ''
    ) STRICT
    ;
CREATE TABLE places (
      rater TEXT PRIMARY KEY,
      article TEXT NOT NULL,
      rubric TEXT NOT NULL,
      criterion TEXT NOT NULL,
      "offset" INTEGER NOT NULL
    ) STRICT
    ;
CREATE TABLE raters (
      id TEXT PRIMARY KEY,
      handle TEXT NOT NULL CHECK (handle <> ''),
      role TEXT NOT NULL CHECK (role IN ('student', 'teacher')),
      team TEXT NOT NULL DEFAULT ''
    ) STRICT
    ;
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
    ;
CREATE TABLE reveals (
      id TEXT PRIMARY KEY,
      clock INTEGER NOT NULL CHECK (clock > 0),
      rater TEXT NOT NULL REFERENCES raters (id),
      article TEXT NOT NULL REFERENCES articles (id),
      what TEXT NOT NULL CHECK (what IN ('outlet', 'signals', 'others')),
      at TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE rounds (
      id TEXT PRIMARY KEY,
      clock INTEGER NOT NULL CHECK (clock > 0),
      rater TEXT NOT NULL,
      article TEXT NOT NULL REFERENCES articles (id),
      rubric TEXT NOT NULL REFERENCES rubrics (digest),
      criterion TEXT NOT NULL,
      deed TEXT NOT NULL CHECK (deed IN ('open', 'close')),
      opened TEXT NOT NULL DEFAULT '' CHECK ((deed = 'open') = (opened = '')),
      at TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE rubrics (
      digest TEXT PRIMARY KEY,
      id TEXT NOT NULL,
      version TEXT NOT NULL,
      source TEXT NOT NULL
    ) STRICT
    ;
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
    ;
CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE stories (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE texts (
      fingerprint TEXT PRIMARY KEY,
      text TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE tombstones (
      rater TEXT PRIMARY KEY,
      at TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE vectors (
      model TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      vector BLOB NOT NULL,
      PRIMARY KEY (model, fingerprint)
    ) STRICT, WITHOUT ROWID
    ;
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
    ;
CREATE TABLE votes (
      id TEXT PRIMARY KEY,
      clock INTEGER NOT NULL CHECK (clock > 0),
      rater TEXT NOT NULL REFERENCES raters (id),
      article TEXT NOT NULL REFERENCES articles (id),
      rubric TEXT NOT NULL REFERENCES rubrics (digest),
      criterion TEXT NOT NULL,
      answer TEXT NOT NULL CHECK (answer IN ('level', 'cannot-judge')),
      level INTEGER CHECK ((answer = 'level') = (level IS NOT NULL)),
      note TEXT NOT NULL,
      round TEXT NOT NULL,
      before TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT
    ;
CREATE INDEX articles_by_fingerprint ON articles (fingerprint);
CREATE INDEX articles_by_story ON articles (story);
CREATE INDEX assignments_by_rater ON assignments (rater, place);
CREATE INDEX corrections_by_clock ON corrections (clock);
CREATE INDEX corrections_by_rater ON corrections (rater, clock);
CREATE INDEX corrections_by_story ON corrections (story, clock);
CREATE INDEX current_scores_by_rubric ON current_scores (rubric, article, criterion, answer, level);
CREATE INDEX evidence_by_score ON evidence (score, place);
CREATE INDEX highlights_by_clock ON highlights (clock);
CREATE INDEX highlights_by_rater ON highlights (rater, article);
CREATE INDEX raters_by_handle ON raters (handle);
CREATE INDEX resolutions_by_article ON resolutions (article, rubric, criterion);
CREATE INDEX resolutions_by_clock ON resolutions (clock);
CREATE INDEX reveals_by_clock ON reveals (clock);
CREATE INDEX reveals_by_rater ON reveals (rater, article);
CREATE INDEX rounds_by_clock ON rounds (clock);
CREATE INDEX scores_by_clock ON scores (clock);
CREATE INDEX scores_by_rater ON scores (rater, clock, id, undoes);
CREATE INDEX verdicts_by_clock ON verdicts (clock);
CREATE INDEX verdicts_by_rater ON verdicts (rater, article);
CREATE INDEX votes_by_clock ON votes (clock);
CREATE INDEX votes_by_round ON votes (round, rater);
