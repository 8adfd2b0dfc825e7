interface Counted {
  readonly name: string
  readonly count: number
  readonly denied: number
}

/** What a review of the log has before it. */
export interface ShownReview {
  readonly head: number
  readonly reviewed_to: number
  /** ISO 8601, UTC; null when never. */
  readonly reviewed_to_at: string | null
  readonly new_entries: number
  readonly people: readonly Counted[]
  readonly toggles: readonly Counted[]
  readonly kinds: readonly Counted[]
  readonly reviews: readonly {
    readonly by: string
    readonly up_to: number
    readonly note: string | null
    readonly at: string
  }[]
  readonly may_review: boolean
}
