/** How the list of toggles is narrowed, as its address says it; what is wrong there is left out. */
export interface ToggleQuery {
  readonly q?: string
  readonly team?: string
  readonly state?: 'off' | 'conditional' | 'on'
  readonly plan?: string
  readonly archived?: true
  readonly stale?: true
  readonly cursor?: string
}

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>

const states = ['off', 'conditional', 'on'] as const

/** Reads the address of the list. Empty fields of the form narrow nothing. */
export function readToggleQuery(params: SearchParams): ToggleQuery {
  const text = (name: string): string | undefined => {
    const value = params[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 500) : undefined
  }
  const state = states.find((word) => word === text('state'))
  const { q, team, plan, cursor } = {
    q: text('q'),
    team: text('team'),
    plan: text('plan'),
    cursor: text('cursor'),
  }
  return {
    ...(q === undefined ? {} : { q }),
    ...(team === undefined ? {} : { team }),
    ...(state === undefined ? {} : { state }),
    ...(plan === undefined ? {} : { plan }),
    ...(text('archived') === undefined ? {} : { archived: true }),
    ...(text('stale') === undefined ? {} : { stale: true }),
    ...(cursor === undefined ? {} : { cursor }),
  }
}

/** The address of the list with this query. */
export function toggleListAddress(query: ToggleQuery): string {
  const search = new URLSearchParams()
  for (const name of ['q', 'team', 'state', 'plan', 'cursor'] as const) {
    const value = query[name]
    if (value !== undefined) search.set(name, value)
  }
  if (query.archived) search.set('archived', 'true')
  if (query.stale) search.set('stale', 'true')
  return search.size === 0 ? '/toggles' : `/toggles?${search}`
}

/** Whether the query leaves anything out. */
export function narrows({ cursor, ...filters }: ToggleQuery): boolean {
  return Object.keys(filters).length > 0
}
