import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRecord } from '../server/api/record.ts'
import { exportLog } from '../server/audit/export-log.ts'
import { connectDatabase, disconnectDatabase } from '../server/db.ts'
import { cast } from '../server/testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../server/testing/test-database.ts'
import { flip } from '../server/toggles/flip.ts'
import { launchedToggle, toShare } from '../server/toggles/testing/launched-toggle.ts'

const bin = import.meta.dirname
const folder = mkdtempSync(join(tmpdir(), 'rollcall-record-'))
const FLIPS = 205

let database: TestDatabase
let record: string
let log: string

/** A launched release with more flips in production than a record tells, as JSON and as the log. */
beforeAll(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  const { slug } = await launchedToggle()
  await flip(cast.ben(), toShare(10)).catch(() => undefined)
  for (let n = 1; n <= FLIPS; n += 1) await flip(cast.tomas(), toShare(10 + n / 10))
  const input = { params: { slug }, query: {}, body: {}, ifMatch: null }
  record = JSON.stringify(await readRecord.run(cast.grace(), input))
  log = fileOf(
    await new Response(await exportLog(cast.grace(), { format: 'jsonl', filter: {} })).text(),
  )
}, 300_000)

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await disconnectDatabase()
  await database.drop()
})

function fileOf(text: string): string {
  const path = join(folder, randomUUID())
  writeFileSync(path, text)
  return path
}

function run(script: string, ...given: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(bin, script), ...given], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr })
    })
  })
}

describe('a record, checked offline', () => {
  test('holds by itself and against the export, and the export holds', async () => {
    const { code, said } = await run('verify-record.mjs', fileOf(record), '--export', log)
    expect(said).toContain('all of them stand in')
    expect(said).toMatch(/entries are whole, each by its own hash/)
    expect(code).toBe(0)
    expect(await run('verify-audit.mjs', log)).toMatchObject({ code: 0 })
    expect(await run('verify-record.mjs', fileOf(record))).toMatchObject({
      code: 0,
      said: expect.stringContaining('was not looked at'),
    })
  })

  test('is bounded, and says how many flips there are', () => {
    const { flips, entries, audit } = JSON.parse(record)
    expect(flips[0]).toMatchObject({ environment: 'production', total: FLIPS })
    expect(flips[0].shown).toHaveLength(200)
    expect(flips[0].shown.at(-1).sentence).toContain(`to ${10 + FLIPS / 10} %`)
    expect(audit).toHaveLength(entries.shown.length + entries.refused.shown.length)
    expect(entries.refused.shown).toHaveLength(1)
  })

  test.each<[string, (text: string) => string, RegExp]>([
    ['a verdict', (t) => t.replace('"verdict":"go"', '"verdict":"no_go"'), /another sign-off/],
    ['the decision', (t) => t.replace('"decision":"launch"', '"decision":"pause"'), /decision/],
    ['the text', (t) => t.replace('within ten minutes', 'within ten hours'), /another hash/],
    [
      'what a flip did',
      (t) => t.replace('"type":"toggle.widened"', '"type":"toggle.narrowed"'),
      /another flip/,
    ],
    [
      'a hash of a section',
      (t) => t.replace(/("section_hashes":\{"[a-z_]+":")\w/, '$1x'),
      /another sign-off/,
    ],
    [
      'a reason',
      (t) => t.replace('"text":"To 25.1 %"', '"text":"To 25.2 %"'),
      /reason is not the one/,
    ],
    ['the text of an entry', (t) => t.replace('\\"to\\":\\"25.1 %', '\\"to\\":\\"25.2 %'), /leaf/],
    [
      'who could read it',
      (t) => t.replace(/"audit":\[.*\]\}$/, '"audit":null}'),
      /may not read the log/,
    ],
  ])('does not hold when somebody changes %s', async (_, change, why) => {
    const changed = change(record)
    expect(changed).not.toBe(record)
    const { code, said } = await run('verify-record.mjs', fileOf(changed))
    expect(said).toMatch(why)
    expect(code).toBeGreaterThan(0)
  })

  test('does not hold against the export of another log', async () => {
    const lines = readFileSync(log, 'utf8').split('\n')
    const cut = [...lines.slice(0, 20), ...lines.slice(-2)].join('\n')
    const { code, said } = await run('verify-record.mjs', fileOf(record), '--export', fileOf(cut))
    expect(said).toMatch(/is not in the export/)
    expect(code).toBe(1)
    expect(await run('verify-record.mjs')).toMatchObject({ code: 2 })
    expect(await run('verify-record.mjs', fileOf('{}'))).toMatchObject({ code: 2 })
  })
})
