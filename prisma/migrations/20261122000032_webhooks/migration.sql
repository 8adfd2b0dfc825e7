-- Addresses that entries of the log are sent to, signed. An address may hold a secret, so that the images tell its host and
-- its hash; of the signing secret, derived from the installation's own, only the SHA-256 is kept. The generation rises when
-- it is renewed. Empty kinds or environments: all of them.
CREATE TABLE webhook (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL CHECK (name !~ '[[:cntrl:]]' AND length(name) BETWEEN 1 AND 80),
  url text NOT NULL CHECK (length(url) <= 2000),
  host text NOT NULL,
  url_sha256 text NOT NULL CHECK (url_sha256 = encode(sha256(convert_to(url, 'UTF8')), 'hex')),
  format text NOT NULL CHECK (format IN ('standard', 'slack')),
  kinds text[] NOT NULL DEFAULT '{}',
  environments text[] NOT NULL DEFAULT '{}',
  secret_hash text NOT NULL,
  generation integer NOT NULL DEFAULT 1,
  renewed_at timestamptz(3),
  enabled boolean NOT NULL DEFAULT true,
  removed boolean NOT NULL DEFAULT false,
  keeper_id uuid NOT NULL REFERENCES person (id),
  made_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);

-- How far a webhook is: no part of the log, as it moves with every entry.
CREATE TABLE webhook_progress (
  webhook_id uuid PRIMARY KEY REFERENCES webhook (id),
  -- The newest entry that was looked at for it.
  seq bigint NOT NULL,
  -- Since when nothing was taken any more; null while all is well.
  failing_since timestamptz(3),
  next_attempt_at timestamptz(3),
  -- Who sends holds it until then, so that one sends at a time and in order.
  leased_until timestamptz(3)
);

-- Each sending of one entry to one webhook, or a ping (without an entry).
CREATE TABLE webhook_delivery (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  webhook_id uuid NOT NULL REFERENCES webhook (id),
  seq bigint,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  -- The receiver's answer: a status of HTTP, or why there was none. Never its words.
  answer integer,
  error text,
  took_ms integer,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  tried_at timestamptz(3),
  UNIQUE (webhook_id, seq)
);
CREATE INDEX webhook_delivery_pending ON webhook_delivery (webhook_id, seq) WHERE status = 'pending';
CREATE INDEX webhook_delivery_newest ON webhook_delivery (webhook_id, created_at DESC);

GRANT SELECT ON webhook TO rollcall_audit_owner;
GRANT SELECT, INSERT, UPDATE ON webhook TO rollcall_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_progress, webhook_delivery TO rollcall_app;

SET ROLE rollcall_audit_owner;
INSERT INTO audit.entity (name, columns) VALUES
  ('webhook', '{host,url_sha256,format,kinds,environments,generation,enabled,removed,keeper_id}');
RESET ROLE;

CREATE CONSTRAINT TRIGGER require_entry AFTER INSERT OR UPDATE ON webhook
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.require_entry();
CREATE TRIGGER refuse_delete BEFORE DELETE ON webhook FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON webhook FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
