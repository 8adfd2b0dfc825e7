import { describe, expect, test } from 'vitest'
import { saidStanding } from './said-standing.ts'
import { row, signOff } from './testing/sign-offs.ts'

const newest = (about: Parameters<typeof signOff>[1]) =>
  signOff('backend', { ordinal: 2, ...about })
const earlier = signOff('backend', { ordinal: 1 })

describe('one thing said in a round', () => {
  test('is current while it is the newest and nothing changed', () => {
    expect(saidStanding(earlier, row('backend', { sign_off: earlier }))).toEqual({
      standing: 'current',
      stale_sections: [],
    })
  })

  test('is stale by the sections that changed, or expired by its age', () => {
    const edited = row('backend', {
      status: 'stale',
      stale_because: 'edited',
      stale_sections: ['rollback'],
      sign_off: earlier,
    })
    expect(saidStanding(earlier, edited)).toEqual({
      standing: 'stale',
      stale_sections: ['rollback'],
    })
    const old = row('backend', { status: 'stale', stale_because: 'expired', sign_off: earlier })
    expect(saidStanding(earlier, old).standing).toBe('expired')
  })

  test.each([
    ['go', 'go', 'replaced'],
    ['go', 'no_go', 'withdrawn'],
    ['no_go', 'go', 'replaced'],
    ['go', 'withdrawn', 'withdrawn'],
    ['no_go', 'withdrawn', 'withdrawn'],
    ['abstain', 'go', 'replaced'],
  ] as const)('a %s before a %s is %s', (verdict, later, standing) => {
    const said = signOff('backend', { verdict })
    const after = row('backend', { status: later, sign_off: newest({ verdict: later }) })
    expect(saidStanding(said, after).standing).toBe(standing)
  })
})
