import { describe, expect, test } from 'vitest'
import { sourceFiles } from '../bin/test-run/source-files.ts'
import { textOf } from './written.ts'

const migrations = sourceFiles(/^prisma\/migrations\/[^/]+\/migration\.sql$/)

describe('the migrations', () => {
  test('are there', () => {
    expect(migrations.length).toBeGreaterThan(0)
  })

  test('each has a folder of its own that sorts by time', () => {
    expect(
      migrations.filter((file) => !/^prisma\/migrations\/\d{14}_[a-z0-9_]+\//.test(file)),
    ).toEqual([])
  })
})

// Also inside a function's body, where a statement is not the first word of its line.
const taking =
  /\b(UPDATE|DELETE FROM|TRUNCATE( TABLE)?|ALTER TABLE) audit\.(?!.*\b(ADD|ENABLE|OWNER)\b)|\bDROP (?!CONSTRAINT|INDEX)\w+ (IF EXISTS )?(audit\b|refuse_|require_)|\bDROP TRIGGER\b.* ON audit\./i

// The one place where something goes: what a person said, when they are erased; their entry's digest stays.
const erasing = /^UPDATE audit\.(text t SET text = NULL|listing l SET words = audit\.words\()/
const ERASURE = 'prisma/migrations/20261122000231_erasure/migration.sql'

describe('what takes something out of the log is known by its words', () => {
  test.each([
    'DELETE FROM audit.event WHERE true',
    'BEGIN UPDATE audit.text SET body = null',
    'TRUNCATE audit.chain',
    'DROP TABLE IF EXISTS audit.change',
    'DROP TRIGGER refuse_change ON audit.event',
    'DROP TRIGGER require_entry ON public.toggle_state',
    'DROP SCHEMA audit CASCADE',
    'ALTER TABLE audit.event DROP COLUMN actor',
  ])('%s', (statement) => expect(statement).toMatch(taking))

  test.each([
    'CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON audit.event',
    'ALTER TABLE audit.event ADD COLUMN origin text',
    'DROP INDEX audit.event_type',
    'REVOKE UPDATE, DELETE ON audit.event FROM rollcall_app',
  ])('but not: %s', (statement) => expect(statement).not.toMatch(taking))
})

describe.each(migrations)('%s', (file) => {
  const statements = textOf(file)
    .replace(/--.*$/gm, '')
    .replace(/\s+/g, ' ')
    .split(';')
    .map((statement) => statement.trim())

  test('takes nothing out of the audit log', () => {
    const taken = statements.filter((statement) => taking.test(statement))
    expect(file === ERASURE ? taken.filter((one) => !erasing.test(one)) : taken).toEqual([])
  })

  test('switches off no trigger', () => {
    const off = /DISABLE (ALWAYS )?TRIGGER|session_replication_role|DISABLE ROW LEVEL SECURITY/i
    expect(statements.filter((statement) => off.test(statement))).toEqual([])
  })

  test('gives the application no right to change an entry', () => {
    const giving = /^GRANT\b.*\b(UPDATE|DELETE|TRUNCATE|ALL)\b.*\bON\b.*\baudit\b/i
    expect(statements.filter((statement) => giving.test(statement))).toEqual([])
  })
})
