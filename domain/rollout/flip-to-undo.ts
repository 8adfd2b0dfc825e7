/** One flip in the history of a toggle in an environment. */
export interface PastFlip {
  /** The state's version that the flip led to. */
  readonly version: number
  /** For a rollback, the oldest version whose flip it undid: with it every later one up to itself. */
  readonly undid: number | null
}

/**
 * Which flip a rollback undoes: the newest one that is neither a rollback nor undone already, so
 * that pressing twice goes further back instead of forward again.
 *
 * @param newestFirst the flips, newest first; version 1 is the registration, which nothing undoes.
 * @returns the version of that flip, null when there is none.
 */
export function flipToUndo(newestFirst: readonly PastFlip[]): number | null {
  let undoneFrom = Number.POSITIVE_INFINITY
  for (const { version, undid } of newestFirst) {
    if (version >= undoneFrom) continue
    if (undid !== null) undoneFrom = undid
    else if (version > 1) return version
  }
  return null
}
