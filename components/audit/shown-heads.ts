/** A head of the log as the pages show it. */
export interface ShownHead {
  readonly size: number
  readonly hash: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** As it was delivered; null while nobody has signed it. */
  readonly document: { readonly key_id: string; readonly signature: string } | null
  readonly deliveries: readonly {
    readonly place: string
    readonly status: 'pending' | 'delivered' | 'failed'
    readonly delivered_at: string | null
    readonly error: string | null
  }[]
}

/** A key that signs heads, or that did. */
export interface ShownHeadKey {
  readonly key_id: string
  readonly alg: string
  /** In PEM. */
  readonly public_key: string
  readonly since: string
  readonly retired: boolean
}

/** What is known of the heads. */
export interface ShownHeads {
  readonly heads: readonly ShownHead[]
  readonly signed: number
  readonly covered_since: string | null
  readonly places: readonly string[]
}
