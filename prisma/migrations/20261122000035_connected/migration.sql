-- An environment whose toggles another Flipper server holds too: Rollcall drives that server. The log
-- tells which server, never its token, which is kept encrypted.
CREATE TABLE flipper_connection (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  environment_id uuid NOT NULL REFERENCES environment (id),
  address text NOT NULL,
  auth text NOT NULL CHECK (auth IN ('none', 'bearer', 'basic', 'header')),
  header text,
  sealed_token text,
  token_generation integer NOT NULL DEFAULT 1,
  on_drift text NOT NULL CHECK (on_drift IN ('adopt', 'put_back')),
  connected_by uuid NOT NULL REFERENCES person (id),
  connected_at timestamptz(3) NOT NULL DEFAULT now(),
  ended boolean NOT NULL DEFAULT false,
  ended_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  CHECK ((auth = 'header') = (header IS NOT NULL)),
  CHECK (ended = (ended_at IS NOT NULL)),
  CHECK (NOT ended OR sealed_token IS NULL)
);
CREATE UNIQUE INDEX flipper_connection_one ON flipper_connection (environment_id) WHERE NOT ended;

-- How far a state has come there. It is pending while its version, or whether its toggle is archived,
-- is not what was confirmed last. known: fingerprints of the states that are Rollcall's own there, the
-- confirmed one and each that a push underway passes through; anything else was changed by others.
-- claim: who pushes; another's later claim ends an older push.
CREATE TABLE flipper_push (
  toggle_state_id uuid PRIMARY KEY REFERENCES toggle_state (id),
  connection_id uuid NOT NULL REFERENCES flipper_connection (id),
  confirmed_version integer,
  confirmed_archived boolean NOT NULL DEFAULT false,
  confirmed_at timestamptz(3),
  known text[] NOT NULL DEFAULT '{}',
  withheld text[] NOT NULL DEFAULT '{}',
  claim uuid,
  attempts integer NOT NULL DEFAULT 0,
  tried_at timestamptz(3),
  next_try_at timestamptz(3),
  last_error text
);
CREATE INDEX flipper_push_connection ON flipper_push (connection_id);

-- What the last look at a server saw.
CREATE TABLE flipper_look (
  connection_id uuid PRIMARY KEY REFERENCES flipper_connection (id),
  looked_at timestamptz(3),
  failing_since timestamptz(3),
  last_error text,
  only_there text[] NOT NULL DEFAULT '{}',
  unreadable text[] NOT NULL DEFAULT '{}',
  expressions boolean NOT NULL DEFAULT true
);

GRANT SELECT ON flipper_connection TO rollcall_audit_owner;
GRANT SELECT, INSERT, UPDATE ON flipper_connection TO rollcall_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON flipper_push, flipper_look TO rollcall_app;

SET ROLE rollcall_audit_owner;
INSERT INTO audit.entity (name, columns) VALUES
  ('flipper_connection', '{environment_id,address,auth,header,token_generation,on_drift,connected_by,ended}');
RESET ROLE;

CREATE CONSTRAINT TRIGGER require_entry AFTER INSERT OR UPDATE ON public.flipper_connection
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_entry();
CREATE TRIGGER refuse_delete BEFORE DELETE ON public.flipper_connection FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.flipper_connection FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
