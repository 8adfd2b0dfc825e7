/** Why somebody is asked to speak: the round opened, their word went stale, or its date comes. */
export const ASKING_CAUSES = ['opened', 'stale', 'day_before', 'hour_before', 'overdue'] as const

export type AskingCause = (typeof ASKING_CAUSES)[number]

/** A reminder: a cause that a date brings. */
export type ReminderCause = Exclude<AskingCause, 'opened' | 'stale'>

const HOUR_MS = 3_600_000

/** How long before the date each reminder goes out, the latest first. */
const REMINDERS: readonly (readonly [ReminderCause, number])[] = [
  ['overdue', 0],
  ['hour_before', HOUR_MS],
  ['day_before', 24 * HOUR_MS],
]

/**
 * Which reminder of a date is due now, if any: the latest whose moment has come. Whoever was asked
 * after that moment was told then and is not reminded of it; a reminder that was missed is not made
 * up for once the next one is due. (Issue: a day and an hour before, and when overdue.)
 *
 * @param askedAt when they were last asked, null when they never were.
 */
export function reminderDue({
  neededBy,
  now,
  askedAt,
}: {
  readonly neededBy: Date
  readonly now: Date
  readonly askedAt: Date | null
}): ReminderCause | null {
  for (const [cause, before] of REMINDERS) {
    const moment = neededBy.getTime() - before
    if (now.getTime() < moment) continue
    return askedAt !== null && askedAt.getTime() >= moment ? null : cause
  }
  return null
}

/** Whether a cause is a reminder of a date. */
export function isReminder(cause: AskingCause): cause is ReminderCause {
  return cause !== 'opened' && cause !== 'stale'
}
