-- What product.md names, one table for one idea. Every audited row has an id and a version that
-- starts at 1 and rises by one with each change; rows are archived, revoked or superseded, never deleted.

CREATE TABLE team (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL UNIQUE,
  name text NOT NULL,
  version integer NOT NULL DEFAULT 1
);

-- Identity is (issuer, subject), never the e-mail.
CREATE TABLE person (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  issuer text NOT NULL,
  subject text NOT NULL,
  name text NOT NULL,
  email text,
  disabled boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (issuer, subject)
);

CREATE TABLE membership (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES person (id),
  team_id uuid NOT NULL REFERENCES team (id),
  role text NOT NULL CHECK (role IN ('viewer', 'program_manager', 'tech_lead', 'discipline_lead',
    'government_lead', 'auditor', 'administrator')),
  discipline text,
  revoked boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  CHECK ((role = 'discipline_lead') = (discipline IS NOT NULL))
);
CREATE UNIQUE INDEX membership_once ON membership (person_id, team_id, role, coalesce(discipline, '')) WHERE NOT revoked;

-- Only the SHA-256 of a session's token is kept.
CREATE TABLE session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash text NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES person (id),
  auth_time timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  last_seen_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX session_person ON session (person_id);

CREATE TABLE environment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  key text NOT NULL UNIQUE CHECK (key ~ '^[a-z][a-z0-9_-]{0,62}$'),
  name text NOT NULL,
  position integer NOT NULL,
  protected boolean NOT NULL,
  version integer NOT NULL DEFAULT 1
);

-- A key is unique for ever, archived ones included: a retired key is never reused.
CREATE TABLE toggle (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  key text NOT NULL UNIQUE,
  description text NOT NULL DEFAULT '',
  team_id uuid NOT NULL REFERENCES team (id),
  actor_type text NOT NULL DEFAULT 'user' CHECK (actor_type IN ('user', 'cookie_id')),
  off_is_dangerous boolean NOT NULL DEFAULT false,
  archived boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);

-- Named actors may be e-mail addresses. The log holds their salted digest, this dictionary the value,
-- so that a person can be erased and the chain still holds.
CREATE TABLE named_actor (
  digest text PRIMARY KEY,
  salt text NOT NULL,
  value text UNIQUE,
  CHECK (value IS NULL OR digest = encode(sha256(convert_to(salt || value, 'UTF8')), 'hex'))
);

-- The six gates of a toggle in one environment (Flipper's), and the version that a flip must name.
CREATE TABLE toggle_state (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  toggle_id uuid NOT NULL REFERENCES toggle (id),
  environment_id uuid NOT NULL REFERENCES environment (id),
  "boolean" boolean NOT NULL DEFAULT false,
  actors text[] NOT NULL DEFAULT '{}',
  groups text[] NOT NULL DEFAULT '{}',
  percentage_of_actors numeric(6, 3) CHECK (percentage_of_actors BETWEEN 0 AND 100),
  percentage_of_time numeric(6, 3) CHECK (percentage_of_time BETWEEN 0 AND 100),
  expression jsonb,
  version integer NOT NULL DEFAULT 1,
  changed_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (toggle_id, environment_id)
);

CREATE TABLE plan (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL UNIQUE,
  title text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('release_plan', 'go_no_go')),
  team_id uuid NOT NULL REFERENCES team (id),
  revision integer NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);

-- One saved text of a plan, byte for byte.
CREATE TABLE plan_revision (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES plan (id),
  number integer NOT NULL,
  body bytea NOT NULL,
  sha256 text NOT NULL CHECK (sha256 = encode(sha256(body), 'hex')),
  author_id uuid REFERENCES person (id),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (plan_id, number)
);

-- Read from the newest revision and rewritten with it: derived, so without a history of their own.
CREATE TABLE plan_toggle (
  plan_id uuid NOT NULL REFERENCES plan (id),
  key text NOT NULL,
  position integer NOT NULL,
  toggle_id uuid REFERENCES toggle (id),
  PRIMARY KEY (plan_id, key)
);
CREATE INDEX plan_toggle_key ON plan_toggle (key);

