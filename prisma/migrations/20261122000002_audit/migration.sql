-- The audit log: no change without its entry, no entry without its change, one hash chain sealed at COMMIT.
-- A superuser who disables triggers can still rewrite it; heads signed and kept elsewhere are what shows that.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rollcall_audit_owner') THEN
    CREATE ROLE rollcall_audit_owner NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rollcall_app') THEN
    CREATE ROLE rollcall_app NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'rollcall_audit_owner', 'SET') THEN
    EXECUTE format('GRANT rollcall_audit_owner TO %I', current_user);
  END IF;
END
$$;

CREATE SCHEMA audit;

-- Which tables are audited, and which of their columns an entry's before and after hold.
CREATE TABLE audit.entity (
  name text PRIMARY KEY,
  columns text[] NOT NULL
);
INSERT INTO audit.entity (name, columns) VALUES
  ('team', '{slug,name}'),
  ('person', '{issuer,subject,disabled}'),
  ('membership', '{person_id,team_id,role,discipline,revoked}'),
  ('environment', '{key,name,position,protected}'),
  ('toggle', '{key,description,team_id,actor_type,off_is_dangerous,archived}'),
  ('toggle_state', '{toggle_id,environment_id,boolean,actors,groups,percentage_of_actors,percentage_of_time,expression}'),
  ('plan', '{slug,title,kind,team_id,revision}'),
  ('plan_revision', '{plan_id,number,sha256}'),
  ('finding_acknowledgement', '{plan_id,finding_id,person_id}'),
  ('roll_call', '{plan_id,number,revision,disciplines,decision,decided_by}'),
  ('roll_call_prompt', '{roll_call_id,n,answer}'),
  ('sign_off', '{roll_call_id,discipline,ordinal,verdict,manner,given_by_id,recorded_by_id,revision,section_hashes}'),
  ('freeze_window', '{starts_at,ends_at,environments,lifted}'),
  ('override', '{toggle_state_id,made_by,checks,reviewed_by,verdict}'),
  ('api_token', '{name,kind,person_id,environment_id,scopes,revoked}');

