export type Direction = 'widens' | 'narrows' | 'both' | 'none'

/** What stands otherwise on a server, as the API tells it. */
export type DifferencesView = {
  readonly differences: readonly {
    readonly toggle: string
    readonly here: string
    readonly there: string
    readonly take: Direction
    readonly push: Direction
    /** The checks that taking theirs would be without. */
    readonly take_unmet: readonly string[]
  }[]
  readonly alike: number
  readonly only_here: readonly string[]
  readonly only_there: readonly { readonly key: string; readonly there: string }[]
  readonly unreadable: readonly string[]
  readonly expressions: boolean
  readonly seen: string
}

/** A connection as its page shows it. */
export type ConnectionView = {
  readonly address: string
  readonly server: string
  readonly auth: string
  readonly header: string | null
  readonly on_drift: 'adopt' | 'put_back'
  readonly connected_by: string
  readonly connected_at: string
  readonly looked_at: string | null
  readonly failing_since: string | null
  readonly last_error: string | null
  readonly expressions: boolean
  readonly only_there: readonly string[]
  readonly unreadable: readonly string[]
  readonly toggles: number
  readonly arrived: number
  readonly pending: readonly {
    readonly toggle: string
    readonly wanted: string
    readonly since: string
    readonly attempts: number
    readonly last_error: string | null
  }[]
  readonly withheld: readonly { readonly toggle: string; readonly what: readonly string[] }[]
}

/** How far a toggle has come in a connected environment. */
export type ArrivalView = {
  readonly server: string
  readonly pending: boolean
  readonly since: string
  readonly confirmed_at: string | null
  readonly attempts: number
  readonly last_error: string | null
  readonly withheld: readonly string[]
}

/** Where the API has the connection of an environment. */
export function connectionPath(environment: string): string {
  return `/environments/${encodeURIComponent(environment)}/connection`
}
