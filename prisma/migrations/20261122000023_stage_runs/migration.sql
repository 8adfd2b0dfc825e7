-- What became of a plan's stages: each time that one was carried out, what it came to, what was
-- consciously passed over, and the looks back after full rollout.

-- stage_key tells a stage across revisions (domain/rollout/stage-key.ts); label, percentage and soak are as they
-- stood when it began. toggle_id is null where a person started it by hand. What people wrote stays out of the image.
CREATE TABLE stage_run (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES plan (id),
  environment_id uuid NOT NULL REFERENCES environment (id),
  toggle_id uuid REFERENCES toggle (id),
  stage_key text NOT NULL,
  label text NOT NULL,
  percentage numeric(6, 3) CHECK (percentage BETWEEN 0 AND 100),
  soak text,
  run integer NOT NULL CHECK (run > 0),
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'paused', 'rolled_back')),
  started_at timestamptz(3) NOT NULL DEFAULT now(),
  started_by uuid REFERENCES person (id),
  paused_at timestamptz(3),
  pause_reason text,
  paused_ms bigint NOT NULL DEFAULT 0 CHECK (paused_ms >= 0),
  ended_at timestamptz(3),
  results jsonb,
  errors_note text,
  note text,
  results_by uuid REFERENCES person (id),
  results_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  CHECK ((state = 'paused') = (paused_at IS NOT NULL)),
  CHECK ((state = 'rolled_back') = (ended_at IS NOT NULL)),
  CHECK ((results IS NULL) = (results_at IS NULL)),
  UNIQUE NULLS NOT DISTINCT (plan_id, environment_id, toggle_id, stage_key, run)
);
CREATE UNIQUE INDEX stage_run_one_live ON stage_run (plan_id, environment_id, toggle_id, stage_key)
  NULLS NOT DISTINCT WHERE state <> 'rolled_back';
CREATE INDEX stage_run_of_toggle ON stage_run (toggle_id, environment_id) WHERE state <> 'rolled_back';

-- criterion is a criterion's name, folded (domain/rollout/criterion.ts); empty for the soak.
CREATE TABLE stage_waiver (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  stage_run_id uuid NOT NULL REFERENCES stage_run (id),
  what text NOT NULL CHECK (what IN ('soak', 'criterion')),
  criterion text NOT NULL DEFAULT '',
  reason text NOT NULL,
  waived_by uuid NOT NULL REFERENCES person (id),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  CHECK ((what = 'soak') = (criterion = '')),
  UNIQUE (stage_run_id, what, criterion)
);

-- due_on tells which full rollout a look back is about: another rollout makes another day. written is the text that
-- was put into the plan, so that recording it again replaces it.
CREATE TABLE check_in (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES plan (id),
  which text NOT NULL CHECK (which IN ('one_week', 'one_month')),
  due_on date NOT NULL,
  results jsonb NOT NULL,
  revision integer NOT NULL,
  errors_note text,
  note text,
  written text NOT NULL,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (plan_id, which, due_on)
);

-- Which reminders went out, so that each goes out once. No state of a release: not audited.
CREATE TABLE check_in_reminder (
  plan_id uuid NOT NULL REFERENCES plan (id),
  which text NOT NULL CHECK (which IN ('one_week', 'one_month')),
  due_on date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('due', 'overdue')),
  sent_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (plan_id, which, due_on, kind)
);

GRANT SELECT ON stage_run, stage_waiver, check_in, check_in_reminder TO rollcall_audit_owner, rollcall_app;
GRANT INSERT, UPDATE ON stage_run, check_in TO rollcall_app;
GRANT INSERT ON stage_waiver, check_in_reminder TO rollcall_app;

SET ROLE rollcall_audit_owner;
INSERT INTO audit.entity (name, columns) VALUES
  ('stage_run', '{plan_id,environment_id,toggle_id,stage_key,label,percentage,run,state,results}'),
  ('stage_waiver', '{stage_run_id,what,criterion,waived_by}'),
  ('check_in', '{plan_id,which,due_on,results,revision,recorded_by}');
RESET ROLE;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['stage_run', 'stage_waiver', 'check_in'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER require_entry AFTER INSERT OR UPDATE ON public.%I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_entry()', t);
    EXECUTE format('CREATE TRIGGER refuse_delete BEFORE DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION audit.refuse()', t);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', t);
  END LOOP;
END
$$;
CREATE TRIGGER refuse_update BEFORE UPDATE ON stage_waiver FOR EACH ROW EXECUTE FUNCTION audit.refuse();