CREATE TABLE audit.event (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL,
  part smallint NOT NULL,
  payload text NOT NULL CHECK (octet_length(payload) <= 16777216),
  type text NOT NULL GENERATED ALWAYS AS ((payload::jsonb) ->> 'type') STORED,
  outcome text NOT NULL GENERATED ALWAYS AS ((payload::jsonb) ->> 'outcome') STORED,
  actor_id text NOT NULL GENERATED ALWAYS AS ((payload::jsonb) #>> '{actor,id}') STORED,
  toggle text GENERATED ALWAYS AS ((payload::jsonb) #>> '{target,toggle}') STORED,
  environment text GENERATED ALWAYS AS ((payload::jsonb) #>> '{target,environment}') STORED,
  plan text GENERATED ALWAYS AS ((payload::jsonb) #>> '{target,plan}') STORED,
  inserted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  db_user name NOT NULL DEFAULT session_user,
  UNIQUE (request_id, part),
  CHECK (outcome IN ('allowed', 'denied')),
  CHECK ((payload::jsonb) ->> 'id' = id::text AND (payload::jsonb) ->> 'request_id' = request_id::text)
);

-- The rows that an entry says it changed, spread from its payload: makes replay and "as of" one index read.
CREATE TABLE audit.change (
  entity text NOT NULL REFERENCES audit.entity (name),
  entity_id uuid NOT NULL,
  version integer NOT NULL,
  event_id uuid NOT NULL REFERENCES audit.event (id),
  before jsonb,
  after jsonb NOT NULL,
  PRIMARY KEY (entity, entity_id, version)
);
CREATE INDEX change_event ON audit.change (event_id);

-- Free text and addresses stay out of the hashed bytes: the payload holds SHA-256(salt || text) under "texts".
CREATE TABLE audit.text (
  event_id uuid NOT NULL REFERENCES audit.event (id),
  field text NOT NULL,
  salt text NOT NULL,
  text text,
  PRIMARY KEY (event_id, field)
);

CREATE TABLE audit.chain (
  seq bigint PRIMARY KEY,
  event_id uuid NOT NULL UNIQUE REFERENCES audit.event (id),
  sealed_at timestamptz NOT NULL,
  leaf bytea NOT NULL,
  prev bytea NOT NULL,
  hash bytea NOT NULL
);

-- What an entry's before and after hold for one row: its audited columns, named actors by their digests.
CREATE FUNCTION audit.image(entity_name text, row_json jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET timezone = 'UTC' AS $$
DECLARE
  result jsonb;
  digests jsonb;
BEGIN
  SELECT jsonb_object_agg(c, row_json -> c) INTO STRICT result
    FROM audit.entity e, unnest(e.columns) c WHERE e.name = entity_name;
  IF entity_name = 'toggle_state' THEN
    SELECT coalesce(jsonb_agg(d.digest ORDER BY d.digest COLLATE "C"), '[]') INTO digests
      FROM jsonb_array_elements_text(row_json -> 'actors') a JOIN public.named_actor d ON d.value = a;
    IF jsonb_array_length(digests) <> jsonb_array_length(row_json -> 'actors') THEN
      RAISE EXCEPTION 'an actor of the toggle is not in named_actor' USING ERRCODE = 'RC001';
    END IF;
    result := result || jsonb_build_object('actors', digests);
  ELSIF entity_name = 'freeze_window' THEN
    result := result || jsonb_build_object(
      'starts_at', to_char((row_json ->> 'starts_at')::timestamptz, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'ends_at', to_char((row_json ->> 'ends_at')::timestamptz, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
  END IF;
  RETURN result;
END
$$;

CREATE FUNCTION audit.spread() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO audit.change (entity, entity_id, version, event_id, before, after)
    SELECT c ->> 'entity', (c ->> 'id')::uuid, (c ->> 'version')::integer, NEW.id,
           nullif(c -> 'before', 'null'), c -> 'after'
      FROM jsonb_array_elements((NEW.payload::jsonb) -> 'changes') c;
  RETURN NULL;
END
$$;

-- RC001: a row changed without an entry of this transaction that tells exactly that change.
CREATE FUNCTION audit.require_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  expected_before jsonb := NULL;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.id <> OLD.id OR NEW.version <> OLD.version + 1 THEN
      RAISE EXCEPTION '% % changed without raising its version by one', TG_TABLE_NAME, OLD.id USING ERRCODE = 'RC001';
    END IF;
    expected_before := audit.image(TG_TABLE_NAME, to_jsonb(OLD));
  ELSIF NEW.version <> 1 THEN
    RAISE EXCEPTION '% % does not start at version 1', TG_TABLE_NAME, NEW.id USING ERRCODE = 'RC001';
  END IF;
  IF NOT EXISTS (
    SELECT FROM audit.change c JOIN audit.event e ON e.id = c.event_id
     WHERE c.entity = TG_TABLE_NAME AND c.entity_id = NEW.id AND c.version = NEW.version
       AND e.xid = pg_current_xact_id() AND e.outcome = 'allowed'
       AND c.before IS NOT DISTINCT FROM expected_before
       AND c.after = audit.image(TG_TABLE_NAME, to_jsonb(NEW))
  ) THEN
    RAISE EXCEPTION '% % changed without an audit entry that tells this change', TG_TABLE_NAME, NEW.id
      USING ERRCODE = 'RC001';
  END IF;
  RETURN NULL;
END
$$;

-- RC003: an entry tells a change that did not happen in this transaction.
CREATE FUNCTION audit.must_match() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  told record;
  found_image jsonb;
BEGIN
  FOR told IN SELECT * FROM audit.change WHERE event_id = NEW.id LOOP
    EXECUTE format('SELECT audit.image(%L, to_jsonb(t)) FROM public.%I t WHERE id = $1 AND version = $2', told.entity, told.entity)
      INTO found_image USING told.entity_id, told.version;
    IF found_image IS NULL OR found_image <> told.after OR NEW.outcome <> 'allowed' THEN
      RAISE EXCEPTION 'entry % tells a change of % % that did not happen', NEW.id, told.entity, told.entity_id
        USING ERRCODE = 'RC003';
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

-- The lock is taken inside COMMIT only, after every row lock, so it cannot deadlock with them.
CREATE FUNCTION audit.seal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  last record;
  next_seq bigint;
  next_at timestamptz;
  next_leaf bytea;
BEGIN
  PERFORM pg_advisory_xact_lock(7265746701);
  SELECT seq, sealed_at, hash INTO last FROM audit.chain ORDER BY seq DESC LIMIT 1;
  next_seq := coalesce(last.seq, 0) + 1;
  next_at := greatest(clock_timestamp(), last.sealed_at);
  next_leaf := sha256('\x00'::bytea || convert_to(NEW.payload, 'UTF8'));
  INSERT INTO audit.chain (seq, event_id, sealed_at, leaf, prev, hash)
  SELECT next_seq, NEW.id, next_at, next_leaf, p.prev,
         sha256('\x01'::bytea || p.prev || int8send(next_seq)
                || int8send((extract(epoch FROM next_at) * 1000000)::bigint) || next_leaf)
    FROM (SELECT coalesce(last.hash, sha256(convert_to('rollcall-audit-v1 genesis', 'UTF8'))) AS prev) p;
  PERFORM pg_notify('rollcall_sealed', next_seq::text);
  RETURN NULL;
END
$$;

-- RC002: history is not rewritten.
CREATE FUNCTION audit.refuse() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION '% on %.% is refused: rows here are never changed or removed', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'RC002';
END
$$;

CREATE FUNCTION audit.check_text() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.text IS NULL OR NOT EXISTS (
    SELECT FROM audit.event e
     WHERE e.id = NEW.event_id AND e.xid = pg_current_xact_id()
       AND (e.payload::jsonb) #>> ARRAY['texts', NEW.field] = encode(sha256(convert_to(NEW.salt || NEW.text, 'UTF8')), 'hex')
  ) THEN
    RAISE EXCEPTION 'text % does not belong to entry %', NEW.field, NEW.event_id USING ERRCODE = 'RC003';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER a_spread AFTER INSERT ON audit.event FOR EACH ROW EXECUTE FUNCTION audit.spread();
CREATE CONSTRAINT TRIGGER m_must_match AFTER INSERT ON audit.event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.must_match();
CREATE CONSTRAINT TRIGGER z_seal AFTER INSERT ON audit.event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.seal();
CREATE TRIGGER check_text BEFORE INSERT ON audit.text FOR EACH ROW EXECUTE FUNCTION audit.check_text();

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['entity', 'event', 'change', 'text', 'chain'] LOOP
    EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON audit.%I FOR EACH ROW EXECUTE FUNCTION audit.refuse()', t);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON audit.%I FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', t);
  END LOOP;
  FOR t IN SELECT name FROM audit.entity LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER require_entry AFTER INSERT OR UPDATE ON public.%I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_entry()', t);
    EXECUTE format('CREATE TRIGGER refuse_delete BEFORE DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION audit.refuse()', t);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['plan_revision', 'sign_off', 'finding_acknowledgement'] LOOP
    EXECUTE format('CREATE TRIGGER refuse_update BEFORE UPDATE ON public.%I FOR EACH ROW EXECUTE FUNCTION audit.refuse()', t);
  END LOOP;
END
$$;

-- Paging is by seq, so the filters lead to it through the event; each has its index.
CREATE INDEX event_toggle ON audit.event (toggle, inserted_at) WHERE toggle IS NOT NULL;
CREATE INDEX event_environment ON audit.event (environment, inserted_at) WHERE environment IS NOT NULL;
CREATE INDEX event_plan ON audit.event (plan, inserted_at) WHERE plan IS NOT NULL;
CREATE INDEX event_actor ON audit.event (actor_id, inserted_at);
CREATE INDEX event_type ON audit.event (type, inserted_at);
CREATE INDEX event_denied ON audit.event (inserted_at) WHERE outcome = 'denied';
CREATE INDEX chain_sealed_at ON audit.chain (sealed_at);

GRANT USAGE, CREATE ON SCHEMA audit TO rollcall_audit_owner;
GRANT USAGE ON SCHEMA public TO rollcall_audit_owner;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO rollcall_audit_owner;
DO $$
DECLARE
  o record;
BEGIN
  FOR o IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'audit' AND c.relkind = 'r' LOOP
    EXECUTE format('ALTER TABLE audit.%I OWNER TO rollcall_audit_owner', o.relname);
  END LOOP;
  FOR o IN SELECT p.oid::regprocedure AS signature FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname = 'audit' LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO rollcall_audit_owner', o.signature);
  END LOOP;
END
$$;
ALTER SCHEMA audit OWNER TO rollcall_audit_owner;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
GRANT USAGE ON SCHEMA audit, public TO rollcall_app;
GRANT SELECT ON ALL TABLES IN SCHEMA audit TO rollcall_app;
GRANT INSERT (id, request_id, part, payload) ON audit.event TO rollcall_app;
GRANT INSERT ON audit.text TO rollcall_app;
GRANT EXECUTE ON FUNCTION audit.image(text, jsonb) TO rollcall_app;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO rollcall_app;
GRANT INSERT, UPDATE ON team, person, membership, environment, toggle, toggle_state, plan, roll_call,
  roll_call_prompt, freeze_window, override, api_token TO rollcall_app;
GRANT INSERT ON plan_revision, sign_off, finding_acknowledgement, named_actor TO rollcall_app;
GRANT INSERT, UPDATE, DELETE ON session, token_use, idempotency, plan_toggle, contact TO rollcall_app;
