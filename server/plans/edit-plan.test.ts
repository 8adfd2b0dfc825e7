import { describe, expect, test } from 'vitest'
import type { PlanEdit } from '../../domain/plan/plan-edit.ts'
import { db } from '../db.ts'
import { signOff } from '../roll-call/sign-off.ts'
import { openedRound } from '../roll-call/testing/open-round.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { editPlan, previewEdits } from './edit-plan.ts'
import { findPlan } from './find-plan.ts'
import { readDocument } from './read-document.ts'
import { revisePlan } from './revise-plan.ts'
import { bytesOf, releasePlan } from './testing/documents.ts'
import { planEntries } from './testing/entries.ts'
import { keptPlan } from './testing/kept-plan.ts'

givenCast()

const unticked: PlanEdit = { edit: 'tick_validation', line: 11, checked: false }
const renamed: PlanEdit = { edit: 'set_rollback', text: 'Ben turns it off.' }
const toggle: PlanEdit = { edit: 'add_toggle', key: 'letters_archive', description: null }

const textOf = async (slug: string) =>
  Buffer.from((await readDocument(cast.victor(), slug)).bytes).toString()

describe('edits of a plan', () => {
  test('are one revision with its entry, and touch nothing else of the text', async () => {
    const { slug } = await keptPlan()
    const { result, seqs, edited } = await editPlan(cast.ben(), {
      slug,
      revision: 1,
      edits: [unticked, renamed],
    })
    expect(result.revision).toBe(2)
    expect(seqs).toHaveLength(1)
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'plan.revised',
      actorId: cast.ben().id,
      changed: ['plan 2', 'plan_revision 1'],
    })
    expect(await textOf(slug)).toBe(
      releasePlan({ rollback: 'Ben turns it off.' }).replace('- [x] Tested', '- [ ] Tested'),
    )
    expect(edited.changes.map(({ line, was, text }) => [line, was, text])).toEqual([
      [11, 'x', ' '],
      [24, expect.stringContaining('We switch'), 'Ben turns it off.'],
    ])
  })

  test('carry their toggles on, and make a sign-off on what they change stale', async () => {
    const { slug } = await openedRound()
    await signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'go' })
    await editPlan(cast.priya(), { slug, revision: 1, edits: [toggle] })
    const plan = await findPlan(cast.victor(), slug)
    expect(plan.toggles.map(({ key }) => key)).toEqual(['claim_status_letters', 'letters_archive'])
    expect(plan.roster.find(({ discipline }) => discipline === 'backend')).toMatchObject({
      status: 'stale',
      stale_sections: ['toggles'],
    })
  })

  test('are looked at beforehand without a trace', async () => {
    const { slug } = await keptPlan()
    const before = (await planEntries()).length
    const asked = { slug, revision: 1, edits: [toggle] }
    const { changes, reading } = await previewEdits(cast.priya(), asked)
    expect(changes).toHaveLength(1)
    expect(reading.toggles).toHaveLength(2)
    expect(await db().planRevision.count()).toBe(1)
    expect((await planEntries()).length).toBe(before)
  })
})

describe('edits of a plan are refused', () => {
  test.each([
    ['saved', editPlan],
    ['looked at', previewEdits],
  ])('whole when one finds no place, saying which and why, %s', async (_, command) => {
    const { slug } = await keptPlan()
    const gone: PlanEdit = { edit: 'remove_stage', n: 3 }
    await expect(
      command(cast.priya(), { slug, revision: 1, edits: [unticked, gone] }),
    ).rejects.toMatchObject({
      refusal: {
        code: 'invalid',
        errors: [{ path: 'edits.1', message: 'finds no stage 3: the plan has 0, counted from 0.' }],
      },
    })
    expect(await db().planRevision.count()).toBe(1)
  })

  test('when somebody saved meanwhile, on record', async () => {
    const { slug } = await keptPlan()
    await revisePlan(cast.tomas(), { slug, bytes: bytesOf('# Other'), revision: 1 })
    const asked = { slug, revision: 1, edits: [unticked] }
    const conflict = { refusal: { code: 'revision_conflict', expected: '"1"', actual: 2 } }
    await expect(editPlan(cast.priya(), asked)).rejects.toMatchObject(conflict)
    expect((await planEntries()).at(-1)).toMatchObject({
      outcome: 'denied',
      data: { refusal: 'revision_conflict' },
    })
    expect(await textOf(slug)).toBe('# Other')
    // What was meant is still told, so that the two can be put together.
    const { bytes, newest } = await previewEdits(cast.priya(), asked)
    expect(newest).toBe(2)
    expect(Buffer.from(bytes).toString()).toBe(releasePlan().replace('[x] Tested', '[ ] Tested'))
    await expect(previewEdits(cast.priya(), { ...asked, revision: 9 })).rejects.toMatchObject({
      refusal: { code: 'revision_conflict' },
    })
  })

  test('to a viewer, on record', async () => {
    const { slug } = await keptPlan()
    const asked = { slug, revision: 1, edits: [unticked] }
    const forbidden = { refusal: { code: 'forbidden', action: 'plan.edit' } }
    await expect(previewEdits(cast.victor(), asked)).rejects.toMatchObject(forbidden)
    await expect(editPlan(cast.victor(), asked)).rejects.toMatchObject(forbidden)
    expect((await planEntries()).at(-1)).toMatchObject({ outcome: 'denied', plan: slug })
  })

  test('for a plan that is not there', async () => {
    const asked = { slug: 'no-plan', revision: 1, edits: [unticked] }
    const missing = { refusal: { code: 'not_found' } }
    await expect(previewEdits(cast.priya(), asked)).rejects.toMatchObject(missing)
    await expect(editPlan(cast.priya(), asked)).rejects.toMatchObject(missing)
  })
})

test('of ten edits of one revision at once, one is kept', async () => {
  const { slug } = await keptPlan()
  const done = await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) =>
      editPlan(cast.priya(), {
        slug,
        revision: 1,
        edits: [{ edit: 'set_rollback', text: `Ben turns it off within ${n + 2} minutes.` }],
      }),
    ),
  )
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db().planRevision.count()).toBe(2)
})
