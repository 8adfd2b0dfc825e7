import { soakEnds } from './soak-ends.ts'

export const CHECK_INS = ['one_week', 'one_month'] as const

/** The looks back after full rollout. */
export type CheckInName = (typeof CHECK_INS)[number]

/** `waiting`: nothing is fully out yet, so there is no day to count from. */
export type CheckInState = 'waiting' | 'upcoming' | 'due' | 'overdue' | 'recorded'

const AFTER = {
  one_week: { kind: 'time', amount: 1, unit: 'weeks' },
  one_month: { kind: 'time', amount: 1, unit: 'months' },
} as const

/** A day as a plan writes it, with or without its year. */
export interface PlannedDay {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

/**
 * The day in UTC on which a check-in is due, YYYY-MM-DD: the plan's own where it states one that is
 * not before the full rollout, else a week or a calendar month after it. A day without a year is the
 * next of that name.
 */
export function dueOn(which: CheckInName, fullSince: Date, planned: PlannedDay | null): string {
  const full = fullSince.toISOString().slice(0, 10)
  const stated = planned && statedDay(planned, fullSince)
  if (stated !== null && stated >= full) return stated
  return (soakEnds(AFTER[which], fullSince, 0) ?? fullSince).toISOString().slice(0, 10)
}

/** Whether the day is the plan's own, and not counted from the rollout. */
export function isPlansDay(which: CheckInName, fullSince: Date, planned: PlannedDay | null) {
  return planned !== null && dueOn(which, fullSince, planned) === statedDay(planned, fullSince)
}

/** Null for a day that no calendar has, such as 31 June. */
function statedDay({ year, month, day }: PlannedDay, fullSince: Date): string | null {
  const of = (known: number) => {
    const at = new Date(Date.UTC(known, month - 1, day))
    return at.getUTCMonth() === month - 1 ? at.toISOString().slice(0, 10) : null
  }
  if (year !== null) return of(year)
  const now = fullSince.getUTCFullYear()
  const soonest = of(now)
  return soonest !== null && soonest >= fullSince.toISOString().slice(0, 10) ? soonest : of(now + 1)
}

/**
 * Where a check-in stands on a day.
 *
 * @param due its day, null while nothing is fully out. `today` likewise YYYY-MM-DD, in UTC.
 */
export function checkInState(due: string | null, recorded: boolean, today: string): CheckInState {
  if (recorded) return 'recorded'
  if (due === null) return 'waiting'
  if (today < due) return 'upcoming'
  return today === due ? 'due' : 'overdue'
}
