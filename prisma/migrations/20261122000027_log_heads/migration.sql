-- Heads of the log, signed by the worker and delivered outside the database. A head is no entry: it
-- speaks of the log, and one every five minutes would fill it with itself.

-- The public half of each key that ever signed. Which key signs is on record.
CREATE TABLE head_key (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  key_id text NOT NULL UNIQUE CHECK (key_id ~ '^[0-9a-f]{64}$'),
  alg text NOT NULL CHECK (alg IN ('ed25519', 'ecdsa-p256-sha256')),
  public_key text NOT NULL,
  retired boolean NOT NULL DEFAULT false,
  added_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE log_head (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number integer NOT NULL UNIQUE,
  size bigint NOT NULL CHECK (size > 0),
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz(3) NOT NULL,
  key_id text NOT NULL REFERENCES head_key (key_id),
  -- The signed head as JSON, as it is delivered and as verify-audit.mjs reads it.
  body text NOT NULL CHECK (octet_length(body) <= 4096)
);

-- Where a head was handed over; outside the log as the heads are.
CREATE TABLE head_delivery (
  head_id uuid NOT NULL REFERENCES log_head (id),
  -- The kind and host of the place, never its secrets.
  place text NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  delivered_at timestamptz(3),
  PRIMARY KEY (head_id, place),
  CHECK ((status = 'delivered') = (delivered_at IS NOT NULL))
);
CREATE INDEX head_delivery_undelivered ON head_delivery (status) WHERE status <> 'delivered';

GRANT SELECT ON head_key TO rollcall_audit_owner;
GRANT SELECT, INSERT, UPDATE ON head_key TO rollcall_app;
GRANT SELECT, INSERT ON log_head TO rollcall_app;
GRANT SELECT, INSERT, UPDATE ON head_delivery TO rollcall_app;

SET ROLE rollcall_audit_owner;
INSERT INTO audit.entity (name, columns) VALUES ('head_key', '{key_id,alg,public_key,retired}');
RESET ROLE;

CREATE CONSTRAINT TRIGGER require_entry AFTER INSERT OR UPDATE ON head_key
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_entry();
CREATE TRIGGER refuse_delete BEFORE DELETE ON head_key FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON head_key FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON log_head FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON log_head FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
