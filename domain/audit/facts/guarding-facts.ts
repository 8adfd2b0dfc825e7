import type { FreezeTermsData } from './rollout-facts.ts'

/** Which checks somebody wants to bind in an environment, and which not. */
interface BindingData {
  /** The slug of the team. */
  readonly team: string
  readonly bind: readonly string[]
  readonly unbind: readonly string[]
}

/** What guards a widening besides the plan, and what two people loosen of it. */
export interface GuardingFacts {
  'freeze.changed': FreezeTermsData & {
    readonly starts_at: string
    readonly ends_at: string
    readonly environments: readonly string[]
  }
  'line.stopped': Record<never, never>
  'line.released': Record<never, never>
  'incident.opened': Record<never, never>
  'incident.resolved': Record<never, never>
  'checks.proposed': BindingData
  'checks.accepted': BindingData
  'checks.declined': BindingData
  'checks.withdrawn': BindingData
  'environment.renamed': { readonly from: string; readonly to: string }
  /** The keys in their new order. */
  'environments.ordered': { readonly order: readonly string[] }
  'environment.protected': Record<never, never>
  'environment.unprotection_proposed': Record<never, never>
  'environment.unprotected': Record<never, never>
  'environment.unprotection_declined': Record<never, never>
  'environment.unprotection_withdrawn': Record<never, never>
}
