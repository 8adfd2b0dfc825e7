-- Mail to be sent, one row a message: written with the change that it tells, sent by the worker. Not
-- part of the log: addresses stay here and are removed with the row.
CREATE TABLE mail (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- What is told no more than once, whoever asks for it again; null where every telling counts.
  once text UNIQUE,
  person_id uuid REFERENCES person (id),
  address text NOT NULL,
  name text NOT NULL,
  subject text NOT NULL CHECK (subject !~ '[[:cntrl:]]'),
  body text NOT NULL,
  link_label text NOT NULL CHECK (link_label !~ '[[:cntrl:]]'),
  link_path text NOT NULL CHECK (link_path ~ '^/[^[:cntrl:]]*$'),
  -- sending: handed to the mail server, which has not answered (or its answer was lost with a worker).
  -- off: the worker had no mail server; kept unsent.
  status text NOT NULL DEFAULT 'pending'
    CHECK (status IN ('pending', 'sending', 'sent', 'failed', 'off')),
  attempts integer NOT NULL DEFAULT 0,
  message_id text,
  last_error text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  sent_at timestamptz(3),
  CHECK ((status = 'sent') = (sent_at IS NOT NULL))
);
CREATE INDEX mail_created ON mail (created_at);
CREATE INDEX mail_unsent ON mail (status) WHERE status <> 'sent';
CREATE INDEX mail_person ON mail (person_id);

GRANT SELECT, INSERT, DELETE ON mail TO rollcall_app;
GRANT UPDATE (status, attempts, message_id, last_error, sent_at) ON mail TO rollcall_app;
