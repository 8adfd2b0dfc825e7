import { expect, test } from 'vitest'
import { importPlan } from '../../plans/import-plan.ts'
import { bytesOf, releasePlan } from '../../plans/testing/documents.ts'
import { decide } from '../../roll-call/decide.ts'
import { openRollCall } from '../../roll-call/open-roll-call.ts'
import { everybodySigns } from '../../roll-call/testing/open-round.ts'
import { cast } from '../../testing/cast.ts'
import { holdSeal, untilWaiting } from '../../testing/hold-seal.ts'
import { useCast as givenCast } from '../../testing/test-database.ts'
import { archiveToggle } from '../archive-toggle.ts'
import { flip } from '../flip.ts'

givenCast()

const LETTERS = 'claim_status_letters'
const FORM = 'address_form'

/** A launched plan with sentences of its own on what it requires; `address_form` is on already. */
async function launchedWith(...sentences: string[]): Promise<void> {
  const text = [releasePlan({ toggles: [LETTERS, FORM] }), ...sentences].join('\n\n')
  const kept = { bytes: bytesOf(text), register: [LETTERS, FORM] }
  const { result: plan } = await importPlan(cast.priya(), kept)
  const { slug } = plan
  const { result } = await openRollCall(cast.priya(), { slug, require: [], invite: [] })
  await everybodySigns(slug)
  await decide(cast.priya(), { slug, rollCall: result.id, decision: 'launch' })
}

const turn = (toggle: string, boolean: boolean, who = cast.tomas) =>
  flip(who(), { toggle, environment: 'production', patch: { boolean }, reason: 'A turn' })

const notYet = {
  refusal: {
    code: 'checks_not_passed',
    checks: expect.arrayContaining([
      expect.objectContaining({ check: 'prerequisites', passed: false }),
    ]),
  },
}

test('a prerequisite that was archived is off, whatever it was left at', async () => {
  await launchedWith(`\`${LETTERS}\` requires \`${FORM}\` to be on.`)
  await turn(FORM, true)
  await archiveToggle(cast.tomas(), { key: FORM, reason: 'Over', confirmed: true })
  await expect(turn(LETTERS, true)).rejects.toMatchObject(notYet)
})

test('nothing widens on a prerequisite that is flipped away at the same moment', async () => {
  await launchedWith(`\`${LETTERS}\` requires \`${FORM}\` to be on.`)
  await turn(FORM, true)
  const [away, widened] = await holdSeal(async (admin) => {
    // Off already, and not committed yet.
    const off = turn(FORM, false, cast.ben)
    await untilWaiting(admin)
    const on = turn(LETTERS, true).catch((error: unknown) => error)
    await untilWaiting(admin, 2)
    return [off, on] as const
  }).then((both) => Promise.all(both))
  expect(away.result.state.boolean).toBe(false)
  expect(widened).toMatchObject(notYet)
})

test('two that want one another off do not both come on, and neither waits for ever', async () => {
  await launchedWith(
    `\`${LETTERS}\` requires \`${FORM}\` to be off.`,
    `\`${FORM}\` requires \`${LETTERS}\` to be off.`,
  )
  const both = await Promise.allSettled([turn(LETTERS, true), turn(FORM, true)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: notYet })
})
