/** A head is signed at least this often, also when nothing happened: silence is told from deletion. */
const EVERY_MS = 5 * 60_000

/** And as soon as so many entries came since. */
const EVERY_ENTRIES = 1000

/**
 * Whether a head of the log is to be signed now: five minutes after the last one, or 1,000 entries
 * after it, whichever comes first; at once when there is none, or when the last one lies five
 * minutes ahead of the clock, which was set back since. `size` is the number of the newest
 * entry, moments are milliseconds since 1970. An empty log has no head.
 */
export function isHeadDue(
  last: { readonly size: number; readonly signedAt: number } | null,
  now: { readonly size: number; readonly at: number },
): boolean {
  if (now.size === 0) return false
  if (last === null) return true
  return Math.abs(now.at - last.signedAt) >= EVERY_MS || now.size - last.size >= EVERY_ENTRIES
}
