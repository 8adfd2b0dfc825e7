-- The government lead's word that the log was read up to an entry. Never changed: reading on is a new row.
CREATE TABLE log_review (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES person (id),
  up_to bigint NOT NULL CHECK (up_to > 0),
  note text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (person_id, up_to)
);

GRANT SELECT ON log_review TO rollcall_audit_owner;
GRANT SELECT, INSERT ON log_review TO rollcall_app;

SET ROLE rollcall_audit_owner;
INSERT INTO audit.entity (name, columns) VALUES ('log_review', '{person_id,up_to}');
RESET ROLE;

CREATE CONSTRAINT TRIGGER require_entry AFTER INSERT OR UPDATE ON log_review
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_entry();
CREATE TRIGGER refuse_update BEFORE UPDATE ON log_review FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER refuse_delete BEFORE DELETE ON log_review FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON log_review FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
