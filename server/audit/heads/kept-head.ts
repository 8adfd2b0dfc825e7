/** The last head that a signer put its key under. */
export interface KeptHead {
  readonly size: number
  /** In hex. */
  readonly hash: string
  /** ISO 8601, UTC. */
  readonly time: string
}

/** Where a signer remembers its last head: outside the database that it watches. */
export interface HeadMemory {
  readonly read: () => KeptHead | null
  readonly write: (head: KeptHead) => void
}
