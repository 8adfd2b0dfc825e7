import { describe, expect, test } from 'vitest'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { acknowledgeFinding } from './acknowledge-finding.ts'
import { findPlan } from './find-plan.ts'
import { contradictoryPlan } from './testing/documents.ts'
import { planEntries } from './testing/entries.ts'
import { keptPlan } from './testing/kept-plan.ts'

givenCast()

async function planWithFinding(): Promise<{ slug: string; finding: string }> {
  const { slug } = await keptPlan(contradictoryPlan)
  const { reading } = await findPlan(cast.victor(), slug)
  const finding = reading.findings[0]
  if (!finding) throw new Error('the plan was to contradict itself')
  return { slug, finding: finding.id }
}

describe('a finding', () => {
  test('is acknowledged by a person, with their note, on record', async () => {
    const { slug, finding } = await planWithFinding()
    const note = 'The body is right.'
    const { result } = await acknowledgeFinding(cast.ben(), { slug, finding, note })
    expect(result).toMatchObject({
      id: finding,
      acknowledged: true,
      by: { id: cast.ben().id, name: 'Ben Castellano' },
      note,
    })
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'finding.acknowledged',
      plan: slug,
      data: { finding },
      texts: { note },
      changed: ['finding_acknowledgement 1'],
    })
    expect((await findPlan(cast.victor(), slug)).acknowledged).toMatchObject([
      { finding, by: 'Ben Castellano', note },
    ])
  })

  test('is acknowledged once, by whoever was first', async () => {
    const { slug, finding } = await planWithFinding()
    await acknowledgeFinding(cast.ben(), { slug, finding })
    const again = await acknowledgeFinding(cast.fern(), { slug, finding })
    expect(again.seqs).toEqual([])
    expect(again.result.by.name).toBe('Ben Castellano')
  })

  test('is acknowledged once, also when several do it at once', async () => {
    const { slug, finding } = await planWithFinding()
    const done = await Promise.all(
      [cast.ben(), cast.fern(), cast.priya()].map((who) =>
        acknowledgeFinding(who, { slug, finding }),
      ),
    )
    expect(done.flatMap(({ seqs }) => seqs)).toHaveLength(1)
  })
})

describe('an acknowledgement is refused', () => {
  test('for a finding that the plan does not have', async () => {
    const { slug } = await keptPlan()
    await expect(acknowledgeFinding(cast.ben(), { slug, finding: 'none' })).rejects.toMatchObject({
      refusal: { code: 'not_found', what: 'finding' },
    })
  })

  test.each([
    ['a viewer', cast.victor],
    ['an administrator', cast.alma],
  ])('to %s, on record', async (_, who) => {
    const { slug, finding } = await planWithFinding()
    await expect(acknowledgeFinding(who(), { slug, finding })).rejects.toMatchObject({
      refusal: { code: 'forbidden', action: 'finding.acknowledge' },
    })
    expect((await planEntries()).at(-1)).toMatchObject({ outcome: 'denied', plan: slug })
  })
})
