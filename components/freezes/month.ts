const DAY = 24 * 60 * 60 * 1000

/** One day of a calendar sheet, in UTC. */
export interface SheetDay {
  /** ISO 8601, as "2026-12-24". */
  readonly date: string
  readonly day: number
  readonly isInMonth: boolean
}

/** The first moment of the month that an address names ("2026-12"), else of `now`'s, in UTC. */
export function monthOf(named: string | undefined, now: Date): Date {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(named ?? '') ?? []
  if (year && month && Number(year) >= 2000) return new Date(`${year}-${month}-01T00:00:00Z`)
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1))
}

/** A month some months on, as an address names it. */
export function monthAfter(month: Date, months: number): string {
  const moved = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + months, 1))
  return moved.toISOString().slice(0, 7)
}

/** The weeks of a month's sheet, each from Monday to Sunday. */
export function weeksOf(month: Date): SheetDay[][] {
  const offset = (month.getUTCDay() + 6) % 7
  const next = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1)
  const weeks = Math.ceil((offset + (next - month.getTime()) / DAY) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, weekday) => {
      const at = new Date(month.getTime() + (week * 7 + weekday - offset) * DAY)
      return {
        date: at.toISOString().slice(0, 10),
        day: at.getUTCDate(),
        isInMonth: at.getUTCMonth() === month.getUTCMonth(),
      }
    }),
  )
}

/** How a window lies on a day: "all day", "from 22:00", "until 13:00", "17:00 to 20:00". */
export function onDay(
  { starts_at, ends_at }: { readonly starts_at: string; readonly ends_at: string },
  date: string,
): string | null {
  const begins = Date.parse(`${date}T00:00:00Z`)
  const [from, to] = [Date.parse(starts_at), Date.parse(ends_at)]
  if (to <= begins || from >= begins + DAY) return null
  const clock = (moment: string) => moment.slice(11, 16)
  if (from <= begins) return to >= begins + DAY ? 'all day' : `until ${clock(ends_at)}`
  return to >= begins + DAY
    ? `from ${clock(starts_at)}`
    : `${clock(starts_at)} to ${clock(ends_at)}`
}
