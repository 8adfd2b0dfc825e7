import { setImmediate as otherWork } from 'node:timers/promises'
import type pg from 'pg'
import { parseExpression } from '../../domain/toggle/expression.ts'
import type { Ruleset, RulesetToggle } from '../../domain/toggle/ruleset.ts'
import { OFF, type ToggleState } from '../../domain/toggle/state.ts'
import type { LoadedRules, LoadedToken } from './loaded-rules.ts'

/** Where the audit log stands: which log it is and the number of its newest entry. */
export interface LogPosition {
  readonly epoch: string
  readonly version: number
}

/** What changes evaluation; whatever else the log tells needs no reading. */
const RELEVANT = ['environment', 'toggle', 'toggle_state', 'api_token', 'person']

/** Where the log stands now: one row of an index, fit to be asked twice a second. */
export async function findPosition(db: pg.Pool | pg.ClientBase): Promise<LogPosition> {
  const { rows } = await db.query<{ version: string | null; epoch: string | null }>(
    `SELECT (SELECT max(seq) FROM audit.chain) AS version,
            (SELECT encode(hash, 'hex') FROM audit.chain WHERE seq = 1) AS epoch`,
  )
  const [row] = rows
  return { version: Number(row?.version ?? 0), epoch: row?.epoch ?? '' }
}

/** Whether anything after entry `since` can change what evaluation answers. */
export async function changedSince(db: pg.Pool | pg.ClientBase, since: number): Promise<boolean> {
  const { rows } = await db.query<{ changed: boolean }>(
    `SELECT EXISTS (
       SELECT FROM audit.chain c JOIN audit.change g USING (event_id)
        WHERE c.seq > $1 AND g.entity = ANY ($2)) AS changed`,
    [since, RELEVANT],
  )
  return rows[0]?.changed ?? true
}

/**
 * Reads every environment's rules and every token that is good, as of one entry of the audit log:
 * all in one snapshot of the database, so the version says exactly what the rules reflect. Tokens
 * are by their hash; those revoked, or of a disabled person, are left out.
 *
 * @throws Error when a stored expression is not one; better old rules than wrong ones.
 */
export async function loadRulesets(pool: pg.Pool): Promise<LoadedRules> {
  const { position, environments, states, tokens } = await readRows(pool)
  const rows = Map.groupBy(states, (row) => row.environment)
  const rulesets: Ruleset[] = []
  for (const { key: environment } of environments) {
    // The process answers evaluations meanwhile: one environment at a time is long enough.
    await otherWork()
    const toggles = (rows.get(environment) ?? []).map(toggleOf)
    rulesets.push({ environment, version: position.version, toggles })
  }
  return { ...position, rulesets, tokens: tokens.map(tokenOf) }
}

async function readRows(pool: pg.Pool) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const position = await findPosition(client)
    const { rows: environments } = await client.query<EnvironmentRow>(ENVIRONMENTS)
    const { rows: states } = await client.query<StateRow>(STATES)
    const { rows: tokens } = await client.query<TokenRow>(TOKENS)
    await client.query('COMMIT')
    client.release()
    return { position, environments, states, tokens }
  } catch (error) {
    client.release(true)
    throw error
  }
}

interface EnvironmentRow {
  readonly key: string
}

const ENVIRONMENTS = 'SELECT key FROM environment ORDER BY position, key'

interface StateRow {
  readonly environment: string
  readonly key: string
  readonly actor_type: string
  readonly archived: boolean
  readonly boolean: boolean | null
  readonly actors: string[] | null
  readonly groups: string[] | null
  readonly percentage_of_actors: string | null
  readonly percentage_of_time: string | null
  readonly expression: unknown
}

const STATES = `
  SELECT e.key AS environment, t.key, t.actor_type, t.archived, s."boolean", s.actors, s.groups,
         s.percentage_of_actors, s.percentage_of_time, s.expression
    FROM environment e CROSS JOIN toggle t
    LEFT JOIN toggle_state s ON s.environment_id = e.id AND s.toggle_id = t.id
   ORDER BY t.key COLLATE "C"`

interface TokenRow {
  readonly id: string
  readonly token_hash: string
  readonly kind: string
  readonly environment: string | null
  readonly scopes: string[]
  readonly expires_at: Date
}

const TOKENS = `
  SELECT t.id, t.token_hash, t.kind, e.key AS environment, t.scopes, t.expires_at
    FROM api_token t
    LEFT JOIN environment e ON e.id = t.environment_id
    LEFT JOIN person p ON p.id = t.person_id
   WHERE NOT t.revoked AND t.expires_at > now() AND NOT coalesce(p.disabled, false)
   ORDER BY t.id`

function toggleOf(row: StateRow): RulesetToggle {
  return {
    key: row.key,
    actorType: row.actor_type === 'cookie_id' ? 'cookie_id' : 'user',
    archived: row.archived,
    state: row.boolean === null ? OFF : stateOf(row),
  }
}

function stateOf(row: StateRow): ToggleState {
  return {
    boolean: row.boolean === true,
    actors: row.actors ?? [],
    groups: row.groups ?? [],
    percentageOfActors: percentage(row.percentage_of_actors),
    percentageOfTime: percentage(row.percentage_of_time),
    expression: expressionOf(row),
  }
}

function percentage(text: string | null): number | null {
  return text === null ? null : Number(text)
}

function expressionOf({ expression, key, environment }: StateRow): ToggleState['expression'] {
  if (expression === null) return null
  const parsed = parseExpression(expression)
  if (parsed.ok) return parsed.expression
  throw new Error(`the expression of ${key} in ${environment} is not one: ${parsed.problem}`)
}

function tokenOf(row: TokenRow): LoadedToken {
  return {
    id: row.id,
    hash: row.token_hash,
    kind: row.kind === 'flags' || row.kind === 'person' ? row.kind : 'service',
    environment: row.environment,
    scopes: row.scopes,
    expiresAt: row.expires_at.getTime(),
  }
}
