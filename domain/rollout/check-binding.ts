/**
 * Every check by its name, and whether it holds a flip of a protected environment where nobody
 * chose. What does not bind is asked and shown all the same, as advice: "would not pass".
 */
export const BINDS_BY_DEFAULT = {
  plan: true,
  plan_answered: true,
  launch_decision: true,
  sign_offs_current: true,
  contacts: true,
  rollback: true,
  staged_rollout: true,
  freeze: true,
} as const satisfies Record<string, boolean>

export type CheckName = keyof typeof BINDS_BY_DEFAULT

/** What was chosen for one environment: only the checks that differ from the default need a word. */
export type CheckBinding = Readonly<Partial<Record<CheckName, boolean>>>

/** Whether a check holds a flip under this binding; what the binding leaves out is as by default. */
export function binds(check: CheckName, binding: CheckBinding): boolean {
  return binding[check] ?? BINDS_BY_DEFAULT[check]
}
