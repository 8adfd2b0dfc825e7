-- Who is asked for go or no-go, by when, and what they were told: on record, each thing once.

-- Until when a round wants its disciplines' words. needed_by is UTC text, so that an entry's image
-- does not depend on a session's time zone; null when the date was taken back.
CREATE TABLE roll_call_due (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  roll_call_id uuid NOT NULL UNIQUE REFERENCES roll_call (id),
  needed_by text CHECK (needed_by ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$'),
  version integer NOT NULL DEFAULT 1
);

-- One row for each time a person was asked or reminded to speak for a discipline. `after` is the
-- ordinal of the discipline's newest word then, 0 when it had said nothing; needed_by is empty
-- except for reminders, so that another date reminds again.
CREATE TABLE sign_off_request (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  roll_call_id uuid NOT NULL REFERENCES roll_call (id),
  discipline text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  cause text NOT NULL CHECK (cause IN ('opened', 'stale', 'day_before', 'hour_before', 'overdue')),
  after integer NOT NULL CHECK (after >= 0),
  needed_by text NOT NULL DEFAULT '',
  asked_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (roll_call_id, discipline, person_id, cause, after, needed_by)
);
CREATE INDEX sign_off_request_person ON sign_off_request (person_id, roll_call_id);

GRANT SELECT ON roll_call_due, sign_off_request TO rollcall_audit_owner;
GRANT SELECT, INSERT ON roll_call_due, sign_off_request TO rollcall_app;
GRANT UPDATE (needed_by, version) ON roll_call_due TO rollcall_app;

SET ROLE rollcall_audit_owner;
INSERT INTO audit.entity (name, columns) VALUES
  ('roll_call_due', '{roll_call_id,needed_by}'),
  ('sign_off_request', '{roll_call_id,discipline,person_id,cause,after,needed_by}');
RESET ROLE;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['roll_call_due', 'sign_off_request'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER require_entry AFTER INSERT OR UPDATE ON public.%I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_entry()', t);
    EXECUTE format('CREATE TRIGGER refuse_delete BEFORE DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION audit.refuse()', t);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', t);
  END LOOP;
END
$$;
CREATE TRIGGER refuse_update BEFORE UPDATE ON sign_off_request FOR EACH ROW EXECUTE FUNCTION audit.refuse();
