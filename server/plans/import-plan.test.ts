import { describe, expect, test } from 'vitest'
import type { ServiceActor } from '../../domain/actor.ts'
import { db } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { importPlan } from './import-plan.ts'
import { readDocument } from './read-document.ts'
import { bytesOf, goNoGoSheet, releasePlan } from './testing/documents.ts'
import { planEntries } from './testing/entries.ts'
import { retireToggle } from './testing/retire-toggle.ts'

givenCast()

const document = (text = releasePlan(), register: readonly string[] = []) => ({
  bytes: bytesOf(text),
  register,
})

describe('an import', () => {
  test('keeps the plan, its toggles and contacts, with one entry that tells both rows', async () => {
    const { result, seqs } = await importPlan(cast.priya(), document())
    expect(result).toEqual({
      slug: 'release-plan-claim-status-letters',
      title: 'Release Plan: Claim status letters',
      revision: 1,
      registered: [],
      sameText: [],
    })
    expect(seqs).toHaveLength(1)
    expect(await planEntries()).toMatchObject([
      {
        type: 'plan.imported',
        plan: 'release-plan-claim-status-letters',
        data: { title: 'Release Plan: Claim status letters', registered: [] },
        changed: ['plan 1', 'plan_revision 1'],
      },
    ])
    expect(await db().planToggle.findMany({ select: { key: true, toggleId: true } })).toEqual([
      { key: 'claim_status_letters', toggleId: null },
    ])
    expect(
      await db().contact.findMany({
        select: { name: true, tier: true },
        orderBy: { position: 'asc' },
      }),
    ).toEqual([
      { name: 'Rosalind Achebe', tier: 'primary' },
      { name: 'Ben Castellano', tier: 'primary' },
      { name: 'Ike Sorensen', tier: 'backup' },
    ])
    expect(await db().toggle.count()).toBe(0)
  })

  test('gives back every byte: mark, line ends, tabs and trailing space', async () => {
    const text =
      '\uFEFF# Plan \r\n\r\n\tтекст — “quoted” 👩🏽‍🚀 \u202Eabc\r\nlast line without end  '
    const { result } = await importPlan(cast.tomas(), document(text))
    const { bytes } = await readDocument(cast.victor(), result.slug)
    expect(Buffer.from(bytes).equals(Buffer.from(bytesOf(text)))).toBe(true)
  })

  test('registers the chosen toggles in the same step, off everywhere', async () => {
    const text = releasePlan({ toggles: ['letters_list', 'letters_download'] })
    const { result, seqs } = await importPlan(cast.priya(), document(text, ['letters_download']))
    expect(result.registered).toEqual(['letters_download'])
    expect(seqs).toHaveLength(2)
    expect((await planEntries()).map(({ type, changed }) => [type, changed])).toEqual([
      ['plan.imported', ['plan 1', 'plan_revision 1']],
      ['toggle.registered', ['toggle 1', 'toggle_state 1', 'toggle_state 1', 'toggle_state 1']],
    ])
    const toggle = await db().toggle.findUniqueOrThrow({ where: { key: 'letters_download' } })
    expect(toggle.description).toBe('Shows claim status letters for letters_download.')
    expect(
      await db().planToggle.findMany({
        select: { key: true, toggleId: true },
        orderBy: { position: 'asc' },
      }),
    ).toEqual([
      { key: 'letters_list', toggleId: null },
      { key: 'letters_download', toggleId: toggle.id },
    ])
  })

  test('leaves a toggle that is registered already as it is', async () => {
    await createToggle(cast.tomas(), { key: 'claim_status_letters', description: 'By hand.' })
    const { result, seqs } = await importPlan(
      cast.priya(),
      document(releasePlan(), ['claim_status_letters']),
    )
    expect(result.registered).toEqual([])
    expect(seqs).toHaveLength(1)
    expect(await db().toggle.findMany({ select: { description: true } })).toEqual([
      { description: 'By hand.' },
    ])
  })

  test('of the same bytes is another plan, and says which had them before', async () => {
    await importPlan(cast.priya(), document())
    const { result } = await importPlan(cast.priya(), document())
    expect(result.slug).toBe('release-plan-claim-status-letters-2')
    expect(result.sameText).toEqual([
      {
        slug: 'release-plan-claim-status-letters',
        title: 'Release Plan: Claim status letters',
        revision: 1,
      },
    ])
  })

  test('takes a go/no-go sheet, and a text without any heading', async () => {
    const sheet = await importPlan(cast.priya(), document(goNoGoSheet))
    const note = await importPlan(cast.priya(), document('\n\n- we ship on Monday\n'))
    expect(note.result.title).toBe('we ship on Monday')
    expect(
      await db().plan.findMany({
        select: { slug: true, kind: true },
        orderBy: { createdAt: 'asc' },
      }),
    ).toEqual([
      { slug: sheet.result.slug, kind: 'go_no_go' },
      { slug: 'we-ship-on-monday', kind: 'release_plan' },
    ])
  })

  test('by a service account that may, has no author', async () => {
    const service: ServiceActor = {
      kind: 'service',
      id: 'b5e8f6a2-7f0e-4f43-9a7c-0c9c1d2e3f40',
      name: 'Plan importer',
      scopes: ['plan'],
      origin: cast.priya().origin,
    }
    await importPlan(service, document())
    expect(await db().planRevision.findMany({ select: { authorId: true } })).toEqual([
      { authorId: null },
    ])
    await expect(
      importPlan(
        { ...service, origin: cast.priya().origin },
        document(releasePlan(), ['claim_status_letters']),
      ),
    ).rejects.toMatchObject({ refusal: { code: 'forbidden', action: 'toggle.register' } })
  })

  test('repeated with its idempotency key is kept once', async () => {
    const idempotency = { key: 'import-1', fingerprint: 'same' }
    const first = await importPlan(cast.priya({ origin: { idempotency } }), document())
    const again = await importPlan(cast.priya({ origin: { idempotency } }), document())
    expect(again).toEqual(first)
    expect(await db().plan.count()).toBe(1)
  })
})

