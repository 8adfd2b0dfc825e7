import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SectionName, sectionNames } from '../plan/section-name.ts'
import { disciplinesToAsk } from './disciplines-to-ask.ts'
import { defaultPolicy } from './policy.ts'
import { type RosterRow, roster, type SignOff } from './roster.ts'
import { type RevisionContent, sectionsNow } from './sections-now.ts'
import { revision, signOff } from './testing/sign-offs.ts'

const disciplines = disciplinesToAsk(defaultPolicy, { require: [], invite: ['content'] })
const source = { disciplines, policy: defaultPolicy, now: new Date('2026-11-03T09:00:00Z') }

function standing(
  signOffs: readonly SignOff[],
  revisions: readonly RevisionContent[],
): Record<string, RosterRow> {
  const rows = roster({ ...source, signOffs, sections: sectionsNow(revisions) })
  return Object.fromEntries(rows.map((one) => [one.discipline, one]))
}

describe('the roster', () => {
  test('has a row for each discipline of the round, in its order', () => {
    const rows = roster({ ...source, signOffs: [], sections: sectionsNow([revision(1)]) })
    expect(rows.map(({ discipline }) => discipline)).toEqual(
      disciplines.map(({ discipline }) => discipline),
    )
    expect(rows.every(({ status, sign_off }) => status === 'waiting' && !sign_off)).toBe(true)
    expect(rows.at(-1)).toMatchObject({ discipline: 'content', required: false })
  })

  test('the newest word of a discipline counts, in whatever order they come', () => {
    const words = [
      signOff('backend', { ordinal: 2, verdict: 'no_go' }),
      signOff('backend', { ordinal: 1 }),
    ]
    expect(standing(words, [revision(1)]).backend).toMatchObject({
      status: 'no_go',
      sign_off: { ordinal: 2 },
    })
  })

  test('an edit of the stages voids exactly those who review stages', () => {
    const words = disciplines.map(({ discipline }) => signOff(discipline))
    const rows = standing(words, [revision(1), revision(2, { stages: 'moved' })])
    const stale = Object.values(rows).filter(({ status }) => status === 'stale')
    expect(stale.map(({ discipline }) => discipline)).toEqual([
      'product',
      'frontend',
      'backend',
      'qa',
      'government_lead',
    ])
    expect(rows.backend?.stale_sections).toEqual(['stages'])
    expect(rows.backend?.sign_off?.verdict).toBe('go')
    expect(rows.design?.status).toBe('go')
  })

  test.each(['contacts', 'post_launch'] as const)('an edit of %s voids nothing', (section) => {
    const words = disciplines.map(({ discipline }) => signOff(discipline))
    const rows = standing(words, [revision(1), revision(2, { [section]: 'new' })])
    expect(Object.values(rows).every(({ status }) => status === 'go')).toBe(true)
  })

  test('coming back to the signed words brings no verdict back', () => {
    const revisions = [revision(1), revision(2, { rollback: 'other' }), revision(3)]
    expect(standing([signOff('backend')], revisions).backend).toMatchObject({
      status: 'stale',
      stale_sections: ['rollback'],
    })
    const again = signOff('backend', { ordinal: 2, revision: 3 })
    expect(standing([signOff('backend'), again], revisions).backend?.status).toBe('go')
  })

  test('a no-go goes stale like a go', () => {
    const word = signOff('qa', { verdict: 'no_go', note: 'Two defects are open.' })
    const rows = standing([word], [revision(1), revision(2, { uat: 'retested' })])
    expect(rows.qa).toMatchObject({ status: 'stale', sign_off: { verdict: 'no_go' } })
  })

  test('a word that carries no hash for a section it reviews is stale', () => {
    const word = signOff('design', { section_hashes: { uat: 'same' } })
    expect(standing([word], [revision(1)]).design?.stale_sections).toEqual(['validation'])
  })
})

/** What happens to a plan in a round: somebody edits a section, or a discipline speaks. */
type Event =
  | { readonly kind: 'edit'; readonly section: SectionName; readonly meaning: string }
  | { readonly kind: 'word'; readonly discipline: number; readonly verdict: 'go' | 'no_go' }

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('edit' as const),
    section: fc.constantFrom(...sectionNames),
    meaning: fc.constantFrom('same', 'other', 'third'),
  }),
  fc.record({
    kind: fc.constant('word' as const),
    discipline: fc.nat(disciplines.length - 1),
    verdict: fc.constantFrom('go' as const, 'no_go' as const),
  }),
)

/**
 * The model keeps no history at all: an edit that changes what a section means voids, there and
 * then and for good, every word whose discipline reviews it.
 */
function play(events: readonly Event[]) {
  const revisions = [revision(1)]
  const signOffs: SignOff[] = []
  const model = new Map<string, 'go' | 'no_go' | 'stale'>()
  for (const one of events) {
    const now = revisions.at(-1)
    if (!now) throw new Error('there is always a revision')
    if (one.kind === 'edit') {
      const hashes = { ...now.hashes, [one.section]: one.meaning }
      revisions.push({ number: now.number + 1, hashes })
      if (now.hashes[one.section] === one.meaning) continue
      for (const { discipline, reviews } of disciplines) {
        if (reviews.includes(one.section) && model.has(discipline)) model.set(discipline, 'stale')
      }
    } else {
      const asked = disciplines[one.discipline]
      if (!asked) throw new Error('there is such a discipline')
      const { discipline } = asked
      const ordinal = signOffs.filter((said) => said.discipline === discipline).length + 1
      const { number, hashes: section_hashes } = now
      const about = { ordinal, verdict: one.verdict, revision: number, section_hashes }
      signOffs.push(signOff(discipline, about))
      model.set(discipline, one.verdict)
    }
  }
  return { revisions, signOffs, model }
}

describe('after any edits and any words', () => {
  test('each discipline stands where a model without history says', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const { revisions, signOffs, model } = play(events)
        const rows = standing(signOffs, revisions)
        for (const { discipline } of disciplines) {
          expect(rows[discipline]?.status).toBe(model.get(discipline) ?? 'waiting')
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a current word is on exactly the content that stands now', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const { revisions, signOffs } = play(events)
        const now = revisions.at(-1)
        for (const { status, sign_off, discipline } of Object.values(
          standing(signOffs, revisions),
        )) {
          if (status !== 'go' && status !== 'no_go') continue
          for (const section of defaultPolicy.rules[discipline].reviews) {
            expect(sign_off?.section_hashes[section]).toBe(now?.hashes[section])
          }
        }
      }),
    )
  })
})
