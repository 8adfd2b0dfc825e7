import pg from 'pg'

/** How long a log to make, and of how many toggles. */
export interface LongLog {
  /** Flips and the like, beside the entries that register the toggles. */
  readonly entries: number
  readonly toggles: number
}

/** Toggles in three environments, each with the entry that registers it, through every trigger. */
const REGISTER = `
  WITH made AS (
    INSERT INTO toggle (id, key, team_id)
      SELECT md5('toggle ' || n)::uuid, 'toggle_' || n, (SELECT id FROM team LIMIT 1)
        FROM generate_series(1, $1::int) n RETURNING *
  ), states AS (
    INSERT INTO toggle_state (id, toggle_id, environment_id)
      SELECT md5(t.key || v.key)::uuid, t.id, v.id FROM made t CROSS JOIN environment v RETURNING *
  ), told AS (
    SELECT gen_random_uuid() AS id, gen_random_uuid() AS request_id, t.id AS toggle_id, t.key,
           jsonb_build_object('entity', 'toggle', 'id', t.id, 'version', 1, 'before', NULL,
             'after', audit.image('toggle', to_jsonb(t))) AS change
      FROM made t)
  INSERT INTO audit.event (id, request_id, part, payload)
    SELECT m.id, m.request_id, 0, jsonb_build_object('v', 1, 'id', m.id, 'request_id', m.request_id,
        'via', 'page', 'outcome', 'allowed', 'type', 'toggle.registered', 'data', '{}'::jsonb,
        'texts', '{}'::jsonb, 'target', jsonb_build_object('toggle', m.key),
        'actor', jsonb_build_object('kind', 'system', 'id', 'system', 'roles', '[]'::jsonb,
          'token', NULL, 'authenticated_at', NULL),
        'changes', jsonb_build_array(m.change) || (
          SELECT jsonb_agg(jsonb_build_object('entity', 'toggle_state', 'id', s.id, 'version', 1,
                   'before', NULL, 'after', audit.image('toggle_state', to_jsonb(s))))
            FROM states s WHERE s.toggle_id = m.toggle_id))
      FROM told m`

/**
 * What happened, one row an entry. Of fifty, one was refused, two are sign-ins and one an edit of a
 * plan; the rest flip the states in turn, each from where its last flip left it. Three to a request.
 */
const TELL = `
  CREATE UNLOGGED TABLE told AS
  WITH person AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM person),
  state AS (
    SELECT s.id, s.toggle_id, s.environment_id, t.key, v.key AS environment,
           row_number() OVER (ORDER BY md5(s.id::text)) - 1 AS n, count(*) OVER () AS states
      FROM toggle_state s JOIN toggle t ON t.id = s.toggle_id JOIN environment v ON v.id = s.environment_id
  ), happened AS (
    SELECT n, CASE n % 50 WHEN 7 THEN 'refused' WHEN 11 THEN 'session' WHEN 23 THEN 'session'
                WHEN 31 THEN 'plan' ELSE 'flip' END AS kind
      FROM generate_series(1, $1::int) n
  ), counted AS (
    SELECT n, kind, count(*) FILTER (WHERE kind = 'flip') OVER (ORDER BY n) - 1 AS flip FROM happened
  ), placed AS (
    SELECT c.n, c.kind, s.id AS state_id, s.toggle_id, s.environment_id, s.key, s.environment,
           p.id AS person_id, (c.flip / s.states)::int AS round,
           gen_random_uuid() AS id, md5('request ' || c.n / 3)::uuid AS request_id, (c.n % 3)::smallint AS part,
           CASE WHEN c.flip < s.states THEN NULL ELSE (7 * (c.flip / s.states - 1) + s.n) % 101 END AS was,
           (7 * (c.flip / s.states) + s.n) % 101 AS becomes,
           'Stage ' || c.n || CASE WHEN c.n % 9999 = 0 THEN ' zebra' ELSE '' END AS reason
      FROM counted c JOIN state s ON s.n = c.flip % s.states JOIN person p ON p.n = (c.n * 7) % 10
  ), imaged AS (
    SELECT *, format('{"actors":[],"boolean":false,"environment_id":"%s","expression":null,"groups":[],"percentage_of_actors":%s,"percentage_of_time":null,"toggle_id":"%s"}',
                environment_id, coalesce(was::text, 'null'), toggle_id) AS before,
              format('{"actors":[],"boolean":false,"environment_id":"%s","expression":null,"groups":[],"percentage_of_actors":%s,"percentage_of_time":null,"toggle_id":"%s"}',
                environment_id, becomes, toggle_id) AS after,
              encode(sha256(convert_to('salt' || reason, 'UTF8')), 'hex') AS digest
      FROM placed)
  SELECT n, kind, id, request_id, part, reason, state_id, round, becomes,
         now() - ($1::int - n) * (interval '400 days' / $1::int) AS at,
         format('{"actor":{"authenticated_at":null,"id":"%s","kind":"person","roles":["tech_lead"],"token":null},"changes":%s,"data":%s,"id":"%s","outcome":"%s","request_id":"%s","target":%s,"texts":%s,"type":"%s","v":1,"via":"page"}',
           person_id,
           CASE kind WHEN 'flip' THEN format('[{"after":%s,"before":%s,"entity":"toggle_state","id":"%s","version":%s}]',
             after, before, state_id, round + 2) ELSE '[]' END,
           CASE kind WHEN 'flip' THEN format('{"checks":[],"from":"%s","rests_on":null,"to":"%s %% of actors"}',
                       coalesce(was || ' % of actors', 'off'), becomes)
             WHEN 'refused' THEN '{"checks":["roll_call"],"refusal":"checks_not_passed","tried":"widen production"}'
             WHEN 'session' THEN '{"method":"oidc"}' ELSE '{"revision":2,"sections":[]}' END,
           id, CASE kind WHEN 'refused' THEN 'denied' ELSE 'allowed' END, request_id,
           CASE kind WHEN 'session' THEN '{}' WHEN 'plan' THEN '{"plan":"new-intake"}'
             ELSE format('{"environment":"%s","toggle":"%s"}', environment, key) END,
           CASE kind WHEN 'flip' THEN format('{"reason":"%s"}', digest) ELSE '{}' END,
           CASE kind WHEN 'refused' THEN 'attempt.refused' WHEN 'session' THEN 'session.started'
             WHEN 'plan' THEN 'plan.edited'
             ELSE CASE WHEN becomes >= coalesce(was, 0) THEN 'toggle.widened' ELSE 'toggle.narrowed' END END) AS payload
    FROM imaged`

