/** A stretch of time as a clock shows it: "1:05", "1:02:09". Less than nothing is nothing. */
export function clockWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  const tail = two(seconds % 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`
}

/** How a clock stands against its limit: "of 3:00", "0:20 over 3:00"; empty without a limit. */
export function limitWords(milliseconds: number, minutes: number | null): string {
  if (minutes === null) return ''
  const limit = minutes * 60_000
  const over = milliseconds - limit
  return over < 1000 ? `of ${clockWords(limit)}` : `${clockWords(over)} over ${clockWords(limit)}`
}
