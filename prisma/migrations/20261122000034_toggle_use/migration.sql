-- Who asks evaluation for which toggle, and when last: written by the evaluation servers about once a
-- minute. Not part of the log: it tells of traffic, not of a change, and holds nothing of any context.
CREATE TABLE toggle_use (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  environment_id uuid NOT NULL REFERENCES environment (id),
  -- Null: asked for together with every other toggle of the environment.
  toggle_id uuid REFERENCES toggle (id),
  -- Null: asked without a token, where an environment may be read so.
  token_id uuid REFERENCES api_token (id),
  last_asked_at timestamptz(3) NOT NULL,
  asked bigint NOT NULL CHECK (asked >= 0),
  UNIQUE NULLS NOT DISTINCT (environment_id, toggle_id, token_id)
);
CREATE INDEX toggle_use_toggle ON toggle_use (toggle_id);

GRANT SELECT, INSERT ON toggle_use TO rollcall_app;
GRANT UPDATE (last_asked_at, asked) ON toggle_use TO rollcall_app;
