import { describe, expect, test } from 'vitest'
import { DISCIPLINES } from './disciplines.ts'
import { defaultPolicy, speakerOf } from './policy.ts'
import { policySchema } from './policy-schema.ts'

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
    const { reviews, in_person } = defaultPolicy.rules.government_lead
    expect(reviews).toEqual([
      'toggles',
      'validation',
      'staged_rollout',
      'rollback',
      'uat',
      'stages',
    ])
    expect(in_person).toBe(true)
    expect(defaultPolicy.stands_alone).toEqual(['government_lead'])
  })

  test.each([
    ['qa', 'the QA lead'],
    ['security_privacy', 'the security and privacy lead'],
    ['product', 'the program manager'],
  ] as const)('%s is spoken for by %s', (discipline, speaker) => {
    expect(speakerOf(defaultPolicy, discipline)).toBe(speaker)
  })
})

test('the default policy is a policy as a team writes one', () => {
  expect(policySchema.parse(JSON.parse(JSON.stringify(defaultPolicy)))).toEqual(defaultPolicy)
})
