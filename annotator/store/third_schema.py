"""What the third migration adds: views for programs that look into the file, such as Datasette.

Raters stand under their ids, so that a chart made from a view names nobody. Like `schema.py` never edited
once released.
"""

from __future__ import annotations

VIEWS = (
    """
    CREATE VIEW standing_scores AS
    SELECT c.rater, r.role, a.story, a.outlet, o.name AS outlet_name, a.id AS article, a.title, a.language,
      u.id AS rubric, u.version AS rubric_version, c.criterion, c.answer, c.level, s.note,
      CASE s.saw_outlet WHEN 0 THEN 'blind' ELSE 'open' END AS mode,
      (SELECT count(*) FROM evidence e WHERE e.score = c.score AND e.absent = '') AS quotes, s.at,
      c.score, c.rubric AS rubric_digest
    FROM current_scores c JOIN scores s ON s.id = c.score JOIN raters r ON r.id = c.rater
    JOIN articles a ON a.id = c.article JOIN outlets o ON o.id = a.outlet
    JOIN rubrics u ON u.digest = c.rubric
    WHERE c.answer <> 'withdrawn'
    """,
    """
    CREATE VIEW levels_by_outlet AS
    SELECT a.story, a.outlet, u.id AS rubric, u.version AS rubric_version, c.criterion, c.answer, c.level,
      count(*) AS scores, count(DISTINCT c.rater) AS raters, c.rubric AS rubric_digest
    FROM current_scores c JOIN articles a ON a.id = c.article JOIN rubrics u ON u.digest = c.rubric
    WHERE c.answer <> 'withdrawn'
    GROUP BY a.story, a.outlet, c.rubric, c.criterion, c.answer, c.level
    """,
    """
    CREATE VIEW cited_words AS
    SELECT a.story, a.outlet, a.id AS article, a.title, c.criterion, c.level, e.quote, e.start, e."end",
      e.signal, e.absent, c.rater, c.score
    FROM current_scores c JOIN evidence e ON e.score = c.score JOIN articles a ON a.id = c.article
    WHERE c.answer <> 'withdrawn'
    """,
    """
    CREATE VIEW progress AS
    SELECT c.rater, r.role, u.id AS rubric, u.version AS rubric_version,
      count(DISTINCT c.article) AS articles, count(*) AS answers,
      sum(c.answer = 'cannot-judge') AS cannot_judge, max(s.at) AS latest
    FROM current_scores c JOIN scores s ON s.id = c.score JOIN raters r ON r.id = c.rater
    JOIN rubrics u ON u.digest = c.rubric
    WHERE c.answer <> 'withdrawn' GROUP BY c.rater, c.rubric
    """,
    """
    CREATE VIEW verdicts_by_signal AS
    SELECT signal, answer, count(*) AS answers, count(DISTINCT rater) AS raters FROM (
      SELECT signal, answer, rater, row_number() OVER (
        PARTITION BY rater, article, signal, start, "end" ORDER BY clock DESC, id DESC) AS age FROM verdicts)
    WHERE age = 1 AND answer <> 'withdrawn' GROUP BY signal, answer
    """,
)
