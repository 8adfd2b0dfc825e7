import { expect, test } from 'vitest'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { flip } from '../toggles/flip.ts'
import { AT_ONCE, keptAtOnce } from './at-once.ts'
import { EXPORT_FORMATS, exportLog } from './export-log.ts'
import { verifyOffline } from './testing/verify-offline.ts'

givenCast()

const toggle = 'claim_letters'
const FLIPS = 9

/** By what an export shows that it holds an entry. */
const marks = {
  jsonl: (seq: number) => `{"seq":${seq},`,
  csv: (seq: number) => `\n"${seq}",`,
  ocsf: (seq: number) => `"sequence":${seq},`,
}

/** Each flip tells of thousands of actors, before and after: two thirds of a megabyte an entry. */
async function longEntries(): Promise<number[]> {
  const where = { toggle, environment: 'staging', reason: 'All who applied early' }
  await createToggle(cast.priya(), { key: toggle, description: '' })
  const actors = Array.from({ length: 5000 }, (_, n) => `${n}-${'x'.repeat(120)}`)
  await flip(cast.tomas(), { ...where, patch: { actors } })
  const seqs: number[] = []
  for (let percentage = 1; percentage <= FLIPS; percentage += 1) {
    const patch = { percentage_of_actors: percentage }
    seqs.push(...(await flip(cast.tomas(), { ...where, patch })).seqs)
  }
  return seqs
}

test('an export keeps few long entries at once, and holds them all', async () => {
  const seqs = await longEntries()
  const kept = await keptAtOnce(seqs)
  expect(kept).toEqual(seqs.slice(0, kept.length))
  expect(kept.length).toBeGreaterThan(1)
  expect(kept.length).toBeLessThan(FLIPS)
  expect(await keptAtOnce(seqs.slice(-1))).toEqual(seqs.slice(-1))
  for (const format of EXPORT_FORMATS) {
    let whole = ''
    let largest = 0
    for await (const piece of await exportLog(cast.grace(), { format, filter: {} })) {
      largest = Math.max(largest, piece.byteLength)
      whole += Buffer.from(piece).toString()
    }
    // An entry more than may be kept, and in JSON each quote of it takes two bytes.
    expect(largest).toBeLessThan(2 * AT_ONCE)
    for (const seq of seqs) expect(whole).toContain(marks[format](seq))
    if (format === 'jsonl') expect(await verifyOffline(whole, null)).toMatchObject({ code: 0 })
  }
})