CREATE TABLE contact (
  plan_id uuid NOT NULL REFERENCES plan (id),
  position integer NOT NULL,
  name text NOT NULL,
  role text,
  tier text CHECK (tier IN ('primary', 'backup')),
  PRIMARY KEY (plan_id, position)
);

CREATE TABLE finding_acknowledgement (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES plan (id),
  finding_id text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  note text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (plan_id, finding_id)
);

-- One go/no-go round of a plan. disciplines: [{"discipline", "required"}], as the policy stood when it opened.
CREATE TABLE roll_call (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES plan (id),
  number integer NOT NULL,
  revision integer NOT NULL,
  disciplines jsonb NOT NULL,
  opened_by uuid NOT NULL REFERENCES person (id),
  opened_at timestamptz(3) NOT NULL DEFAULT now(),
  decision text CHECK (decision IN ('launch', 'pause', 'pivot')),
  decided_by uuid REFERENCES person (id),
  decided_at timestamptz(3),
  note text,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (plan_id, number)
);
CREATE UNIQUE INDEX roll_call_one_open ON roll_call (plan_id) WHERE decision IS NULL;

CREATE TABLE roll_call_prompt (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  roll_call_id uuid NOT NULL REFERENCES roll_call (id),
  n integer NOT NULL,
  text text NOT NULL,
  owner text,
  answer text CHECK (answer IN ('yes', 'no', 'not_applicable')),
  note text,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (roll_call_id, n)
);

-- Never changed: the newest ordinal of a discipline in a round is what it says now.
CREATE TABLE sign_off (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  roll_call_id uuid NOT NULL REFERENCES roll_call (id),
  discipline text NOT NULL,
  ordinal integer NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('go', 'no_go')),
  manner text NOT NULL CHECK (manner IN ('signed', 'recorded')),
  given_by_id uuid REFERENCES person (id),
  given_by_name text NOT NULL,
  recorded_by_id uuid NOT NULL REFERENCES person (id),
  note text,
  revision integer NOT NULL,
  section_hashes jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (roll_call_id, discipline, ordinal),
  CHECK (verdict = 'go' OR note IS NOT NULL)
);

CREATE TABLE freeze_window (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  starts_at timestamptz(3) NOT NULL,
  ends_at timestamptz(3) NOT NULL,
  reason text NOT NULL,
  environments text[] NOT NULL DEFAULT '{}',
  created_by uuid NOT NULL REFERENCES person (id),
  lifted boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  CHECK (ends_at > starts_at)
);

-- A widening flip that went ahead although checks failed; open until a second person reviews it.
CREATE TABLE override (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  toggle_state_id uuid NOT NULL REFERENCES toggle_state (id),
  made_by uuid NOT NULL REFERENCES person (id),
  checks text[] NOT NULL,
  reason text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  reviewed_by uuid REFERENCES person (id),
  verdict text CHECK (verdict IN ('justified', 'not_justified')),
  review_note text,
  version integer NOT NULL DEFAULT 1,
  CHECK (reviewed_by IS NULL OR reviewed_by <> made_by)
);

-- Only the SHA-256 of a token is kept (256 random bits need no slow hash).
CREATE TABLE api_token (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash text NOT NULL UNIQUE,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('flags', 'person', 'service')),
  person_id uuid REFERENCES person (id),
  environment_id uuid REFERENCES environment (id),
  scopes text[] NOT NULL DEFAULT '{}',
  created_by uuid REFERENCES person (id),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  revoked boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  CHECK ((kind = 'flags') = (environment_id IS NOT NULL)),
  CHECK ((kind = 'person') = (person_id IS NOT NULL))
);

CREATE TABLE token_use (
  token_id uuid PRIMARY KEY REFERENCES api_token (id),
  last_used_at timestamptz(3) NOT NULL
);

-- What a repeated Idempotency-Key is answered with. fingerprint: SHA-256 of method, path and body.
CREATE TABLE idempotency (
  caller text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  result jsonb NOT NULL,
  event_ids uuid[] NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (caller, key)
);