describe('an import is refused', () => {
  test('for what is not text, naming the document', async () => {
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0])
    await expect(importPlan(cast.priya(), { bytes, register: [] })).rejects.toMatchObject({
      refusal: { code: 'invalid', errors: [{ path: 'document' }] },
    })
    expect(await db().plan.count()).toBe(0)
  })

  test('for a key that the plan does not name; nothing is kept', async () => {
    await expect(
      importPlan(cast.priya(), document(releasePlan(), ['claim_status_letters', 'other_key'])),
    ).rejects.toMatchObject({
      refusal: { code: 'invalid', errors: [{ path: 'query.register' }] },
    })
    expect(await db().plan.count()).toBe(0)
    expect(await planEntries()).toEqual([])
  })

  test('for a retired key; nothing is kept', async () => {
    await createToggle(cast.tomas(), { key: 'claim_status_letters', description: '' })
    await retireToggle('claim_status_letters')
    await expect(
      importPlan(cast.priya(), document(releasePlan(), ['claim_status_letters'])),
    ).rejects.toMatchObject({ refusal: { code: 'archived', key: 'claim_status_letters' } })
    expect(await db().plan.count()).toBe(0)
  })

  test('for a team that does not exist', async () => {
    await expect(importPlan(cast.priya(), { ...document(), team: 'nobody' })).rejects.toMatchObject(
      { refusal: { code: 'invalid', errors: [{ path: 'team' }] } },
    )
  })

  test.each([
    ['a viewer', cast.victor],
    ['a discipline lead', cast.ben],
    ['the government lead', cast.grace],
  ])('to %s, on record', async (_, who) => {
    await expect(importPlan(who(), document())).rejects.toMatchObject({
      refusal: { code: 'forbidden', action: 'plan.import' },
    })
    expect(await planEntries()).toMatchObject([
      {
        type: 'attempt.refused',
        outcome: 'denied',
        data: { tried: 'import a release plan', refusal: 'forbidden' },
      },
    ])
  })
})

test('of two imports that register one key at once, one is refused and keeps nothing', async () => {
  const asked = document(releasePlan(), ['claim_status_letters'])
  const done = await Promise.allSettled([
    importPlan(cast.priya(), asked),
    importPlan(cast.tomas(), asked),
  ])
  const kept = done.filter(({ status }) => status === 'fulfilled').length
  expect(await db().plan.count()).toBe(kept)
  expect(await db().toggle.count()).toBe(1)
})
