/** "a", "a and b", "a, b or c". */
export function listed(words: readonly string[], joined: 'and' | 'or'): string {
  const last = words.at(-1) ?? 'nothing'
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joined} ${last}`
}
