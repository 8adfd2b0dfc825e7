-- How people sign in: how long sessions last, which groups of the identity provider give which roles,
-- and whether a role was given by a person or by such a rule.

-- At most one row: what holds for the installation. Without it the defaults of domain/people/sign-in-policy.ts hold.
CREATE TABLE sign_in_policy (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  singleton boolean NOT NULL DEFAULT true UNIQUE CHECK (singleton),
  idle_minutes integer NOT NULL CHECK (idle_minutes BETWEEN 5 AND 120),
  administrator_idle_minutes integer NOT NULL CHECK (administrator_idle_minutes BETWEEN 5 AND 120),
  absolute_hours integer NOT NULL CHECK (absolute_hours BETWEEN 1 AND 24),
  groups_claim text,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE group_rule (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  value text NOT NULL,
  team_id uuid NOT NULL REFERENCES team (id),
  role text NOT NULL CHECK (role IN ('viewer', 'program_manager', 'tech_lead', 'discipline_lead',
    'government_lead', 'auditor', 'administrator')),
  discipline text,
  removed boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  CHECK ((role = 'discipline_lead') = (discipline IS NOT NULL))
);
CREATE UNIQUE INDEX group_rule_once ON group_rule (value, team_id, role, coalesce(discipline, '')) WHERE NOT removed;

-- Outside the image, which stands in the log without it: set when the row is made and never changed.
ALTER TABLE membership ADD COLUMN source text NOT NULL DEFAULT 'person' CHECK (source IN ('person', 'group'));
CREATE INDEX membership_person ON membership (person_id) WHERE NOT revoked;

-- For the list of somebody's sessions; gone with the session.
ALTER TABLE session ADD COLUMN address text;
ALTER TABLE session ADD COLUMN agent text;

GRANT SELECT ON sign_in_policy, group_rule TO rollcall_audit_owner;
GRANT SELECT, INSERT ON sign_in_policy, group_rule TO rollcall_app;
GRANT UPDATE (idle_minutes, administrator_idle_minutes, absolute_hours, groups_claim, version)
  ON sign_in_policy TO rollcall_app;
GRANT UPDATE (removed, version) ON group_rule TO rollcall_app;

SET ROLE rollcall_audit_owner;
INSERT INTO audit.entity (name, columns) VALUES
  ('sign_in_policy', '{idle_minutes,administrator_idle_minutes,absolute_hours,groups_claim}'),
  ('group_rule', '{value,team_id,role,discipline,removed}');
RESET ROLE;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sign_in_policy', 'group_rule'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER require_entry AFTER INSERT OR UPDATE ON public.%I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_entry()', t);
    EXECUTE format('CREATE TRIGGER refuse_delete BEFORE DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION audit.refuse()', t);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', t);
  END LOOP;
END
$$;
