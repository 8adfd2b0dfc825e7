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
  guard_hold: true,
  /** Nothing is paused but by a person who wants it held. */
  paused: true,
  soak: false,
  results: false,
  staging_first: false,
  freeze: true,
  stop_the_line: true,
} as const satisfies Record<string, boolean>

export type CheckName = keyof typeof BINDS_BY_DEFAULT

/** What was chosen for one environment: only the checks that differ from the default need a word. */
export type CheckBinding = Readonly<Partial<Record<CheckName, boolean>>>

/**
 * The checks that nobody can choose away: a freeze and a stopped line are one person's loud word to
 * everybody, a guard's hold is what a person asked monitoring for, and each has its own way to be
 * lifted.
 */
export const ALWAYS_BIND: readonly CheckName[] = ['freeze', 'stop_the_line', 'guard_hold']

/** Whether a word is the name of a check. */
export function isCheckName(word: string): word is CheckName {
  return Object.hasOwn(BINDS_BY_DEFAULT, word)
}

/** Whether a check holds a flip under this binding; what the binding leaves out is as by default. */
export function binds(check: CheckName, binding: CheckBinding): boolean {
  if (ALWAYS_BIND.includes(check)) return true
  return binding[check] ?? BINDS_BY_DEFAULT[check]
}

/** What somebody wants to be otherwise: checks that are to bind, and checks that are not. */
export interface BindingChange {
  readonly bind: readonly string[]
  readonly unbind: readonly string[]
}

/** What is wrong with a wished change, by the field that says it; a change that changes nothing too. */
export function bindingFaults(
  { bind, unbind }: BindingChange,
  now: CheckBinding,
): { path: string; message: string }[] {
  const named = [
    ...bind.map((check) => ({ path: 'bind', check, wanted: true })),
    ...unbind.map((check) => ({ path: 'unbind', check, wanted: false })),
  ]
  if (named.length === 0)
    return [{ path: 'unbind', message: 'Name at least one check, here or in bind.' }]
  return named.flatMap(({ path, check, wanted }) => {
    if (!isCheckName(check)) return [{ path, message: `There is no check "${check}".` }]
    if (named.filter((other) => other.check === check).length > 1) {
      return [{ path, message: `${check} is named twice.` }]
    }
    if (!wanted && ALWAYS_BIND.includes(check)) {
      return [{ path, message: `${check} always binds: it is lifted, never chosen away.` }]
    }
    if (binds(check, now) === wanted) {
      return [{ path, message: `${check} ${wanted ? 'binds' : 'does not bind'} already.` }]
    }
    return []
  })
}

/** A binding after a change: what each list names, without what is as by default. */
export function changedBinding(
  now: CheckBinding,
  { bind, unbind }: BindingChange,
): { bound: CheckName[]; unbound: CheckName[] } {
  const after = new Map<string, boolean>(Object.entries(now))
  for (const check of bind) after.set(check, true)
  for (const check of unbind) after.set(check, false)
  const chosen = Object.keys(BINDS_BY_DEFAULT)
    .filter(isCheckName)
    .filter((check) => after.has(check) && after.get(check) !== BINDS_BY_DEFAULT[check])
  return {
    bound: chosen.filter((check) => after.get(check)),
    unbound: chosen.filter((check) => !after.get(check)),
  }
}
