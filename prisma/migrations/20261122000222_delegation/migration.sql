-- Who speaks for a discipline in somebody's place, from when until when; and which sign-offs were
-- given that way. Moments are UTC text, so that an entry's image does not depend on a time zone.

CREATE TABLE delegation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  team_id uuid NOT NULL REFERENCES team (id),
  discipline text NOT NULL,
  from_person_id uuid NOT NULL REFERENCES person (id),
  to_person_id uuid NOT NULL REFERENCES person (id),
  starts_at text NOT NULL CHECK (starts_at ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$'),
  ends_at text NOT NULL CHECK (ends_at ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$'),
  reason text NOT NULL,
  ended boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  CHECK (from_person_id <> to_person_id),
  CHECK (ends_at COLLATE "C" > starts_at COLLATE "C")
);
CREATE INDEX delegation_to ON delegation (to_person_id) WHERE NOT ended;
CREATE INDEX delegation_team ON delegation (team_id);

CREATE TABLE sign_off_by_delegation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  sign_off_id uuid NOT NULL UNIQUE REFERENCES sign_off (id),
  delegation_id uuid NOT NULL REFERENCES delegation (id),
  version integer NOT NULL DEFAULT 1
);

GRANT SELECT ON delegation, sign_off_by_delegation TO rollcall_audit_owner;
GRANT SELECT, INSERT ON delegation, sign_off_by_delegation TO rollcall_app;
GRANT UPDATE (ended, version) ON delegation TO rollcall_app;

SET ROLE rollcall_audit_owner;
INSERT INTO audit.entity (name, columns) VALUES
  ('delegation', '{team_id,discipline,from_person_id,to_person_id,starts_at,ends_at,ended}'),
  ('sign_off_by_delegation', '{sign_off_id,delegation_id}');
RESET ROLE;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['delegation', 'sign_off_by_delegation'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER require_entry AFTER INSERT OR UPDATE ON public.%I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_entry()', t);
    EXECUTE format('CREATE TRIGGER refuse_delete BEFORE DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION audit.refuse()', t);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', t);
  END LOOP;
END
$$;
CREATE TRIGGER refuse_update BEFORE UPDATE ON sign_off_by_delegation FOR EACH ROW EXECUTE FUNCTION audit.refuse();
