import type { CheckName } from './check-binding.ts'

/** What one check saw, before it is known whether it binds. */
export interface CheckSeen {
  readonly check: CheckName
  readonly passed: boolean
  readonly detail: string
  readonly cleared_by: string | null
}

/** One condition of a widening flip, on the facts that it needs. */
export type Check<Facts> = (facts: Facts) => CheckSeen

/**
 * What a check saw.
 *
 * @param detail a sentence.
 * @param clearedBy who can clear it, as a phrase; dropped where it passed.
 */
export function seen(
  check: CheckName,
  passed: boolean,
  detail: string,
  clearedBy: string,
): CheckSeen {
  return { check, passed, detail, cleared_by: passed ? null : clearedBy }
}
