/** A day as a plan writes it; the year is null where it is left out. */
export type Day = { year: number | null; month: number; day: number }

const names = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const name = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const dash = '\\s*(?:-|–|—|to|through|thru)\\s*'
const slashed = /(?<![\d/.])(\d{1,2})[/](\d{1,2})(?:[/](\d{4}|\d{2}))?(?![\d/%])/g
const iso = /(?<!\d)(20\d{2})-(\d{2})-(\d{2})(?!\d)/g
const named = new RegExp(
  `\\b${name} (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%])(?:${dash}\\d{1,2}(?:st|nd|rd|th)?(?!\\d))?(?:,? (20\\d{2}))?`,
  'gi',
)

/**
 * The days that a text names, in order, months before days as in 8/21/23. Months without a day and
 * impossible days are left out; "March 3 - April 9, 2025" gives its year to both ends.
 */
export function daysIn(text: string): Day[] {
  const found: { at: number; day: Day }[] = []
  for (const match of text.matchAll(slashed)) {
    const year = match[3] ? Number(match[3]) + (match[3].length === 2 ? 2000 : 0) : null
    found.push({ at: match.index, day: { year, month: Number(match[1]), day: Number(match[2]) } })
  }
  for (const match of text.matchAll(iso)) {
    const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
    found.push({ at: match.index, day })
  }
  for (const match of text.matchAll(named)) {
    const month = names.indexOf((match[1] ?? '').toLowerCase().slice(0, 3)) + 1
    const year = match[3] ? Number(match[3]) : null
    found.push({ at: match.index, day: { year, month, day: Number(match[2]) } })
  }
  const days = found
    .sort((a, b) => a.at - b.at)
    .map((one) => one.day)
    .filter(isPossible)
  return days.map((day, index) => shareYear(day, days[index + 1]))
}

function isPossible({ year, month, day }: Day): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  return year === null || (year >= 2015 && year <= 2099)
}

/** In a span the year often stands once, behind its end. */
function shareYear(day: Day, next: Day | undefined): Day {
  if (day.year !== null || !next || next.year === null) return day
  const turns = day.month > next.month
  return { ...day, year: turns ? next.year - 1 : next.year }
}

/** Days from one to the other, or null when a year is missing on one side only of a comparison. */
export function daysBetween(from: Day, to: Day): number | null {
  if (from.year === null && to.year === null) {
    const days = ordinal({ ...to, year: 2025 }) - ordinal({ ...from, year: 2025 })
    return Math.abs(days) > 183 ? null : days
  }
  if (from.year === null || to.year === null) return null
  return ordinal(to) - ordinal(from)
}

const ordinal = ({ year, month, day }: Day) => Date.UTC(year ?? 2025, month - 1, day) / 86_400_000

/** "9/12/2023", as the plans write it. */
export const dayText = ({ year, month, day }: Day): string =>
  year === null ? `${month}/${day}` : `${month}/${day}/${year}`
