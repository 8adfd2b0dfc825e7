import pg from 'pg'
import {
  AUDITED_TABLES,
  CONSTRAINTS,
  GUARDS,
  LOG_TABLES,
  NEVER_UPDATED,
} from './audit/refused-by-database.ts'

/** Thrown when the database does not keep what Rollcall promises; a sentence for each thing. */
export class UnsafeDatabase extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'UnsafeDatabase'
    this.problems = problems
  }
}

/**
 * Looks whether the database refuses what it must: before a process serves anybody, and as the role
 * that it will serve with. Not as a superuser or an owner of the tables, who could rewrite the log;
 * not without a guard of the log; not where a crash may lose what was acknowledged.
 *
 * Over a connection of its own, without the client that the commands use: evaluation, which has
 * none until somebody writes through it, asks the same.
 *
 * @param durable false where nothing is acknowledged, and for tests, whose databases need not survive.
 * @throws UnsafeDatabase with one sentence for each thing that is wrong; whatever the database or the
 * way to it says (`databaseGone`) when it cannot be asked.
 */
export async function checkDatabase({
  url,
  durable,
}: {
  readonly url: string
  readonly durable: boolean
}): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const problems = [
      ...(await roleProblems(client)),
      ...(await guardProblems(client)),
      ...(durable ? await durabilityProblems(client) : []),
    ]
    if (problems.length > 0) throw new UnsafeDatabase(problems)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** A database that does not answer within this is away. */
const PATIENCE_MS = 10_000

interface Role {
  readonly role: string
  readonly superuser: boolean
  readonly owns: readonly string[]
  readonly may_switch_off: boolean
  readonly may_rewrite: readonly string[]
}

async function roleProblems(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<Role>(
    `
    SELECT current_user::text AS role, r.rolsuper AS superuser,
           ARRAY(SELECT DISTINCT pg_get_userbyid(c.relowner)::text FROM pg_class c
                  WHERE c.relnamespace::regnamespace::text IN ('audit', 'public') AND c.relkind = 'r'
                    AND pg_has_role(c.relowner, 'MEMBER')) AS owns,
           has_parameter_privilege('session_replication_role', 'SET') AS may_switch_off,
           ARRAY(SELECT c.oid::regclass::text FROM pg_class c
                  WHERE c.relnamespace::regnamespace::text = 'audit' AND c.relkind = 'r'
                    AND (has_table_privilege(c.oid, 'UPDATE') OR has_table_privilege(c.oid, 'DELETE')
                      OR has_table_privilege(c.oid, 'TRUNCATE') OR has_table_privilege(c.oid, 'TRIGGER')
                      OR (has_table_privilege(c.oid, 'INSERT') AND c.relname <> 'text'))
                 UNION ALL
                 SELECT c.oid::regclass::text FROM pg_class c
                  WHERE c.relnamespace::regnamespace::text = 'public' AND c.relname = ANY ($1::text[])
                    AND (has_table_privilege(c.oid, 'DELETE') OR has_table_privilege(c.oid, 'TRUNCATE')
                      OR has_table_privilege(c.oid, 'TRIGGER')
                      OR (has_table_privilege(c.oid, 'UPDATE') AND c.relname = ANY ($2::text[])))) AS may_rewrite
      FROM pg_roles r WHERE r.rolname = current_user`,
    [
      [...AUDITED_TABLES, 'log_head'],
      [...NEVER_UPDATED, 'log_head'],
    ],
  )
  const [found] = rows
  if (!found) return ['The database says nothing of the role that Rollcall connects with.']
  const { role, superuser, owns, may_switch_off, may_rewrite } = found
  const instead = 'Let DATABASE_URL name a role with no more rights than rollcall_app.'
  if (superuser) {
    return [`The database role ${role} is a superuser and could rewrite the audit log. ${instead}`]
  }
  if (owns.length > 0) {
    return [
      `The database role ${role} is, or may become, ${owns.join(' and ')}, the owner of the tables, and could rewrite the audit log. ${instead}`,
    ]
  }
  return [
    may_switch_off &&
      `The database role ${role} may set session_replication_role, which switches triggers off. ${instead}`,
    may_rewrite.length > 0 &&
      `The database role ${role} has rights on ${may_rewrite.join(', ')} that it must not have. ${instead}`,
  ].filter((problem) => problem !== false)
}

async function guardProblems(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ log: boolean }>(
    "SELECT to_regclass('audit.event') IS NOT NULL AS log",
  )
  if (!rows[0]?.log) return ['The database has no audit log. Migrate it first: npm run migrate.']
  const found = await guards(client)
  const again = 'Restore it, and find out who took it away.'
  const gone = (what: string) => `The audit log is not guarded: ${what}. ${again}`
  return [
    ...GUARDS.filter((guard) => !found.triggers.includes(guard)).map((guard) => {
      const [table, trigger] = guard.split(' ')
      return gone(`the trigger ${trigger} on ${table} is missing or switched off`)
    }),
    ...CONSTRAINTS.filter((name) => !found.constraints.includes(name)).map((name) => {
      const [table, constraint] = name.split(' ')
      return gone(`the constraint ${constraint} on ${table} is missing or not validated`)
    }),
    ...LOG_TABLES.filter((table) => !found.tables.includes(table)).map((table) =>
      gone(`the table audit.${table} is missing`),
    ),
    ...found.loose.map((name) => gone(`the function ${name} can be talked round by its caller`)),
    ...found.cascades.map((name) => gone(`the foreign key ${name} takes rows with it`)),
  ]
}

interface Guards {
  readonly triggers: readonly string[]
  readonly constraints: readonly string[]
  readonly tables: readonly string[]
  readonly loose: readonly string[]
  readonly cascades: readonly string[]
}

async function guards(client: pg.Client): Promise<Guards> {
  const { rows } = await client.query<Guards>(`
    SELECT ARRAY(SELECT n.nspname || '.' || c.relname || ' ' || t.tgname || ' ' || fn.nspname || '.' || f.proname
                   FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                   JOIN pg_proc f ON f.oid = t.tgfoid JOIN pg_namespace fn ON fn.oid = f.pronamespace
                  WHERE t.tgenabled IN ('O', 'A') AND t.tgqual IS NULL) AS triggers,
           ARRAY(SELECT n.nspname || '.' || c.relname || ' ' || k.conname
                   FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE k.convalidated AND k.conenforced) AS constraints,
           ARRAY(SELECT c.relname::text FROM pg_class c
                  WHERE c.relnamespace::regnamespace::text = 'audit' AND c.relkind = 'r') AS tables,
           ARRAY(SELECT f.oid::regproc::text FROM pg_proc f
                  WHERE f.pronamespace::regnamespace::text = 'audit' AND f.prosecdef
                    AND NOT 'search_path=pg_catalog, pg_temp' = ANY (coalesce(f.proconfig, '{}'))) AS loose,
           ARRAY(SELECT k.conrelid::regclass || ' ' || k.conname FROM pg_constraint k
                  WHERE k.contype = 'f' AND (k.confdeltype <> 'a' OR k.confupdtype <> 'a')
                    AND k.connamespace::regnamespace::text IN ('audit', 'public')) AS cascades`)
  return rows[0] ?? { triggers: [], constraints: [], tables: [], loose: [], cascades: [] }
}

async function durabilityProblems(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT name FROM pg_settings
     WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'`)
  return rows.map(
    ({ name }) =>
      `PostgreSQL runs with ${name} off: a crash could lose changes that were acknowledged. Turn it on.`,
  )
}
