import type { CheckResult } from '../refusal.ts'

/** The checks that hold a flip: those that failed and bind. The rest passed, or only advise. */
export function holdingChecks<Seen extends Pick<CheckResult, 'passed' | 'binds'>>(
  checks: readonly Seen[],
): readonly Seen[] {
  return checks.filter(({ passed, binds }) => binds && !passed)
}
