import { describeState } from '../../toggle/describe-state.ts'
import type { ToggleState } from '../../toggle/state.ts'
import { type CheckSeen, seen } from '../check.ts'
import { shareOfActors } from '../staged-rollout.ts'

/** What the check knows of staging. */
export interface StagingFacts {
  readonly toggle: string
  readonly before: ToggleState
  readonly after: ToggleState
  /** For such a toggle off is the wide side. */
  readonly offIsDangerous: boolean
  /** The toggle's state in staging now; null where there is no such environment. */
  readonly staging: { readonly name: string; readonly state: ToggleState } | null
}

/**
 * Staging saw it first: there the toggle reaches at least the share that this flip would reach.
 * A flip that lets named actors or groups in without raising the share asks only that staging is
 * not closed to everybody.
 */
export function stagingFirstCheck(facts: StagingFacts): CheckSeen {
  const { toggle, before, after, offIsDangerous, staging } = facts
  const result = (passed: boolean, detail: string) =>
    seen('staging_first', passed, detail, 'anybody who may flip there, by widening staging first')
  if (staging === null) return result(true, 'There is no staging environment.')
  const width = (state: ToggleState) =>
    offIsDangerous ? 100 - shareOfActors(state) : shareOfActors(state)
  const there = width(staging.state)
  const wanted = width(after) > width(before) ? width(after) : 0
  const seenThere = wanted > 0 ? there >= wanted : there > 0 || letsSomebodyIn(staging.state)
  const words = describeState(staging.state)
  return seenThere
    ? result(true, `${staging.name} saw it first: there ${toggle} is ${words}.`)
    : result(false, `${staging.name} did not see it first: there ${toggle} is ${words}.`)
}

function letsSomebodyIn({ actors, groups, expression }: ToggleState): boolean {
  return actors.length > 0 || groups.length > 0 || expression !== null
}
