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
  prerequisites: true,
  incident: true,
  freeze: true,
  stop_the_line: true,
} as const satisfies Record<string, boolean>

export type CheckName = keyof typeof BINDS_BY_DEFAULT

/** What was chosen for one environment: only the checks that differ from the default need a word. */
export type CheckBinding = Readonly<Partial<Record<CheckName, boolean>>>

/**
 * The checks that nobody can choose away: a freeze and a stopped line are one person's loud word to
 * everybody, and each has its own way to be lifted.
 */
const ALWAYS_BIND: readonly CheckName[] = ['freeze', 'stop_the_line']

/** Whether a word is the name of a check. */
export function isCheckName(word: string): word is CheckName {
  return Object.hasOwn(BINDS_BY_DEFAULT, word)
}

/** Whether a check holds a flip under this binding; what the binding leaves out is as by default. */
export function binds(check: CheckName, binding: CheckBinding): boolean {
  if (ALWAYS_BIND.includes(check)) return true
  return binding[check] ?? BINDS_BY_DEFAULT[check]
}
