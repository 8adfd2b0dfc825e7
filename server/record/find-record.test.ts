import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readEntries } from '../audit/read-entries.ts'
import { db } from '../db.ts'
import { setFreeze } from '../freezes/set-freeze.ts'
import { revisePlan } from '../plans/revise-plan.ts'
import { bytesOf, releasePlan } from '../plans/testing/documents.ts'
import { keptPlan } from '../plans/testing/kept-plan.ts'
import { decide } from '../roll-call/decide.ts'
import { signOff } from '../roll-call/sign-off.ts'
import { everybodySigns, openedRound } from '../roll-call/testing/open-round.ts'
import { cast } from '../testing/cast.ts'
import { useCast } from '../testing/test-database.ts'
import { flip } from '../toggles/flip.ts'
import { reviewOverride } from '../toggles/review-override.ts'
import { KEY, launchedToggle, toShare } from '../toggles/testing/launched-toggle.ts'
import { findRecord } from './find-record.ts'

const HEX = /^[0-9a-f]{64}$/
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/

describe('the record of a release', () => {
  useCast()

  test('of a plan that nobody was asked about holds its text, its hash and who kept it', async () => {
    const { slug } = await keptPlan()
    const record = await findRecord(cast.victor(), { slug })
    const sha256 = createHash('sha256').update(releasePlan()).digest('hex')
    expect(record).toMatchObject({
      plan: { slug, title: 'Release Plan: Claim status letters', team: 'benefits-portal' },
      text: { number: 1, sha256, bytes: Buffer.byteLength(releasePlan()), markdown: releasePlan() },
      rounds: { total: 0, shown: [] },
      findings: { total: 0 },
      overrides: { total: 0 },
      freezes: { total: 0 },
      toggles: [{ key: KEY, status: 'unknown', in_text: true }],
    })
    expect(record.text.saved).toEqual({
      seq: expect.any(Number),
      at: expect.stringMatching(MOMENT),
      by: 'Priya Raman',
    })
    expect(record.flips.map(({ environment, total }) => [environment, total])).toEqual([
      ['production', 0],
      ['development', 0],
      ['staging', 0],
    ])
    expect(record.entries?.shown.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('Priya Raman imported'),
    ])
  })

  test('tells each flip, override and freeze in sentences, each with its entry', async () => {
    const { slug } = await launchedToggle()
    await flip(cast.tomas(), toShare(10, 'staging'))
    await flip(cast.tomas(), toShare(10))
    await setFreeze(cast.grace(), {
      startsAt: new Date(Date.now() - 1000),
      endsAt: new Date(Date.now() + 3_600_000),
      reason: 'Holidays',
      environments: ['production'],
    })
    await flip(cast.tomas(), { ...toShare(50), override: { reason: 'The letters must go out' } })
    const { id } = await db().override.findFirstOrThrow()
    const open = await findRecord(cast.grace(), { slug })
    expect(open.overrides.shown).toMatchObject([{ verdict: null, reviewed: null }])
    await reviewOverride(cast.grace(), { id, verdict: 'justified', note: 'It had to' })

    const { flips, overrides, freezes, entries } = await findRecord(cast.grace(), { slug })
    const [production, , staging] = flips
    expect(production).toMatchObject({ environment: 'production', protected: true, total: 2 })
    expect(production?.shown).toMatchObject([
      { sentence: expect.stringMatching(/widened .* to 10 %, on the launch decision/) },
      { sentence: expect.stringMatching(/overrode the checks/), type: 'flip.overrode_checks' },
    ])
    expect(staging).toMatchObject({ total: 1, shown: [{ reason: 'To 10 %', toggle: KEY }] })
    expect(overrides).toMatchObject({
      total: 1,
      shown: [
        {
          toggle: KEY,
          environment: 'production',
          reason: 'The letters must go out',
          made: { by: 'Tomás Ibarra' },
          verdict: 'justified',
          review_note: 'It had to',
          reviewed: { by: 'Grace Okafor' },
        },
      ],
    })
    expect(overrides.shown[0]?.checks).toEqual(['freeze'])
    expect(freezes).toMatchObject({ total: 1, shown: [{ reason: 'Holidays', lifted: null }] })
    const told = entries?.shown.map(({ seq }) => seq) ?? []
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b))
    for (const { seq } of production?.shown ?? []) expect(told).toContain(seq)
    const read = await readEntries(told, null)
    expect(read.map(({ hash }) => hash).toReversed()).toEqual(
      entries?.shown.map(({ hash }) => hash),
    )
  })

  test('tells who said what on which sections, and whether it counts', async () => {
    const { slug, id } = await openedRound()
    await signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'go' })
    await signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'no_go', note: 'Errors' })
    await everybodySigns(slug)
    await decide(cast.priya(), { slug, rollCall: id, decision: 'launch', note: 'All set' })
    const changed = releasePlan({
      rollback: 'The on-call engineer switches it off within a minute.',
    })
    await revisePlan(cast.priya(), { slug, bytes: bytesOf(changed), revision: 1 })

    const { rounds, text } = await findRecord(cast.victor(), { slug })
    expect(text.number).toBe(2)
    const [round] = rounds.shown
    expect(round).toMatchObject({
      number: 1,
      revision: 1,
      opened: { by: 'Priya Raman' },
      decision: 'launch',
      decided: { by: 'Priya Raman' },
      note: 'All set',
    })
    const backend = round?.disciplines.find(({ discipline }) => discipline === 'backend')
    expect(backend).toMatchObject({ at_decision: 'go', status: 'stale', said_in_all: 3 })
    expect(backend?.said.map(({ verdict, standing }) => [verdict, standing])).toEqual([
      ['go', 'replaced'],
      ['no_go', 'replaced'],
      ['go', 'stale'],
    ])
    const newest = backend?.said.at(-1)
    expect(newest).toMatchObject({ stale_sections: ['rollback'], manner: 'signed', revision: 1 })
    expect(Object.keys(newest?.section_hashes ?? {}).sort()).toEqual(backend?.reviews.toSorted())
    for (const hash of Object.values(newest?.section_hashes ?? {})) expect(hash).toMatch(HEX)
    const design = round?.disciplines.find(({ discipline }) => discipline === 'design')
    expect(design).toMatchObject({
      at_decision: 'go',
      status: 'go',
      said: [{ standing: 'current' }],
    })
  })

  test('keeps a go that was taken back, and a word that was recorded for somebody', async () => {
    const { slug } = await openedRound()
    await signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'go' })
    await signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'no_go', note: 'Errors' })
    const said = { slug, discipline: 'frontend', verdict: 'go', given_by: 'Ike Sorensen' } as const
    await signOff(cast.priya(), said)
    const { rounds } = await findRecord(cast.victor(), { slug })
    const wordsOf = (name: string) =>
      rounds.shown[0]?.disciplines.find(({ discipline }) => discipline === name)?.said
    expect(wordsOf('backend')).toMatchObject([
      { verdict: 'go', standing: 'withdrawn' },
      { verdict: 'no_go', standing: 'current', note: 'Errors' },
    ])
    expect(wordsOf('frontend')).toMatchObject([
      {
        given_by: 'Ike Sorensen',
        recorded_by: 'Priya Raman',
        manner: 'recorded',
        told: { by: 'Priya Raman' },
      },
    ])
  })
})
