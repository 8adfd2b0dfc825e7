import { momentInWords } from '../../audit/moment-words.ts'
import { disciplineName } from '../../roll-call/disciplines.ts'
import type { Lapse } from '../../roll-call/lapses.ts'
import type { LaunchScope } from '../../roll-call/launch-scope.ts'
import { launchWords } from '../../roll-call/launch-words.ts'
import type { ToggleState } from '../../toggle/state.ts'
import { type Check, seen } from '../check.ts'
import { shareOfActors } from '../staged-rollout.ts'

/** What a decision says to a flip. */
export interface DecisionFacts {
  readonly rollCall: number
  readonly decision: 'launch' | 'pause' | 'pivot'
  /** What a launch allows; null where it allows everything. */
  readonly scope: LaunchScope | null
  /** What it no longer rests on. */
  readonly lapsed: readonly Lapse[]
  /** The moment of action. */
  readonly at: Date
}

export interface LaunchFacts {
  readonly environment: string
  readonly before: ToggleState
  readonly after: ToggleState
  readonly plan: { readonly decision: DecisionFacts | null } | null
}

const IN_A_ROLL_CALL = 'the disciplines and the government lead, in a roll call'

/** Passes where the decision that stands is a launch that covers this environment, share and time. */
export const launchDecided: Check<LaunchFacts> = ({ environment, before, after, plan }) => {
  const decision = plan?.decision
  const said = (passed: boolean, detail: string) =>
    seen('launch_decision', passed, detail, IN_A_ROLL_CALL)
  if (!decision) return said(false, 'No roll call has decided to launch.')
  const { rollCall, scope, at } = decision
  if (decision.decision !== 'launch') {
    return said(false, `Roll call ${rollCall} decided to ${decision.decision}, not to launch.`)
  }
  if (!scope) return said(true, `Roll call ${rollCall} decided to launch.`)
  const allows = `Roll call ${rollCall} decided to launch ${launchWords(scope)}`
  if (scope.environment !== environment) return said(false, `${allows}, and not ${environment}.`)
  if (scope.until !== null && Date.parse(scope.until) <= at.getTime()) {
    return said(
      false,
      `The launch of roll call ${rollCall} ended on ${momentInWords(scope.until)}.`,
    )
  }
  const past = goesPast(scope, before, after)
  return past === null ? said(true, `${allows}.`) : said(false, `${allows}; ${past}.`)
}

/** What of the state after lies beyond the launch's share; null when nothing does. */
function goesPast({ up_to }: LaunchScope, before: ToggleState, after: ToggleState): string | null {
  if (up_to === 'full') return null
  const share = shareOfActors(after)
  if (share > up_to.percentage) return `${share} % goes past it`
  const group = after.groups.find((one) => !before.groups.includes(one))
  if (group !== undefined) return `nobody can say which share the group ${group} is`
  const isSame = JSON.stringify(before.expression) === JSON.stringify(after.expression)
  if (after.expression !== null && !isSame)
    return 'nobody can say which share an expression lets in'
  return null
}

/** Passes where every required discipline still stands behind the decision; says who does not, and why. */
export const signOffsCurrent: Check<LaunchFacts> = ({ plan }) => {
  const lapsed = plan?.decision?.lapsed ?? []
  const objected = lapsed.filter(({ because }) => because === 'objected')
  const edited = lapsed.filter(({ because }) => because === 'edited')
  const others = lapsed.filter((one) => !objected.includes(one) && !edited.includes(one))
  const names = (some: readonly Lapse[]) =>
    some.map(({ discipline }) => disciplineName(discipline)).join(', ')
  const sentences = [
    ...objected.map(({ detail }) => detail),
    ...(edited.length > 0 ? [`The plan changed since ${names(edited)} signed.`] : []),
    ...others.map(({ detail }) => detail),
  ]
  return seen(
    'sign_offs_current',
    lapsed.length === 0,
    lapsed.length === 0 ? 'Every sign-off stands on the plan as it is now.' : sentences.join(' '),
    `${names(lapsed)}, by signing again in a new roll call`,
  )
}
