-- A run ends with the archive of its toggle too: it was carried out, and nobody took it back.
ALTER TABLE stage_run DROP CONSTRAINT stage_run_state_check;
ALTER TABLE stage_run ADD CONSTRAINT stage_run_state_check
  CHECK (state IN ('running', 'paused', 'rolled_back', 'ended'));

DO $$
DECLARE
  named text;
BEGIN
  SELECT conname INTO STRICT named FROM pg_constraint
   WHERE conrelid = 'public.stage_run'::regclass AND contype = 'c'
     AND pg_get_constraintdef(oid) LIKE '%rolled_back%ended_at%';
  EXECUTE format('ALTER TABLE public.stage_run DROP CONSTRAINT %I', named);
END
$$;
ALTER TABLE stage_run ADD CONSTRAINT stage_run_over_since
  CHECK ((state IN ('rolled_back', 'ended')) = (ended_at IS NOT NULL));
