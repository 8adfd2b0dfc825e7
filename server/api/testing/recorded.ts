const ITEMS = 1
const LONGEST = 4000

/**
 * Answers as examples: ids as the requests show them, lists of one, long texts cut, and nothing of
 * an answer that is too long to read.
 */
export function recorded(
  answers: Readonly<Record<string, unknown>>,
  kept: ReadonlyMap<string, string>,
  shownWord: (name: string) => string,
): Record<string, unknown> {
  const names = new Map([...kept].map(([name, value]) => [value, shownWord(name)]))
  const shortened = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value
    if (Array.isArray(value)) return value.slice(0, ITEMS).map(shortened)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        /^(secret|token)$/.test(key) && typeof item === 'string' ? 'SHOWN_ONCE' : shortened(item),
      ]),
    )
  }
  return Object.fromEntries(
    Object.entries(answers)
      .map(([id, answer]) => [id, shortened(answer)] as const)
      .filter(([, answer]) => JSON.stringify(answer).length <= LONGEST),
  )
}
