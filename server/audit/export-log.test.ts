import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectDatabase, disconnectDatabase } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { flip } from '../toggles/flip.ts'
import type { EntryFilter } from './entry-filter.ts'
import { exportLog } from './export-log.ts'
import { findEntries } from './find-entries.ts'
import { tamper } from './testing/tamper.ts'

const folder = mkdtempSync(join(tmpdir(), 'rollcall-export-'))
const verifier = join(import.meta.dirname, '../../bin/verify-audit.mjs')
let database: TestDatabase

beforeEach(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  await createToggle(cast.priya(), { key: 'new_intake_form', description: '' })
  await createToggle(cast.priya(), { key: 'claim_letters', description: '' })
  await flipTo('new_intake_form', 10, '=HYPERLINK("https://evil.example")')
  await flipTo('claim_letters', 50, 'Letters\u2028“half”')
  await flipTo('new_intake_form', 25, 'Second stage')
})

afterEach(async () => {
  await disconnectDatabase()
  await database.drop()
})

afterAll(() => rmSync(folder, { recursive: true }))

function flipTo(toggle: string, percentage: number, reason: string) {
  const patch = { percentage_of_actors: percentage }
  return flip(cast.tomas(), { toggle, environment: 'staging', patch, reason })
}

async function exported(format: 'jsonl' | 'csv', filter: EntryFilter = {}): Promise<string> {
  const bytes = await new Response(await exportLog(cast.grace(), { format, filter })).bytes()
  return Buffer.from(bytes).toString()
}

async function verdict(text: string): Promise<{ code: number; said: string }> {
  const file = join(folder, 'export.jsonl')
  await writeFile(file, text)
  return new Promise((resolve) => {
    execFile(process.execPath, [verifier, file], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr })
    })
  })
}

describe('the log exported as JSON Lines', () => {
  // @control AU-7, AU-9, AU-10
  test('verifies offline, to the entry about itself', async () => {
    const text = await exported('jsonl')
    const { entries } = await findEntries(cast.grace(), { limit: 1 })
    const [newest] = entries
    expect(newest).toMatchObject({
      type: 'log.exported',
      sentence: 'Grace Okafor exported the audit log as JSON Lines.',
    })
    const { code, said } = await verdict(text)
    expect(said).toContain(`${newest?.seq} entries hold: seq 1 to ${newest?.seq}\n`)
    expect(said).toContain(newest?.hash)
    expect(code).toBe(0)
  })

  test('verifies as a filter too, with what lies between as links only', async () => {
    const text = await exported('jsonl', { toggle: 'claim_letters' })
    expect(text).not.toContain('new_intake_form')
    expect(text).not.toContain('Second stage')
    const { code, said } = await verdict(text)
    // Registered, flipped, and this export of it; between them two flips of the other toggle.
    expect(said).toMatch(/^5 entries hold: /)
    expect(said).toContain('2 of them lie outside the filter')
    expect(code).toBe(0)
  })

  test('verifies as a range of time, and as nothing at all', async () => {
    const { entries } = await findEntries(cast.grace(), { toggle: 'claim_letters' })
    const from = new Date(entries.at(-1)?.sealed_at ?? '')
    expect(await verdict(await exported('jsonl', { from }))).toMatchObject({ code: 0 })
    const empty = await verdict(await exported('jsonl', { to: new Date('2020-01-01') }))
    expect(empty).toMatchObject({ code: 0, said: expect.stringMatching(/^0 entries hold/) })
  })

  // @control AU-9
  test('does not verify once somebody rewrote an entry', async () => {
    await tamper(
      database,
      `UPDATE audit.event SET payload = replace(payload, '"50 % of', '"51 % of') WHERE toggle = 'claim_letters'`,
    )
    const { entries } = await findEntries(cast.grace(), { q: 'half' })
    expect(await verdict(await exported('jsonl'))).toMatchObject({
      code: 1,
      said: expect.stringMatching(`^seq ${entries[0]?.seq} does not hold: its leaf`),
    })
  })
})

describe('the log exported as CSV', () => {
  test('has a line an entry, oldest first, and nothing that a spreadsheet would run', async () => {
    const lines = (await exported('csv', { action: 'toggle' })).split('\r\n')
    expect(lines[0]).toMatch(/^\ufeff"seq","sealed_at","sentence","type",/)
    expect(lines.slice(1, -1).map((line) => line.split('","')[2])).toEqual([
      'Priya Raman registered new_intake_form.',
      'Priya Raman registered claim_letters.',
      'Tomás Ibarra widened new_intake_form in staging from off to 10 %.',
      'Tomás Ibarra widened claim_letters in staging from off to 50 %.',
      'Tomás Ibarra widened new_intake_form in staging from 10 % to 25 %.',
    ])
    expect(lines[3]).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
  })
})

describe('exporting', () => {
  test('says in the log what was exported', async () => {
    await exported('csv', { toggle: 'claim_letters', outcome: 'allowed' })
    const { entries } = await findEntries(cast.grace(), { limit: 1 })
    expect(entries[0]).toMatchObject({
      sentence: 'Grace Okafor exported the audit log as CSV.',
      target: { toggle: 'claim_letters' },
      texts: { detail: 'toggle claim_letters, outcome allowed' },
    })
  })

  test('is refused to who may not, and that is an entry', async () => {
    const refused = exportLog(cast.victor(), { format: 'csv', filter: {} })
    await expect(refused).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
    const { entries } = await findEntries(cast.grace(), { limit: 1 })
    expect(entries[0]?.sentence).toBe(
      'Victor Nyman tried to export the audit log as CSV and was refused: not allowed.',
    )
  })

  test('reads on only as far as its bytes are taken', async () => {
    const stream = await exportLog(cast.grace(), { format: 'jsonl', filter: {} })
    const reader = stream.getReader()
    const { value } = await reader.read()
    expect(new TextDecoder().decode(value)).toMatch(/^\{"format":"rollcall-audit-v1"/)
    await reader.cancel()
  })
})
