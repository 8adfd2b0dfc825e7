/** What happens around flips: freezes, and what else steers a rollout. */
export interface RolloutFacts {
  'freeze.set': {
    readonly starts_at: string
    readonly ends_at: string
    readonly environments: readonly string[]
  }
  'freeze.lifted': Record<never, never>
}
