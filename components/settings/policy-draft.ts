import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import type { Policy } from '../../domain/roll-call/policy.ts'

export type Rule = Policy['rules'][Discipline]

/** A list with or without one of its members, in the order of `order`. */
export function ticked<T>(list: readonly T[], member: T, on: boolean, order: readonly T[]): T[] {
  return order.filter((one) => (one === member ? on : list.includes(one)))
}

/** The policy with one discipline's rule changed. */
export function withRule(policy: Policy, discipline: Discipline, about: Partial<Rule>): Policy {
  const rule = { ...policy.rules[discipline], ...about }
  return { ...policy, rules: { ...policy.rules, [discipline]: rule } }
}
