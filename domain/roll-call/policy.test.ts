import { describe, expect, test } from 'vitest'
import { DISCIPLINES } from './disciplines.ts'
import { askedDisciplines, defaultPolicy, disciplinesToAsk } from './policy.ts'

describe('the policy of a team that has set none', () => {
  test('requires seven disciplines', () => {
    expect(defaultPolicy.required).toEqual([
      'product',
      'design',
      'frontend',
      'backend',
      'qa',
      'accessibility',
      'government_lead',
    ])
  })

  test.each(DISCIPLINES)('%s reviews something, and neither contacts nor results', (discipline) => {
    const { reviews } = defaultPolicy.rules[discipline]
    expect(reviews.length).toBeGreaterThan(0)
    expect(reviews).not.toContain('contacts')
    expect(reviews).not.toContain('post_launch')
  })

  test('the government lead reviews all that is decided, in person, and stands alone', () => {
    const { reviews, inPerson } = defaultPolicy.rules.government_lead
    expect(reviews).toEqual([
      'toggles',
      'validation',
      'staged_rollout',
      'rollback',
      'uat',
      'stages',
    ])
    expect(inPerson).toBe(true)
    expect(defaultPolicy.standsAlone).toEqual(['government_lead'])
  })

  test.each([
    ['qa', 'the QA lead'],
    ['security_privacy', 'the security and privacy lead'],
    ['product', 'the program manager'],
  ] as const)('%s is spoken for by %s', (discipline, speaker) => {
    expect(defaultPolicy.rules[discipline].speaker).toBe(speaker)
  })
})

describe('whom a round asks', () => {
  test('what the policy requires, when the plan adds nothing', () => {
    const asked = disciplinesToAsk(defaultPolicy, { require: [], invite: [] })
    expect(asked.map(({ discipline }) => discipline)).toEqual(defaultPolicy.required)
    expect(asked.every(({ required }) => required)).toBe(true)
  })

  test('a plan adds disciplines, required or invited, each once', () => {
    const asked = disciplinesToAsk(defaultPolicy, {
      require: ['content', 'backend'],
      invite: ['analytics', 'content', 'qa'],
    })
    expect(asked.slice(7).map(({ discipline, required }) => [discipline, required])).toEqual([
      ['content', true],
      ['analytics', false],
    ])
    expect(asked.find(({ discipline }) => discipline === 'qa')?.required).toBe(true)
  })

  test('what is kept with a round reads back the same', () => {
    const asked = disciplinesToAsk(defaultPolicy, { require: ['content'], invite: ['analytics'] })
    expect(askedDisciplines.parse(JSON.parse(JSON.stringify(asked)))).toEqual(asked)
  })
})
