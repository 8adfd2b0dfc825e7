-- The rules of the roll call as data: a team's policy, the terms on which a round was opened, and
-- what a launch allows. New tables, not new columns: images that stand in the log have no such column.

-- policy: who must speak, on what, and who may speak for them (domain/roll-call/policy.ts). A team without a row
-- has the default policy.
CREATE TABLE team_policy (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  team_id uuid NOT NULL UNIQUE REFERENCES team (id),
  policy jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1
);

-- The policy in force when a round opened, and where the plan departs from it. policy_version is null where the team had
-- none of its own. Why a discipline was dropped, and what the round is for, is free text and stays out of the images.
CREATE TABLE roll_call_terms (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  roll_call_id uuid NOT NULL UNIQUE REFERENCES roll_call (id),
  policy jsonb NOT NULL,
  policy_hash text NOT NULL CHECK (policy_hash ~ '^[0-9a-f]{64}$'),
  policy_version integer,
  dropped text[] NOT NULL DEFAULT '{}',
  drop_reasons jsonb NOT NULL DEFAULT '{}',
  purpose text,
  version integer NOT NULL DEFAULT 1
);

-- What a launch allows, where it allows less than everything. until is RFC 3339 in UTC as text, so that its image is the
-- same in every session; percentage null means all the way on.
CREATE TABLE launch_scope (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  roll_call_id uuid NOT NULL UNIQUE REFERENCES roll_call (id),
  environment text NOT NULL,
  percentage numeric(6, 3) CHECK (percentage > 0 AND percentage <= 100),
  until text CHECK (until ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  version integer NOT NULL DEFAULT 1
);

-- A discipline may abstain or not be concerned, where policy lets it, and may take back what it said. Each but a go
-- needs its reason, which sign_off_check holds already.
ALTER TABLE sign_off DROP CONSTRAINT sign_off_verdict_check;
ALTER TABLE sign_off ADD CONSTRAINT sign_off_verdict_check
  CHECK (verdict IN ('go', 'no_go', 'abstain', 'not_applicable', 'withdrawn'));
-- What would turn a no-go into a go: free text, beside the note and like it outside the image.
ALTER TABLE sign_off ADD COLUMN would_change text CHECK (would_change IS NULL OR verdict = 'no_go');

GRANT SELECT ON team_policy, roll_call_terms, launch_scope TO rollcall_audit_owner, rollcall_app;
GRANT INSERT, UPDATE ON team_policy TO rollcall_app;
GRANT INSERT ON roll_call_terms, launch_scope TO rollcall_app;

SET ROLE rollcall_audit_owner;
INSERT INTO audit.entity (name, columns) VALUES
  ('team_policy', '{team_id,policy}'),
  ('roll_call_terms', '{roll_call_id,policy,policy_hash,policy_version,dropped}'),
  ('launch_scope', '{roll_call_id,environment,percentage,until}');
RESET ROLE;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['team_policy', 'roll_call_terms', 'launch_scope'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER require_entry AFTER INSERT OR UPDATE ON public.%I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_entry()', t);
    EXECUTE format('CREATE TRIGGER refuse_delete BEFORE DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION audit.refuse()', t);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['roll_call_terms', 'launch_scope'] LOOP
    EXECUTE format('CREATE TRIGGER refuse_update BEFORE UPDATE ON public.%I FOR EACH ROW EXECUTE FUNCTION audit.refuse()', t);
  END LOOP;
END
$$;
