import methods from '../../generated/api-methods.json' with { type: 'json' }

const BASE = '/api/v1'
const routes = Object.entries(methods).map(([path, taken]) => ({
  parts: path.split('/'),
  allowed: [
    ...taken.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])),
    'OPTIONS',
  ],
}))

/**
 * The methods that a path of the API takes, HEAD beside GET; OPTIONS is answered where it is asked.
 * Null where there is no such path. A part that is written out goes before one in brackets.
 */
export function allowedMethods(pathname: string): readonly string[] | null {
  if (!pathname.startsWith(`${BASE}/`)) return null
  const asked = pathname.slice(BASE.length).replace(/\/$/, '').split('/')
  const matching = routes.filter(
    ({ parts }) =>
      parts.length === asked.length &&
      parts.every((part, at) => part === asked[at] || (part.startsWith('[') && asked[at] !== '')),
  )
  const written = (parts: readonly string[]) =>
    parts.map((part) => (part.startsWith('[') ? '1' : '0'))
  const [first] = matching.sort((one, other) =>
    written(one.parts).join('').localeCompare(written(other.parts).join('')),
  )
  return first?.allowed ?? null
}
