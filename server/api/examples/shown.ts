import { createHash } from 'node:crypto'

const MOMENTS: Readonly<Record<string, string>> = {
  now: '2027-03-01T09:00:00Z',
  soon: '2027-03-02T09:00:00Z',
  later: '2027-03-03T09:00:00Z',
}

/** A word in braces as it is shown: a moment, or an id that is the same in every place. */
export function shownWord(name: string): string {
  if (MOMENTS[name] !== undefined) return MOMENTS[name]
  if (name === 'meetingPlan') return 'refill-requests-launch-go-no-go'
  if (name === 'guardSecret') return 'GUARD_SECRET'
  if (name === 'flipper') return 'https://flipper.example.gov/api'
  if (name === 'flipperHost') return 'flipper.example.gov'
  const hex = createHash('sha256').update(name).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** An example's value with each `{name}` replaced, by what is shown unless told otherwise. */
export function shown(value: unknown, word: (name: string) => string = shownWord): unknown {
  if (typeof value === 'string') {
    return value.replace(
      /^(.*)\{([a-zA-Z]+)\}$/,
      (_, before: string, name: string) => before + word(name),
    )
  }
  if (Array.isArray(value)) return value.map((item) => shown(item, word))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shown(item, word)]))
}
