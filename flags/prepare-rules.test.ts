import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contexts, states } from '../domain/toggle/testing/random-states.ts'
import { prepareInSlices, prepareNow } from './prepare-rules.ts'
import { loaded, toggle } from './testing/test-server.ts'

const asks = (key: string) => ({ expression: { FeatureEnabled: [key] } })

describe('rules that are prepared again', () => {
  it('keep every environment in which nothing differs', () => {
    const first = prepareNow(loaded([toggle('on')], 1, [toggle('on')]), null)
    const second = prepareNow(loaded([toggle('on', { boolean: true })], 2, [toggle('on')]), first)
    expect(second.environments.get('staging')).toBe(first.environments.get('staging'))
    expect(second.environments.get('production')).not.toBe(first.environments.get('production'))
  })

  it('answer as rules that are prepared for the first time', () => {
    const keys = ['a', 'b', 'c', 'd']
    const all = fc.tuple(states, states, states, states)
    fc.assert(
      fc.property(all, all, fc.subarray(keys), contexts, (before, after, changed, context) => {
        const old = keys.map((key, i) => toggle(key, before[i]))
        const now = old.map((one, i) =>
          changed.includes(one.key) ? toggle(one.key, after[i]) : one,
        )
        const asking = [toggle('asks', asks('b')), toggle('asks_that', asks('asks'))]
        const held = prepareNow(loaded([...old, ...asking], 1), null)
        const again = prepareNow(loaded([...now, ...asking], 2), held)
        const fresh = prepareNow(loaded([...now, ...asking], 2), null)
        const answersOf = (rules: typeof fresh) =>
          [...(rules.environments.get('production')?.toggles.values() ?? [])].map((one) => [
            one.key,
            one.ask(context),
            one.needsActor,
            one.readsClock,
          ])
        expect(answersOf(again)).toEqual(answersOf(fresh))
      }),
    )
  })

  it('are the same in slices as at once, and let other work through', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => toggle(`toggle_${i}`, { actors: ['ada'] }))
    let turns = 0
    let isDone = false
    const count = (): void => {
      turns += 1
      if (!isDone) setImmediate(count)
    }
    setImmediate(count)
    const sliced = await prepareInSlices(loaded(many), null)
    isDone = true
    expect(turns).toBeGreaterThan(1)
    const atOnce = prepareNow(loaded(many), null)
    const fingerprintOf = (rules: typeof atOnce) =>
      rules.environments.get('production')?.fingerprint
    expect(fingerprintOf(sliced)).toBe(fingerprintOf(atOnce))
  })

  it('give every process the same ticket for a token, and never the token', () => {
    const tickets = [prepareNow(loaded([]), null), prepareNow(loaded([], 9), null)].map((rules) =>
      [...rules.byTicket.keys()].sort(),
    )
    expect(tickets[0]).toEqual(tickets[1])
    expect(new Set(tickets[0]).size).toBe(5)
  })
})
