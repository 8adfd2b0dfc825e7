-- What guards a widening besides the plan: freezes that come again or stand over one team, the line
-- stopped, incidents, which checks bind where, and what two people agree to loosen. New tables, so that
-- the images of what the log tells already stay as they are.

-- How a freeze comes again, over whose toggles it stands, and whether an override passes it. A freeze
-- without a row here happens once, stands over every team, and may be overridden.
CREATE TABLE freeze_terms (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  freeze_id uuid NOT NULL UNIQUE REFERENCES freeze_window (id),
  team_id uuid REFERENCES team (id),
  rule text,
  time_zone text,
  override_allowed boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  CHECK ((rule IS NULL) = (time_zone IS NULL))
);

-- Nothing widens anywhere that is protected, until somebody else's word releases it.
CREATE TABLE line_stop (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  reason text NOT NULL,
  stopped_by uuid NOT NULL REFERENCES person (id),
  stopped_at timestamptz(3) NOT NULL DEFAULT now(),
  released_by uuid REFERENCES person (id),
  released_at timestamptz(3),
  note text,
  version integer NOT NULL DEFAULT 1,
  CHECK ((released_by IS NULL) = (released_at IS NULL))
);
CREATE UNIQUE INDEX line_stop_one_at_a_time ON line_stop ((true)) WHERE released_by IS NULL;

-- environment_id NULL: everywhere.
CREATE TABLE incident (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  toggle_id uuid NOT NULL REFERENCES toggle (id),
  environment_id uuid REFERENCES environment (id),
  title text NOT NULL,
  link text,
  opened_by uuid NOT NULL REFERENCES person (id),
  opened_at timestamptz(3) NOT NULL DEFAULT now(),
  resolved_by uuid REFERENCES person (id),
  resolved_at timestamptz(3),
  note text,
  version integer NOT NULL DEFAULT 1,
  CHECK ((resolved_by IS NULL) = (resolved_at IS NULL))
);
CREATE INDEX incident_open ON incident (toggle_id) WHERE resolved_by IS NULL;

-- Which checks a team lets bind in an environment, and which not; what neither names binds as by default.
CREATE TABLE check_binding (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  team_id uuid NOT NULL REFERENCES team (id),
  environment_id uuid NOT NULL REFERENCES environment (id),
  bound text[] NOT NULL DEFAULT '{}',
  unbound text[] NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  UNIQUE (team_id, environment_id)
);

-- What one person proposes to loosen or tighten, and a second one accepts or declines.
CREATE TABLE guard_proposal (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('checks', 'unprotect')),
  team_id uuid REFERENCES team (id),
  environment_id uuid NOT NULL REFERENCES environment (id),
  bind text[] NOT NULL DEFAULT '{}',
  unbind text[] NOT NULL DEFAULT '{}',
  reason text NOT NULL,
  proposed_by uuid NOT NULL REFERENCES person (id),
  proposed_at timestamptz(3) NOT NULL DEFAULT now(),
  verdict text CHECK (verdict IN ('accepted', 'declined', 'withdrawn')),
  decided_by uuid REFERENCES person (id),
  decided_at timestamptz(3),
  note text,
  version integer NOT NULL DEFAULT 1,
  CHECK ((kind = 'checks') = (team_id IS NOT NULL)),
  CHECK ((verdict IS NULL) = (decided_by IS NULL)),
  CHECK (verdict IS NULL OR (verdict = 'withdrawn') = (decided_by = proposed_by))
);
CREATE UNIQUE INDEX guard_proposal_one_open ON guard_proposal
  (environment_id, kind, coalesce(team_id, '00000000-0000-0000-0000-000000000000')) WHERE verdict IS NULL;

-- Not in the override's image: the entry of the flip tells it.
ALTER TABLE override ADD COLUMN incident_link text;
ALTER TABLE override ADD COLUMN reviewed_at timestamptz(3);
ALTER TABLE override DROP CONSTRAINT override_verdict_check;
ALTER TABLE override ADD CONSTRAINT override_verdict_check
  CHECK (verdict IN ('justified', 'not_justified', 'needs_follow_up'));

GRANT SELECT ON freeze_terms, line_stop, incident, check_binding, guard_proposal TO rollcall_audit_owner, rollcall_app;
GRANT INSERT, UPDATE ON freeze_terms, line_stop, incident, check_binding, guard_proposal TO rollcall_app;

SET ROLE rollcall_audit_owner;
INSERT INTO audit.entity (name, columns) VALUES
  ('freeze_terms', '{freeze_id,team_id,rule,time_zone,override_allowed}'),
  ('line_stop', '{stopped_by,released_by}'),
  ('incident', '{toggle_id,environment_id,opened_by,resolved_by}'),
  ('check_binding', '{team_id,environment_id,bound,unbound}'),
  ('guard_proposal', '{kind,team_id,environment_id,bind,unbind,proposed_by,verdict,decided_by}');
RESET ROLE;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['freeze_terms', 'line_stop', 'incident', 'check_binding', 'guard_proposal'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER require_entry AFTER INSERT OR UPDATE ON public.%I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_entry()', t);
    EXECUTE format('CREATE TRIGGER refuse_delete BEFORE DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION audit.refuse()', t);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', t);
  END LOOP;
END
$$;
