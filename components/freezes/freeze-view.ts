/** A freeze as the API shows it, as far as a page needs it. */
export interface FreezeView {
  readonly id: string
  readonly starts_at: string
  readonly ends_at: string
  readonly reason: string
  readonly environments: readonly string[]
  readonly team: string | null
  readonly recurrence: {
    readonly rule: string
    readonly time_zone: string
    readonly words: string
  } | null
  readonly override_allowed: boolean
  readonly set_by: string
  readonly version: number
  readonly next: readonly { readonly starts_at: string; readonly ends_at: string }[]
  readonly stands: boolean
}

/** What one can choose from when setting a freeze. */
export interface FreezeChoices {
  readonly environments: readonly { readonly key: string; readonly name: string }[]
  readonly teams: readonly { readonly slug: string; readonly name: string }[]
}
