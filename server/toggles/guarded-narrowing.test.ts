import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setFreeze } from '../freezes/set-freeze.ts'
import { stopLine } from '../freezes/stop-line.ts'
import { openIncident } from '../incidents/open-incident.ts'
import { readDocument } from '../plans/read-document.ts'
import { revisePlan } from '../plans/revise-plan.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flip } from './flip.ts'
import { propose } from './propose.ts'
import { KEY, launchedToggle, toShare } from './testing/launched-toggle.ts'

givenCast()

const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000)

test('nothing that guards a toggle ever holds what only narrows, whoever may narrow', async () => {
  await launchedToggle()
  await flip(cast.tomas(), toShare(10))
  await setFreeze(cast.grace(), {
    startsAt: soon(-1),
    endsAt: soon(1),
    reason: 'Now',
    environments: [],
    recurrence: { rule: 'FREQ=DAILY', timeZone: 'UTC' },
    overrideAllowed: false,
  })
  await openIncident(cast.ben(), { toggle: KEY, title: 'Letters are blank' })
  await stopLine(cast.priya(), { reason: 'Everything is down' })
  let now = 10
  const people = fc.constantFrom(cast.tomas, cast.ben, cast.priya, cast.grace)
  await fc.assert(
    fc.asyncProperty(people, fc.integer({ min: 0, max: 12_000 }), async (person, thousandths) => {
      const share = thousandths / 1000
      const { direction, checks } = await propose(person(), toShare(share))
      if (share > now) {
        expect(
          checks.filter(({ passed, binds }) => binds && !passed).map(({ check }) => check),
        ).toEqual(expect.arrayContaining(['freeze', 'incident', 'stop_the_line']))
        await expect(flip(person(), toShare(share))).rejects.toThrow()
        return
      }
      if (direction !== 'same') expect([direction, checks]).toEqual(['narrows', []])
      await flip(person(), toShare(share))
      now = share
    }),
    { numRuns: 30 },
  )
}, 60_000)

test('a prerequisite that the plan says holds until it is in its state', async () => {
  const { slug } = await launchedToggle([KEY, 'address_form'])
  await reviseWith(slug, 'This rollout requires `address_form` to be on.')
  const detail = async () =>
    (await propose(cast.tomas(), toShare(10))).checks.find(({ check }) => check === 'prerequisites')
  expect(await detail()).toMatchObject({
    passed: false,
    binds: true,
    detail: 'The plan asks for address_form to be on, and it is off.',
  })
})

async function reviseWith(slug: string, sentence: string) {
  const { bytes, revision } = await readDocument(cast.priya(), slug)
  const text = `${new TextDecoder().decode(bytes)}\n\n${sentence}\n`
  await revisePlan(cast.priya(), {
    slug,
    bytes: new TextEncoder().encode(text),
    revision,
  })
}
