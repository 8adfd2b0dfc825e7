import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ALWAYS_BIND,
  BINDS_BY_DEFAULT,
  bindingFaults,
  binds,
  type CheckBinding,
  changedBinding,
  isCheckName,
} from './check-binding.ts'

const checks = Object.keys(BINDS_BY_DEFAULT).filter(isCheckName)

describe('a wished change of what binds', () => {
  test.each<[string, Parameters<typeof bindingFaults>[0], string]>([
    ['nothing', { bind: [], unbind: [] }, 'unbind'],
    ['a check that is none', { bind: ['luck'], unbind: [] }, 'bind'],
    ['a freeze not to bind', { bind: [], unbind: ['freeze'] }, 'unbind'],
    ['a stopped line not to bind', { bind: [], unbind: ['stop_the_line'] }, 'unbind'],
    ['what binds already', { bind: ['contacts'], unbind: [] }, 'bind'],
  ])('is not %s', (_, change, path) => {
    expect(bindingFaults(change, {})).toMatchObject([{ path }])
  })

  test('is not both of one check', () => {
    expect(bindingFaults({ bind: ['contacts'], unbind: ['contacts'] }, {})).toHaveLength(2)
  })

  test('is what it says afterwards, and nothing else changes', () => {
    const some = fc.subarray(checks.filter((check) => !ALWAYS_BIND.includes(check)))
    fc.assert(
      fc.property(some, some, (unbound, changed) => {
        const now: CheckBinding = Object.fromEntries(unbound.map((check) => [check, false]))
        const unbind = changed.filter((check) => binds(check, now))
        const bind = changed.filter((check) => !binds(check, now))
        if (changed.length > 0) expect(bindingFaults({ bind, unbind }, now)).toEqual([])
        const columns = changedBinding(now, { bind, unbind })
        const after: CheckBinding = Object.fromEntries([
          ...columns.bound.map((check) => [check, true]),
          ...columns.unbound.map((check) => [check, false]),
        ])
        for (const check of checks) {
          expect(binds(check, after)).toBe(changed.includes(check) !== binds(check, now))
        }
      }),
    )
  })
})