/** The whole chain anew, as audit.seal() makes it: what was there before is a day older than the rest. */
const SEAL = `
  DO $$
  DECLARE
    entry record; leaf bytea; hash bytea; seq bigint := 0;
    before bytea := sha256(convert_to('rollcall-audit-v1 genesis', 'UTF8'));
  BEGIN
    FOR entry IN
      SELECT o.id, o.payload, (SELECT min(at) FROM told) - interval '1 day' AS at, 0 AS new, o.seq AS n FROM older o
      UNION ALL SELECT id, payload, at, 1, n FROM told ORDER BY 4, 5
    LOOP
      seq := seq + 1;
      leaf := sha256(decode('00', 'hex') || convert_to(entry.payload, 'UTF8'));
      hash := sha256(decode('01', 'hex') || before || int8send(seq)
                || int8send((extract(epoch FROM entry.at) * 1000000)::bigint) || leaf);
      INSERT INTO audit.chain VALUES (seq, entry.id, entry.at, leaf, before, hash);
      before := hash;
    END LOOP;
  END $$`

const FILL = [
  `CREATE UNLOGGED TABLE older AS
     SELECT c.seq, e.id, e.payload FROM audit.chain c JOIN audit.event e ON e.id = c.event_id`,
  'DELETE FROM audit.chain',
  'INSERT INTO audit.event (id, request_id, part, payload) SELECT id, request_id, part, payload FROM told ORDER BY n',
  `INSERT INTO audit.text SELECT id, 'reason', 'salt', reason FROM told WHERE kind = 'flip'`,
  SEAL,
  `INSERT INTO audit.change (entity, entity_id, version, event_id, before, after)
     SELECT 'toggle_state', state_id, round + 2, id, payload::jsonb #> '{changes,0,before}',
            payload::jsonb #> '{changes,0,after}' FROM told WHERE kind = 'flip' ORDER BY n`,
  'DROP INDEX audit.listing_words',
  `INSERT INTO audit.listing (seq, type, outcome, actor_id, toggle, environment, plan, words)
     SELECT c.seq, e.type, e.outcome, e.actor_id, e.toggle, e.environment, e.plan, audit.words(e.payload::jsonb, e.id)
       FROM told m JOIN audit.chain c ON c.event_id = m.id JOIN audit.event e ON e.id = m.id ORDER BY c.seq`,
  'CREATE INDEX listing_words ON audit.listing USING gin (words)',
  `INSERT INTO audit.step (entity, entity_id, seq, version)
     SELECT 'toggle_state', m.state_id, c.seq, m.round + 2
       FROM told m JOIN audit.chain c ON c.event_id = m.id WHERE m.kind = 'flip' ORDER BY c.seq`,
  `UPDATE toggle_state s SET percentage_of_actors = m.becomes, version = m.round + 2
     FROM (SELECT DISTINCT ON (state_id) state_id, round, becomes FROM told WHERE kind = 'flip'
            ORDER BY state_id, n DESC) m WHERE m.state_id = s.id`,
  'DROP TABLE told, older',
  'VACUUM ANALYZE',
]

/**
 * Fills the log of a database with the cast in it: sealed entries over the last 400 days that
 * verify, with the state that they lead to. Only a superuser can, with every trigger switched off;
 * what the triggers would have kept is kept by what is written. What the log held before stays its
 * beginning, sealed anew a day before the rest.
 */
export async function fillLog(superuserUrl: string, { entries, toggles }: LongLog): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query(REGISTER, [toggles])
    await client.query('SET session_replication_role = replica')
    await client.query("SET work_mem = '256MB'")
    await client.query("SET maintenance_work_mem = '256MB'")
    await client.query(TELL, [entries])
    for (const statement of FILL) await client.query(statement)
  } finally {
    await client.end()
  }
}
