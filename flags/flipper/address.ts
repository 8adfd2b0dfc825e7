/** What of Flipper's API an address names, the prefix `/flipper` taken off. */
export type FlipperAddress =
  | { readonly at: 'features' }
  | { readonly at: 'feature'; readonly key: string }
  | { readonly at: 'clear'; readonly key: string }
  | { readonly at: 'gate'; readonly key: string; readonly gate: FlipperGate }
  | { readonly at: 'actor'; readonly id: string }
  | { readonly at: 'import' }

export type FlipperGate = (typeof GATES)[number]

const GATES = [
  'boolean',
  'actors',
  'groups',
  'percentage_of_actors',
  'percentage_of_time',
  'expression',
] as const

export const FLIPPER = '/flipper'

/**
 * Reads the path of a Flipper call. Keys and actor ids may hold slashes and come escaped or not, so
 * the end of the path decides: `/features/a/b/boolean` is the boolean of `a/b`. Null: no such route.
 */
export function readAddress(address: string): FlipperAddress | null {
  const query = address.indexOf('?')
  const path = address
    .slice(FLIPPER.length, query === -1 ? undefined : query)
    .replace(/(?<=.)\/$/, '')
  if (path === '/features') return { at: 'features' }
  if (path === '/import') return { at: 'import' }
  if (path.startsWith('/actors/')) return { at: 'actor', id: decode(path.slice(8)) }
  if (!path.startsWith('/features/')) return null
  const rest = path.slice(10)
  const slash = rest.lastIndexOf('/')
  const last = rest.slice(slash + 1)
  const key = decode(rest.slice(0, Math.max(slash, 0)))
  if (slash > 0 && last === 'clear') return { at: 'clear', key }
  const gate = GATES.find((name) => name === last)
  if (slash > 0 && gate !== undefined) return { at: 'gate', key, gate }
  return rest === '' ? null : { at: 'feature', key: decode(rest) }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The query of an address; Flipper's client sends a stray `&` in front, which changes nothing. */
export function readQuery(address: string): URLSearchParams {
  const query = address.indexOf('?')
  return new URLSearchParams(query === -1 ? '' : address.slice(query + 1))
}

/**
 * The keys asked for: `keys=a,b` or `keys[]=a&keys[]=b`, or null for all. A comma that belongs to a
 * key comes escaped, so the list is split before it is decoded.
 */
export function keysAskedFor(address: string): readonly string[] | null {
  const query = address.indexOf('?')
  const parts = query === -1 ? [] : address.slice(query + 1).split('&')
  const listed: string[] = []
  let isAsked = false
  for (const part of parts) {
    const [name = '', value = ''] = part.split(/=(.*)/s)
    if (decode(name) === 'keys[]') listed.push(decodeForm(value))
    else if (name === 'keys') listed.push(...splitList(value))
    else continue
    isAsked = true
  }
  return isAsked ? listed.filter((key) => key !== '') : null
}

function splitList(value: string): string[] {
  const list = value.includes(',') ? value.split(',').map(decodeForm) : decodeForm(value).split(',')
  return list
}

function decodeForm(text: string): string {
  return decode(text.replaceAll('+', ' '))
}
