import Link from 'next/link'
import { buttonLook } from '../ui/button-look.ts'
import { classNames } from '../ui/class-names.ts'
import { monthAfter, onDay, type SheetDay, weeksOf } from './month.ts'

type CalendarWindow = {
  readonly freeze: string
  readonly starts_at: string
  readonly ends_at: string
  readonly reason: string
}

type FreezeCalendarProps = {
  month: Date
  windows: readonly CalendarWindow[]
  /** ISO 8601, the day alone. */
  today: string
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A month as a table, a cell a day: what stands on it. On a narrow screen a day has its mark alone. */
export function FreezeCalendar({ month, windows, today }: FreezeCalendarProps) {
  const name = month.toLocaleString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (
    <section aria-labelledby="calendar">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="calendar" className="text-lg font-semibold">
          {name} <span className="text-sm font-normal text-ink-soft">days in UTC</span>
        </h2>
        <nav aria-label="Months" className="flex gap-2 print:hidden">
          <MonthLink month={month} by={-1} label="Month before" />
          <MonthLink month={month} by={1} label="Month after" />
        </nav>
      </div>
      <table className="w-full table-fixed border-collapse text-sm">
        <caption className="sr-only">Freezes in {name}</caption>
        <thead className="text-left text-xs text-ink-soft">
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" className="border-b border-rule-strong px-1.5 py-1.5">
                <abbr title={weekday} className="no-underline">
                  {weekday.slice(0, 3)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day) => (
                <DayCell key={day.date} day={day} windows={windows} isToday={day.date === today} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function MonthLink({ month, by, label }: { month: Date; by: number; label: string }) {
  return (
    <Link
      href={`/freezes?month=${monthAfter(month, by)}`}
      className={buttonLook('secondary', 'small')}
      scroll={false}
    >
      {label}
    </Link>
  )
}

type DayCellProps = { day: SheetDay; windows: readonly CalendarWindow[]; isToday: boolean }

function DayCell({ day, windows, isToday }: DayCellProps) {
  const standing = windows.flatMap((window) => {
    const times = onDay(window, day.date)
    return times === null ? [] : [{ ...window, times }]
  })
  return (
    <td
      className={classNames(
        'h-16 border border-rule p-1.5 align-top sm:h-24',
        !day.isInMonth && 'bg-well text-ink-soft',
        standing.length > 0 && 'bg-wait-wash',
      )}
    >
      <time
        dateTime={day.date}
        className={classNames('text-xs tabular-nums', isToday && 'font-bold text-accent')}
      >
        {day.day}
        {isToday && <span className="sr-only"> (today)</span>}
      </time>
      <ul className="mt-1 flex flex-col gap-1">
        {standing.slice(0, 3).map((window) => (
          <li key={`${window.freeze} ${window.starts_at}`}>
            <a
              href={`#freeze-${window.freeze}`}
              className="block min-h-6 border-l-4 border-wait pl-1 text-xs leading-4 text-ink no-underline hover:underline"
            >
              <span className="max-sm:sr-only">
                <span className="font-semibold">{window.times}</span>{' '}
                <span className="line-clamp-2">{window.reason}</span>
              </span>
            </a>
          </li>
        ))}
        {standing.length > 3 && (
          <li className="text-xs">
            <span className="max-sm:sr-only">and </span>
            {standing.length - 3} more
          </li>
        )}
      </ul>
    </td>
  )
}
