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

/** The day in UTC on which a check-in is due: a week or a calendar month after a full rollout. */
export function dueOn(which: CheckInName, fullSince: Date): string {
  return (soakEnds(AFTER[which], fullSince, 0) ?? fullSince).toISOString().slice(0, 10)
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
