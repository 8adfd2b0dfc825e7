interface Made {
  readonly guard: string
  readonly tool: string
  /** `hold`, or `lower` to a share of actors; to the stage before where that is null. */
  readonly act: string
  readonly lower_to: number | null
  readonly dry_run: boolean
}

interface Named {
  /** The guard's name. */
  readonly guard: string
}

/** What happens to guards, and what they do when monitoring calls them. */
export interface GuardFacts {
  'guard.made': Made
  'guard.changed': Made
  'guard.secret_changed': Named
  'guard.removed': Named
  /** A signal stopped what widens until a person releases it. */
  'guard.held': Named
  'guard.hold_released': Named
  /** A signal that would have held or lowered, had the guard not been trying out. */
  'guard.rehearsed': Named & { readonly act: string }
  /** A signal that says neither way: a person was asked. */
  'guard.asked': Named
}
