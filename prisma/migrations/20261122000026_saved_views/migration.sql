-- Filters of the log that somebody keeps under a name. Both are words of their own and may name people, so they stay
-- outside the images; a view is never altered, only removed.
CREATE TABLE saved_view (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES person (id),
  name text NOT NULL CHECK (name <> ''),
  filter jsonb NOT NULL,
  removed boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);
-- Of the views that stand, one person's have a name each.
CREATE UNIQUE INDEX saved_view_name ON saved_view (person_id, name) WHERE NOT removed;

GRANT SELECT ON saved_view TO rollcall_audit_owner;
GRANT SELECT, INSERT, UPDATE ON saved_view TO rollcall_app;

SET ROLE rollcall_audit_owner;
INSERT INTO audit.entity (name, columns) VALUES ('saved_view', '{person_id,removed}');
RESET ROLE;

CREATE CONSTRAINT TRIGGER require_entry AFTER INSERT OR UPDATE ON saved_view
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_entry();
CREATE TRIGGER refuse_delete BEFORE DELETE ON saved_view FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON saved_view FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
