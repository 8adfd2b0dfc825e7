import type { Refusal } from '../refusal.ts'
import type { Decision } from './decision.ts'
import type { LaunchReach, LaunchScope, LaunchScopeInput } from './launch-scope.ts'
import { foldName } from './same-person.ts'

/** What a launch's bounds are held against. */
export interface ScopeGround {
  readonly decision: Decision
  /** The stages of the plan's present text. */
  readonly stages: readonly { readonly label: string; readonly percentage: number | null }[]
  /** Keys of the environments that there are. */
  readonly environments: readonly string[]
  readonly now: Date
}

type Resolved = { readonly scope: LaunchScope } | { readonly refusal: Refusal }

/**
 * The bounds of a launch as they will hold. Without an environment it is production; a stage is
 * named as the plan names it, and a percentage is one of the plan's stages where it lists any; an
 * end lies ahead. Only a launch has bounds.
 */
export function resolveScope(asked: LaunchScopeInput, ground: ScopeGround): Resolved {
  if (ground.decision !== 'launch') return invalid('scope', 'belongs to a launch alone.')
  const environment = asked.environment ?? 'production'
  if (!ground.environments.includes(environment)) {
    return invalid('scope.environment', `There is no environment "${environment}".`)
  }
  const until = asked.until ? new Date(asked.until) : null
  if (until && until <= ground.now) return invalid('scope.until', 'must lie ahead.')
  const reach = reachOf(asked.up_to, ground.stages)
  if ('refusal' in reach) return reach
  return { scope: { environment, up_to: reach.up_to, until: until?.toISOString() ?? null } }
}

function reachOf(
  up_to: LaunchScopeInput['up_to'],
  stages: ScopeGround['stages'],
): { up_to: LaunchReach } | { refusal: Refusal } {
  if (up_to === 'full') return { up_to }
  const known = stages.flatMap(({ percentage }) => percentage ?? [])
  if ('stage' in up_to) {
    const stage = stages.find(({ label }) => foldName(label) === foldName(up_to.stage))
    if (!stage) return invalid('scope.up_to.stage', `The plan has no stage "${up_to.stage}".`)
    if (stage.percentage === null) {
      return invalid('scope.up_to.stage', `The plan gives "${up_to.stage}" no percentage.`)
    }
    return { up_to: { percentage: stage.percentage } }
  }
  if (known.length > 0 && !known.includes(up_to.percentage)) {
    const shares = [...new Set(known)].sort((one, other) => one - other)
    return invalid(
      'scope.up_to.percentage',
      `is no stage of the plan, which has ${shares.map((share) => `${share} %`).join(', ')}.`,
    )
  }
  return { up_to: { percentage: up_to.percentage } }
}

function invalid(path: string, message: string): { refusal: Refusal } {
  return { refusal: { code: 'invalid', errors: [{ path, message }] } }
}
