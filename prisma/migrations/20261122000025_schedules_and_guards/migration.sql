-- A flip, or several at once, to be made at a moment. Signed by a person, made by the worker, and
-- weighed again when it is made. `due` and `signed_at` are texts so that an entry holds them as they
-- are; `steps` is [{toggle, patch, expected}] and never names actors.
CREATE TABLE schedule (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  environment_id uuid NOT NULL REFERENCES environment (id),
  plan_id uuid REFERENCES plan (id),
  due text NOT NULL CHECK (due ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  steps jsonb NOT NULL,
  reason text NOT NULL,
  made_by uuid NOT NULL REFERENCES person (id),
  made_at timestamptz(3) NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'refused', 'cancelled')),
  settled_by uuid REFERENCES person (id),
  settled_at timestamptz(3),
  refusal text,
  version integer NOT NULL DEFAULT 1,
  CHECK ((state = 'waiting') = (settled_at IS NULL))
);
CREATE INDEX schedule_waiting ON schedule (due) WHERE state = 'waiting';

-- What monitoring may call to hold or lower one toggle in one environment. Only the SHA-256 of its
-- secret is kept; the generation rises when the secret is changed.
CREATE TABLE guard (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  toggle_state_id uuid NOT NULL REFERENCES toggle_state (id),
  name text NOT NULL CHECK (name !~ '[[:cntrl:]]' AND length(name) BETWEEN 1 AND 80),
  tool text NOT NULL CHECK (tool IN ('datadog', 'grafana', 'alertmanager', 'generic')),
  act text NOT NULL CHECK (act IN ('hold', 'lower')),
  lower_to numeric(6, 3) CHECK (lower_to >= 0 AND lower_to < 100),
  dry_run boolean NOT NULL,
  secret_hash text NOT NULL,
  generation integer NOT NULL DEFAULT 1,
  removed boolean NOT NULL DEFAULT false,
  made_by uuid NOT NULL REFERENCES person (id),
  made_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  CHECK (act = 'lower' OR lower_to IS NULL)
);
CREATE INDEX guard_state ON guard (toggle_state_id) WHERE NOT removed;

-- A guard's hold: nothing widens there until a person releases it.
CREATE TABLE rollout_hold (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  toggle_state_id uuid NOT NULL REFERENCES toggle_state (id),
  guard_id uuid NOT NULL REFERENCES guard (id),
  said text NOT NULL,
  since timestamptz(3) NOT NULL DEFAULT now(),
  released_by uuid REFERENCES person (id),
  released_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  CHECK ((released_by IS NULL) = (released_at IS NULL))
);
CREATE UNIQUE INDEX rollout_hold_standing ON rollout_hold (guard_id) WHERE released_by IS NULL;
CREATE INDEX rollout_hold_state ON rollout_hold (toggle_state_id) WHERE released_by IS NULL;

-- What guards were told, each telling once: not part of the log, where stands what came of it.
CREATE TABLE guard_signal (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  guard_id uuid NOT NULL REFERENCES guard (id),
  fingerprint text NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT now(),
  told text NOT NULL CHECK (told IN ('firing', 'resolved', 'unclear')),
  outcome text NOT NULL,
  said text NOT NULL,
  UNIQUE (guard_id, fingerprint)
);
CREATE INDEX guard_signal_newest ON guard_signal (guard_id, received_at DESC);

GRANT SELECT ON schedule, guard, rollout_hold TO rollcall_audit_owner;
GRANT SELECT, INSERT, UPDATE ON schedule, guard, rollout_hold TO rollcall_app;
GRANT SELECT, INSERT ON guard_signal TO rollcall_app;

SET ROLE rollcall_audit_owner;
INSERT INTO audit.entity (name, columns) VALUES
  ('schedule', '{environment_id,plan_id,due,steps,made_by,state,settled_by}'),
  ('guard', '{toggle_state_id,name,tool,act,lower_to,dry_run,generation,removed,made_by}'),
  ('rollout_hold', '{toggle_state_id,guard_id,released_by}');
RESET ROLE;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['schedule', 'guard', 'rollout_hold'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER require_entry AFTER INSERT OR UPDATE ON public.%I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_entry()', t);
    EXECUTE format('CREATE TRIGGER refuse_delete BEFORE DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION audit.refuse()', t);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', t);
  END LOOP;
END
$$;
