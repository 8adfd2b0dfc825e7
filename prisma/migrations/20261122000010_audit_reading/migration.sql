-- What makes the log fast to read, and two holes closed. Everything new here is derived from the
-- sealed entries: it is filled by seal(), checked by a verification, and never hashed.

SET ROLE rollcall_audit_owner;

-- pg_temp is searched before all else unless it is named: a type of the caller's own with the name
-- of one that a function uses would run the caller's code with the rights of the log's owner.
ALTER FUNCTION audit.image(text, jsonb) SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION audit.spread() SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION audit.require_entry() SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION audit.must_match() SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION audit.refuse() SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION audit.check_text() SET search_path = pg_catalog, pg_temp;

-- A name that stands twice in a payload is read differently by different readers.
ALTER TABLE audit.event
  ADD CONSTRAINT event_payload_has_one_reading CHECK (payload IS JSON OBJECT WITH UNIQUE KEYS),
  ADD CONSTRAINT event_has_an_actor CHECK (actor_id <> '');

-- The words that an entry is found by: what it is, what it is about, every text in its data, and
-- what was said with it (whoever erases a text must write the words anew).
CREATE FUNCTION audit.words(payload jsonb, event_id uuid) RETURNS tsvector
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT to_tsvector('simple', regexp_replace(left(string_agg(said, ' '), 100000), '[^[:alnum:]]+', ' ', 'g'))
    FROM (SELECT payload ->> 'type' AS said
          UNION ALL SELECT found #>> '{}' FROM jsonb_path_query(payload -> 'target', 'strict $.**') found
           WHERE jsonb_typeof(found) IN ('string', 'number')
          UNION ALL SELECT found #>> '{}' FROM jsonb_path_query(payload -> 'data', 'strict $.**') found
           WHERE jsonb_typeof(found) IN ('string', 'number')
          UNION ALL SELECT t.text FROM audit.text t WHERE t.event_id = words.event_id AND t.field <> 'address') parts
$$;

-- One row an entry, in the order of the chain: what a reader filters by, so that each filter has an
-- index that is already in that order.
CREATE TABLE audit.listing (
  seq bigint PRIMARY KEY,
  type text NOT NULL,
  outcome text NOT NULL,
  actor_id text NOT NULL,
  toggle text,
  environment text,
  plan text,
  words tsvector NOT NULL
);

-- Which entry led to which version of a row: the state at a past moment is one look into its index.
CREATE TABLE audit.step (
  entity text NOT NULL,
  entity_id uuid NOT NULL,
  seq bigint NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (entity, entity_id, seq)
);

CREATE OR REPLACE FUNCTION audit.seal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  last record;
  next_seq bigint;
  next_at timestamptz;
  -- What needs no lock is done before it is taken.
  next_leaf bytea := sha256(decode('00', 'hex') || convert_to(NEW.payload, 'UTF8'));
  next_words tsvector := audit.words(NEW.payload::jsonb, NEW.id);
BEGIN
  PERFORM pg_advisory_xact_lock(7265746701);
  SELECT seq, sealed_at, hash INTO last FROM audit.chain ORDER BY seq DESC LIMIT 1;
  next_seq := coalesce(last.seq, 0) + 1;
  next_at := greatest(clock_timestamp(), last.sealed_at);
  INSERT INTO audit.chain (seq, event_id, sealed_at, leaf, prev, hash)
  SELECT next_seq, NEW.id, next_at, next_leaf, p.prev,
         sha256(decode('01', 'hex') || p.prev || int8send(next_seq)
                || int8send((extract(epoch FROM next_at) * 1000000)::bigint) || next_leaf)
    FROM (SELECT coalesce(last.hash, sha256(convert_to('rollcall-audit-v1 genesis', 'UTF8'))) AS prev) p;
  INSERT INTO audit.listing (seq, type, outcome, actor_id, toggle, environment, plan, words)
    VALUES (next_seq, NEW.type, NEW.outcome, NEW.actor_id, NEW.toggle, NEW.environment, NEW.plan,
            next_words);
  INSERT INTO audit.step (entity, entity_id, seq, version)
    SELECT c.entity, c.entity_id, next_seq, c.version FROM audit.change c WHERE c.event_id = NEW.id;
  PERFORM pg_notify('rollcall_sealed', next_seq::text);
  RETURN NULL;
END
$$;

INSERT INTO audit.listing (seq, type, outcome, actor_id, toggle, environment, plan, words)
  SELECT c.seq, e.type, e.outcome, e.actor_id, e.toggle, e.environment, e.plan, audit.words(e.payload::jsonb, e.id)
    FROM audit.chain c JOIN audit.event e ON e.id = c.event_id;
INSERT INTO audit.step (entity, entity_id, seq, version)
  SELECT c.entity, c.entity_id, h.seq, c.version
    FROM audit.change c JOIN audit.chain h ON h.event_id = c.event_id;

CREATE INDEX listing_toggle ON audit.listing (toggle, seq) WHERE toggle IS NOT NULL;
CREATE INDEX listing_environment ON audit.listing (environment, seq) WHERE environment IS NOT NULL;
CREATE INDEX listing_plan ON audit.listing (plan, seq) WHERE plan IS NOT NULL;
CREATE INDEX listing_actor ON audit.listing (actor_id, seq);
CREATE INDEX listing_type ON audit.listing (type, seq);
CREATE INDEX listing_denied ON audit.listing (seq) WHERE outcome = 'denied';
CREATE INDEX listing_words ON audit.listing USING gin (words);
CREATE INDEX chain_moment ON audit.chain (sealed_at, seq);

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON audit.listing FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON audit.listing FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON audit.step FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON audit.step FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

REVOKE ALL ON FUNCTION audit.words(jsonb, uuid) FROM PUBLIC;
GRANT SELECT ON audit.listing, audit.step TO rollcall_app;

RESET ROLE;
