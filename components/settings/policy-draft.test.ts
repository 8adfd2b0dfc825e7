import { expect, test } from 'vitest'
import { defaultPolicy } from '../../domain/roll-call/policy.ts'
import { ticked, withRule } from './policy-draft.ts'

test('a tick puts a member where it belongs, and takes it away again', () => {
  const order = ['a', 'b', 'c']
  expect(ticked(['c', 'a'], 'b', true, order)).toEqual(order)
  expect(ticked(order, 'b', false, order)).toEqual(['a', 'c'])
})

test('a rule is changed for one discipline alone', () => {
  const policy = withRule(defaultPolicy, 'qa', { abstain: true })
  expect(policy.rules.qa).toEqual({ ...defaultPolicy.rules.qa, abstain: true })
  expect(policy.rules.design).toBe(defaultPolicy.rules.design)
  expect(defaultPolicy.rules.qa.abstain).toBe(false)
})
