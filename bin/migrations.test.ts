import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from './migrations.ts'
import { type Postgres, startPostgres } from './postgres.ts'

const SCHEMA = 'datasource db {\n  provider = "postgresql"\n}\n'
const FIRST = `CREATE TABLE first (id int PRIMARY KEY);
CREATE FUNCTION answer() RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1; RETURN 42;
END $$;
`

let postgres: Postgres
let home: string
let folder: string
let databases = 0
let url: string

function write(name: string, sql: string): void {
  mkdirSync(join(folder, 'migrations', name), { recursive: true })
  writeFileSync(join(folder, 'migrations', name, 'migration.sql'), sql)
}

async function query(text: string, at = url): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: at })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'rollcall-migrations-'))
  postgres = await startPostgres({ home, ephemeral: true })
})

afterAll(async () => {
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
})

beforeEach(async () => {
  databases += 1
  await query(`CREATE DATABASE d${databases} OWNER rollcall_owner`, postgres.adminUrl)
  const address = new URL(postgres.ownerUrl)
  address.pathname = `/d${databases}`
  url = address.href
  folder = join(home, `prisma-${databases}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'schema.prisma'), SCHEMA)
  write('20260101000000_first', FIRST)
})

const apply = (log?: (line: string) => void) => migrate(url, log, folder)

describe('migrating', () => {
  it('applies each migration once, function bodies and all', async () => {
    expect(await apply()).toEqual(['20260101000000_first'])
    expect(await apply()).toEqual([])
    write('20260102000000_second', 'CREATE TABLE second (id int)')
    const said: string[] = []
    expect(await apply((line) => said.push(line))).toEqual(['20260102000000_second'])
    expect(said).toEqual(['Applied 20260102000000_second'])
    expect(await query('SELECT answer()')).toEqual([{ answer: 42 }])
  })

  it('writes the history that Prisma’s own command reads', async () => {
    await apply()
    const rows = await query(
      `SELECT migration_name, applied_steps_count, checksum, rolled_back_at, logs,
              finished_at >= started_at AS finished FROM _prisma_migrations`,
    )
    expect(rows).toEqual([
      {
        migration_name: '20260101000000_first',
        applied_steps_count: 1,
        checksum: createHash('sha256').update(FIRST).digest('hex'),
        rolled_back_at: null,
        logs: null,
        finished: true,
      },
    ])
  })

  it('refuses a history that was edited after it was applied, and names it', async () => {
    await apply()
    write('20260101000000_first', `${FIRST}-- one word more\n`)
    write('20260102000000_second', 'CREATE TABLE second (id int)')
    await expect(apply()).rejects.toThrow(
      'Changed after they were applied to this database: “20260101000000_first”',
    )
    expect(await query("SELECT to_regclass('second') AS second")).toEqual([{ second: null }])
  })

  it('refuses a database that a newer version has migrated', async () => {
    write('20260102000000_second', 'CREATE TABLE second (id int)')
    await apply()
    rmSync(join(folder, 'migrations', '20260102000000_second'), { recursive: true })
    await expect(apply()).rejects.toThrow('does not know: “20260102000000_second”')
  })

  it('leaves nothing of a migration that fails, and applies it once mended', async () => {
    write('20260102000000_second', 'CREATE TABLE second (id int);\nCREATE TABLE first (id int);\n')
    await expect(apply()).rejects.toThrow(
      'Migration 20260102000000_second failed: relation "first" already exists. Nothing of it was applied.',
    )
    expect(await query("SELECT to_regclass('second') AS second")).toEqual([{ second: null }])
    write('20260102000000_second', 'CREATE TABLE second (id int);\n')
    expect(await apply()).toEqual(['20260102000000_second'])
  })

  it('says at which line the database stopped reading', async () => {
    write('20260102000000_second', 'CREATE TABLE second (id int);\nCREATE TABEL third (id int);\n')
    await expect(apply()).rejects.toThrow(
      'Migration 20260102000000_second failed at line 2: syntax error at or near "TABEL"',
    )
  })

  it('goes on after a kill in the middle of a migration', async () => {
    await apply()
    await query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at)
       VALUES ('1', 'x', '20260102000000_second', now())`,
    )
    write('20260102000000_second', 'CREATE TABLE second (id int);\n')
    const said: string[] = []
    expect(await apply((line) => said.push(line))).toEqual(['20260102000000_second'])
    expect(said[0]).toBe('20260102000000_second was cut short before: trying it again')
  })

  it('does the work once when two start together', async () => {
    const answers = await Promise.all([apply(), apply(), apply()])
    expect(answers.flat()).toEqual(['20260101000000_first'])
  })

  it('brings an empty database to the schema of this version', async () => {
    const applied = await migrate(postgres.ownerUrl)
    expect(applied.length).toBeGreaterThan(0)
    expect(await migrate(postgres.ownerUrl)).toEqual([])
  })
})
