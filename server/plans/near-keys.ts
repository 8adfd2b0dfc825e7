const MOST = 3

/**
 * Keys that somebody may have meant by an unknown one: those that differ in case or separators
 * alone, then those a few slips away (a letter more, less, other or swapped), nearest first.
 *
 * @returns at most three.
 */
export function nearKeys(key: string, known: readonly string[]): string[] {
  const folded = fold(key)
  const most = Math.min(4, Math.floor(folded.length / 4))
  return known
    .map((candidate) => ({ candidate, slips: slipsBetween(folded, fold(candidate), most) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, MOST)
    .map(({ candidate }) => candidate)
}

function fold(key: string): string {
  return key.toLowerCase().replace(/[-.:_\s]+/g, '_')
}

/** The optimal string alignment distance, or `most + 1` as soon as it is known to be more. */
function slipsBetween(one: string, other: string, most: number): number {
  if (one === other) return 0
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const ways = [
        at(row, j) + 1,
        at(next, j - 1) + 1,
        at(row, j - 1) + (same ? 0 : 1),
        ...(swapped ? [at(before, j - 2) + 1] : []),
      ]
      next.push(Math.min(...ways))
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return at(row, other.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
