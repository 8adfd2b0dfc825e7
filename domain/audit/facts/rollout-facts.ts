/** How a freeze comes again, over whom it stands, and whether an override passes it. */
export interface FreezeTermsData {
  /** The slug of the team over whose toggles alone it stands. */
  readonly team: string | null
  /** An RRULE of RFC 5545, on the wall clock of `time_zone`. */
  readonly rule: string | null
  readonly time_zone: string | null
  readonly override_allowed: boolean
}

/** What happens around flips: freezes, and what else steers a rollout. */
export interface RolloutFacts {
  'freeze.set': {
    readonly starts_at: string
    readonly ends_at: string
    readonly environments: readonly string[]
  } & Partial<FreezeTermsData>
  'freeze.lifted': Record<never, never>
}
