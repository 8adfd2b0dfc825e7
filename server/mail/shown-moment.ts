const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A moment (RFC 3339) as mail says it: "Wednesday 3 March 2027, 15:00 UTC". */
export function shownMoment(moment: string): string {
  const at = new Date(moment)
  return `${DAY.format(at).replace(',', '')}, ${at.toISOString().slice(11, 16)} UTC`
}
