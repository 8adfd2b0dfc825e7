const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * The day of a moment in UTC: "22 November 2026".
 *
 * @throws RangeError for what is no moment in ISO 8601.
 */
export function dayInWords(moment: string): string {
  const date = new Date(moment)
  const [year, month, day] = date.toISOString().slice(0, 10).split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
}

/** A moment in UTC to the minute: "22 November 2026, 14:05 UTC". */
export function momentInWords(moment: string): string {
  return `${dayInWords(moment)}, ${new Date(moment).toISOString().slice(11, 16)} UTC`
}
