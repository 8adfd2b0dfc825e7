-- The go/no-go meeting: who was there, which is on record, and whose turn it is, which is not.

-- One row a person and round; coming and going are its versions. A person known by name alone has no id.
CREATE TABLE attendance (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  roll_call_id uuid NOT NULL REFERENCES roll_call (id),
  person_id uuid REFERENCES person (id),
  name text NOT NULL,
  present boolean NOT NULL,
  since timestamptz(3) NOT NULL DEFAULT now(),
  noted_by uuid NOT NULL REFERENCES person (id),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (roll_call_id, person_id)
);

-- What every screen of the meeting shows alike. It ends with the meeting and is no part of the log.
CREATE TABLE meeting (
  roll_call_id uuid PRIMARY KEY REFERENCES roll_call (id),
  turn text,
  turn_since timestamptz(3),
  began_at timestamptz(3),
  ended_at timestamptz(3),
  meeting_minutes integer CHECK (meeting_minutes BETWEEN 1 AND 480),
  turn_minutes integer CHECK (turn_minutes BETWEEN 1 AND 120),
  changed_by uuid NOT NULL REFERENCES person (id),
  changed_at timestamptz(3) NOT NULL DEFAULT now()
);

GRANT SELECT ON attendance TO rollcall_audit_owner;
GRANT SELECT, INSERT, UPDATE ON attendance, meeting TO rollcall_app;

SET ROLE rollcall_audit_owner;
INSERT INTO audit.entity (name, columns) VALUES ('attendance', '{roll_call_id,person_id,present,noted_by}');
RESET ROLE;

CREATE CONSTRAINT TRIGGER require_entry AFTER INSERT OR UPDATE ON attendance
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_entry();
CREATE TRIGGER refuse_delete BEFORE DELETE ON attendance FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON attendance FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
