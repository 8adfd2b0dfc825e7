import { beforeEach, describe, expect, test } from 'vitest'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { findToggle } from '../toggles/find-toggle.ts'
import { findToggles } from '../toggles/find-toggles.ts'
import { flip } from '../toggles/flip.ts'
import { stateAt } from '../toggles/state-at.ts'
import { stateDifference } from '../toggles/state-difference.ts'
import { EXPORT_FORMATS, exportLog } from './export-log.ts'
import { findEntries } from './find-entries.ts'
import { findEntry } from './find-entry.ts'
import { followLog } from './follow-log.ts'
import { readEntries } from './read-entries.ts'

givenCast()

const key = 'new_intake_form'
const named = ['veteran.one@example.gov', 'veteran-two', '1008596379V859838']
let seq = 0

beforeEach(async () => {
  await createToggle(cast.priya(), { key, description: '' })
  const where = { toggle: key, environment: 'staging', reason: 'Pilot users' }
  await flip(cast.tomas(), { ...where, patch: { actors: named.slice(0, 1) } })
  seq = (await flip(cast.tomas(), { ...where, patch: { actors: named } })).seqs[0] ?? 0
})

/** Everything in which a reader could come upon a named actor. */
const surfaces = {
  toggle: (who) => findToggle(who(), key),
  toggles: (who) => findToggles(who(), {}),
  'state at a moment': (who) => stateAt(who(), { at: new Date() }),
  difference: (who) => stateDifference(who(), { from: new Date(0), to: new Date() }),
  log: (who) => findEntries(who(), {}),
  entry: (who) => findEntry(who(), seq),
} as const satisfies Record<string, (who: typeof cast.victor) => Promise<unknown>>

/** Each of them, as text, holds no named actor; or some do, where the reader may see them. */
const namesIn = (shown: unknown) => named.filter((name) => JSON.stringify(shown).includes(name))

describe.each(Object.entries(surfaces))('%s', (surface, shown) => {
  // @control AC-6
  test('tells a viewer how many are named and not who', async () => {
    const told = await shown(cast.victor)
    expect(namesIn(told)).toEqual([])
    expect(JSON.stringify(told)).toContain('named actor')
  })

  test('tells who may flip the toggle whom it names', async () => {
    for (const who of [cast.tomas, cast.ben, cast.grace]) {
      expect(namesIn(await shown(who)), surface).toEqual(named)
    }
  })

  test('tells an auditor of the team, and none of another', async () => {
    const [own] = cast.victor().memberships
    const auditor = (teamId: string) =>
      (() =>
        cast.victor({
          memberships: [{ teamId, role: 'auditor', discipline: null }],
        })) as typeof cast.victor
    expect(namesIn(await shown(auditor(own?.teamId ?? '')))).toEqual(named)
    const other = '0f0e2a52-0000-4000-8000-000000000077'
    expect(namesIn(await shown(auditor(other)))).toEqual([])
  })
})

describe('what leaves the house', () => {
  test.each(EXPORT_FORMATS)('an export as %s names nobody', async (format) => {
    const stream = await exportLog(cast.grace(), { format, filter: {} })
    const text = await new Response(stream).text()
    expect(text).toContain(key)
    expect(namesIn(text)).toEqual([])
  })

  test('a message of a webhook names nobody; a feed tells as much as its reader may see', async () => {
    expect(namesIn(await readEntries([seq], null))).toEqual([])
    const asked = { after: 0, limit: 100, wait: 0 }
    expect(namesIn(await followLog(cast.tomas(), asked))).toEqual(named)
  })
})

test('one masked actor can be told from another', async () => {
  const { changes } = await findEntry(cast.victor(), seq)
  const [fields] = changes.map((change) => change.fields.find(({ column }) => column === 'actors'))
  expect(fields?.before).toMatch(/^named actor [0-9a-f]{8}…$/)
  expect(new Set(fields?.after.match(/[0-9a-f]{8}…/g)).size).toBe(3)
})
