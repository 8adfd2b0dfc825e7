import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openSchemaEngine, type SchemaEngine } from './schema-engine.ts'

const PRISMA = fileURLToPath(new URL('../prisma', import.meta.url))

const FILTERS = { externalTables: [], externalEnums: [] }

type MigrationList = Parameters<SchemaEngine['applyMigrations']>[0]['migrationsList']

function readMigrations(folder: string): MigrationList {
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : []
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ')
}

/** The engine puts where it was, in its own source, below what was wrong. */
function withoutTrace(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error)
  const [words = message] = message.split(/\n\s+0: /)
  return new Error(words, { cause: error })
}

/** Why nothing may be applied to this database, `undefined` when it may. */
async function objection(
  engine: SchemaEngine,
  migrationsList: MigrationList,
  log: (line: string) => void,
): Promise<string | undefined> {
  const input = { migrationsList, optInToShadowDatabase: false, filters: FILTERS }
  const found = await engine.diagnoseMigrationHistory(input)
  const unfinished = new Set(found.failedMigrationNames)
  const edited = found.editedMigrationNames.filter((name) => !unfinished.has(name))
  if (edited.length > 0) {
    return `Changed after they were applied to this database: ${quoted(edited)}. Restore their text, and write a new migration instead.`
  }
  const { history } = found
  if (history !== null && history.diagnostic !== 'databaseIsBehind') {
    return `This database has migrations that this version of Rollcall does not know: ${quoted(history.unpersistedMigrationNames)}. Use the version that applied them, or a newer one.`
  }
  for (const migrationName of unfinished) {
    // Each is applied whole or not at all (see schema-engine.ts), so what is unfinished is not there.
    log(`${migrationName} was cut short before: trying it again`)
    await engine.markMigrationRolledBack({ migrationName })
  }
  return undefined
}

/**
 * Brings the database at `url` (its owner's) up to date with `prisma/migrations`, one migration a
 * transaction, written down in `_prisma_migrations` as Prisma's own command writes it. Waits for
 * another one at work. Throws a plain sentence, with name and line, when one fails, was edited
 * since, or is unknown. Answers the names just applied.
 */
export async function migrate(
  url: string,
  log: (line: string) => void = () => undefined,
  folder: string = PRISMA,
): Promise<string[]> {
  const datamodel = readFileSync(join(folder, 'schema.prisma'), 'utf8')
  const migrationsList = readMigrations(join(folder, 'migrations'))
  const { engine, failure, close } = await openSchemaEngine(url, datamodel)
  try {
    const reason = await objection(engine, migrationsList, log)
    if (reason !== undefined) throw new Error(reason)
    const done = await engine.applyMigrations({ migrationsList, filters: FILTERS })
    for (const name of done.appliedMigrationNames) log(`Applied ${name}`)
    return done.appliedMigrationNames
  } catch (error) {
    const failed = failure()
    if (failed === undefined) throw withoutTrace(error)
    const migration = migrationsList.migrationDirectories.find(
      ({ migrationFile: { content } }) => content.tag === 'ok' && content.value === failed.script,
    )
    const where = failed.line === undefined ? '' : ` at line ${failed.line}`
    throw new Error(
      `Migration ${migration?.path ?? ''} failed${where}: ${failed.message}. Nothing of it was applied.`,
    )
  } finally {
    await close()
  }
}
