/** A toggle that nobody needs any more, as far as its states tell. */
export interface Staleness {
  /** Open to everybody for long, or closed to everybody for long. */
  readonly kind: 'fully_on' | 'off_everywhere'
  /** Since when: ISO 8601. */
  readonly since: string
  readonly days: number
}

/** How long, in days, a toggle stands unchanged before it counts as stale. */
const STALE_AFTER = { fully_on: 30, off_everywhere: 90 } as const

interface StateSeen {
  readonly protected: boolean
  readonly state: 'off' | 'conditional' | 'on'
  readonly percentage_of_actors: number | null
  readonly changed_at: string
}

const DAY_MS = 86_400_000

/**
 * Whether a toggle is stale at the moment `now`: open to everybody (on, or 100 % of actors) in every
 * protected environment and unchanged there for 30 days, or off in every environment and unchanged
 * for 90. Without a protected environment all of them count. Null for one that is still in use.
 */
export function stalenessOf(environments: readonly StateSeen[], now: Date): Staleness | null {
  const shielded = environments.filter((one) => one.protected)
  const live = shielded.length > 0 ? shielded : environments
  if (live.length === 0) return null
  const isOpen = ({ state, percentage_of_actors: share }: StateSeen) =>
    state === 'on' || share === 100
  if (live.every(isOpen)) return standing('fully_on', live, now)
  const isClosed = environments.every(({ state }) => state === 'off')
  return isClosed ? standing('off_everywhere', environments, now) : null
}

function standing(
  kind: Staleness['kind'],
  environments: readonly StateSeen[],
  now: Date,
): Staleness | null {
  const since =
    environments
      .map((one) => one.changed_at)
      .toSorted()
      .at(-1) ?? now.toISOString()
  const days = Math.floor((now.getTime() - Date.parse(since)) / DAY_MS)
  return days >= STALE_AFTER[kind] ? { kind, since, days } : null
}
