import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignSpeakers, type SpokenFor } from './assign-speakers.ts'
import { DISCIPLINES, type Discipline } from './disciplines.ts'

const named = (...names: string[]) => names.map((name) => ({ id: name, name }))

function said(words: Partial<Record<Discipline, readonly string[]>>): SpokenFor[] {
  return DISCIPLINES.flatMap((discipline) => {
    const names = words[discipline]
    return names ? [{ discipline, spoken_by: named(...names) }] : []
  })
}

describe('whose word is counted', () => {
  test.each<[string, Parameters<typeof said>[0], readonly Discipline[], readonly Discipline[]]>([
    ['one person may speak for two', { backend: ['Ben'], frontend: ['Ben'] }, [], []],
    [
      'but not where each stands alone',
      { backend: ['Ben'], frontend: ['Ben'] },
      ['backend', 'frontend'],
      ['backend'],
    ],
    [
      'a second voice for either frees the first for the other',
      { backend: ['Ben', 'Fern'], frontend: ['Ben'] },
      ['backend', 'frontend'],
      [],
    ],
    [
      'a chain of three is untied',
      { frontend: ['Ben', 'Fern'], backend: ['Ben', 'Ada'], qa: ['Ada'] },
      ['frontend', 'backend', 'qa'],
      [],
    ],
    [
      'two people are not enough for three',
      { frontend: ['Ben', 'Fern'], backend: ['Ben', 'Fern'], qa: ['Ben'] },
      ['frontend', 'backend', 'qa'],
      ['qa'],
    ],
    [
      'whoever stands alone is not counted for those that share',
      { product: ['Grace'], government_lead: ['Grace'] },
      ['government_lead'],
      ['product'],
    ],
    [
      'unless another spoke there too',
      { product: ['Grace', 'Priya'], government_lead: ['Grace'] },
      ['government_lead'],
      [],
    ],
    ['who has said nothing asks for nobody', { qa: [], backend: ['Ben'] }, ['qa'], []],
  ])('%s', (_, words, alone, short) => {
    expect(assignSpeakers(said(words), alone).short.map(({ discipline }) => discipline)).toEqual(
      short,
    )
  })

  test('who is short is told with who is needed elsewhere, and where', () => {
    const words = said({ product: ['Grace'], government_lead: ['Grace'] })
    expect(assignSpeakers(words, ['government_lead']).short).toEqual([
      { discipline: 'product', name: 'Grace', needed_for: 'government_lead' },
    ])
  })

  test('a name alone is the person who bears it', () => {
    const words: SpokenFor[] = [
      { discipline: 'qa', spoken_by: [{ id: null, name: 'tomas ibarra' }] },
      { discipline: 'backend', spoken_by: [{ id: 'tomas', name: 'Tomás Ibarra' }] },
    ]
    expect(assignSpeakers(words, ['qa', 'backend']).short).toHaveLength(1)
  })
})

const people = ['Ana', 'Bo', 'Cy', 'Di', 'Eve']
const some = fc.subarray(DISCIPLINES.slice(0, 6))
const words = fc
  .tuple(some, fc.array(fc.subarray(people), { minLength: 6, maxLength: 6 }))
  .map(([asked, speakers]): SpokenFor[] =>
    asked.map((discipline, index) => ({
      discipline,
      spoken_by: named(...(speakers[index] ?? [])),
    })),
  )

/** Every way to choose one speaker for each discipline, tried one after the other. */
function canAll(spoken: readonly SpokenFor[], alone: readonly Discipline[]): boolean {
  const asked = spoken.filter(({ spoken_by }) => spoken_by.length > 0)
  const ways = asked.reduce<[Discipline, string][][]>(
    (chosen, { discipline, spoken_by }) =>
      chosen.flatMap((way) =>
        spoken_by.map(({ name }): [Discipline, string][] => [...way, [discipline, name]]),
      ),
    [[]],
  )
  return ways.some((way) =>
    way.every(([discipline, name]) =>
      alone.includes(discipline)
        ? way.every(([other, theirs]) => other === discipline || theirs !== name)
        : true,
    ),
  )
}

/** A matching by augmenting paths, for where every discipline stands alone. */
function mostMatched(spoken: readonly SpokenFor[]): number {
  const heldBy = new Map<string, SpokenFor>()
  const find = (one: SpokenFor, tried: Set<string>): boolean =>
    one.spoken_by.some(({ name }) => {
      if (tried.has(name)) return false
      tried.add(name)
      const holder = heldBy.get(name)
      if (holder && !find(holder, tried)) return false
      heldBy.set(name, one)
      return true
    })
  return spoken.filter((one) => find(one, new Set())).length
}

describe('for any words', () => {
  test('all are counted exactly when some choice counts all', () => {
    fc.assert(
      fc.property(words, some, (spoken, alone) => {
        expect(assignSpeakers(spoken, alone).short.length === 0).toBe(canAll(spoken, alone))
      }),
      { numRuns: 500 },
    )
  })

  test('whoever is counted did say it, and for one that stands alone for that alone', () => {
    fc.assert(
      fc.property(words, some, (spoken, alone) => {
        const { counted } = assignSpeakers(spoken, alone)
        for (const [discipline, { name }] of counted) {
          const own = spoken.find((one) => one.discipline === discipline)
          expect(own?.spoken_by.map((one) => one.name)).toContain(name)
          if (!alone.includes(discipline)) continue
          expect([...counted.values()].filter((one) => one.name === name)).toHaveLength(1)
        }
      }),
    )
  })

  test('where each stands alone it counts as many as a matching can', () => {
    fc.assert(
      fc.property(words, (spoken) => {
        expect(assignSpeakers(spoken, DISCIPLINES).counted.size).toBe(mostMatched(spoken))
      }),
    )
  })

  test('the order in which people spoke is nothing', () => {
    fc.assert(
      fc.property(words, some, (spoken, alone) => {
        const turned = spoken
          .toReversed()
          .map((one) => ({ ...one, spoken_by: one.spoken_by.toReversed() }))
        expect(assignSpeakers(turned, alone).short.length).toBe(
          assignSpeakers(spoken, alone).short.length,
        )
      }),
    )
  })
})
