"""The hub's tables: one for rows of every kind, since all it does with them is keep and hand on.

A row is told by class, table and key, and never changes; only a person's being forgotten takes rows away.
Rows of one class are parted from those of another by row-level security: a role sees the classes that it is
a member of, whatever it asks for. The functions that run as the owner name their tables in full and look into
temporary tables last: a role could put one of its own in their place.
"""

from __future__ import annotations

VERSION = 1
"""Of the hub's tables."""

TABLES = """
CREATE SCHEMA IF NOT EXISTS annotator;
CREATE TABLE annotator.hub (
  id text NOT NULL,
  version integer NOT NULL
);
CREATE TABLE annotator.members (
  role name NOT NULL,
  class text NOT NULL,
  PRIMARY KEY (role, class)
);
CREATE SEQUENCE annotator.batches;
CREATE TABLE annotator.rows (
  class text NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  rater text NOT NULL,
  server text NOT NULL,
  batch bigint NOT NULL,
  place bigserial,
  schema integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (class, kind, key)
);
CREATE INDEX rows_by_batch ON annotator.rows (class, batch, place);
CREATE INDEX rows_by_rater ON annotator.rows (class, rater);

CREATE FUNCTION annotator.leave_out_the_forgotten() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = annotator, pg_temp AS $$
BEGIN
  IF NEW.kind <> 'tombstones' AND NEW.rater <> '' AND EXISTS (
    SELECT 1 FROM annotator.rows WHERE class = NEW.class AND kind = 'tombstones' AND key = NEW.rater
  ) THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER leave_out_the_forgotten BEFORE INSERT ON annotator.rows
  FOR EACH ROW EXECUTE FUNCTION annotator.leave_out_the_forgotten();

CREATE FUNCTION annotator.forget() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = annotator, pg_temp AS $$
BEGIN
  IF NEW.kind = 'tombstones' THEN
    DELETE FROM annotator.rows WHERE class = NEW.class AND rater = NEW.key AND kind <> 'tombstones';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER forget AFTER INSERT ON annotator.rows FOR EACH ROW EXECUTE FUNCTION annotator.forget();

ALTER TABLE annotator.rows ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_classes ON annotator.rows
  USING (class IN (SELECT class FROM annotator.members WHERE role = session_user))
  WITH CHECK (class IN (SELECT class FROM annotator.members WHERE role = session_user));
ALTER TABLE annotator.members ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_memberships ON annotator.members USING (role = session_user);
"""

ADMITTING = """
GRANT USAGE ON SCHEMA annotator TO {role};
GRANT SELECT ON annotator.hub, annotator.members TO {role};
GRANT SELECT, INSERT ON annotator.rows TO {role};
GRANT USAGE ON SEQUENCE annotator.batches, annotator.rows_place_seq TO {role};
"""
"""What a server's role may do: read and add. No role of a server can change or delete a row."""
