import { compareCodePoints } from '../toggle/code-point-order.ts'
import { OFF, type ToggleState } from '../toggle/state.ts'
import { asThere, isSameThere } from './same-there.ts'

/** One request that changes a feature on a Flipper server, below the server's address. */
export interface PushStep {
  readonly method: 'POST' | 'DELETE'
  readonly path: string
  readonly body: unknown
  /** What stands there once it is answered. */
  readonly after: ToggleState
  /** The gate that it changes; null for the feature as a whole. */
  readonly gate: 'boolean' | 'actors' | 'groups' | 'percentage' | 'expression' | null
}

interface PushOptions {
  /** Whether the server has the gate for expressions. */
  readonly expressions: boolean
  /** Whether taking people out is the dangerous direction. */
  readonly offIsDangerous: boolean
}

type Draft = Omit<PushStep, 'after'> & { readonly change: Partial<ToggleState> }

/** A key in a path, escaped as Flipper's own client does. */
export function featurePath(key: string): string {
  const escaped = encodeURIComponent(key).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `/features/${escaped}`
}

/**
 * The fewest requests of Flipper's API that lead from what stands on the server to what is wanted,
 * none where nothing differs. What takes people out goes first, so that a push cut short has let in
 * nobody who is not wanted; where off is the dangerous side, the other way round. Flipper's boolean
 * clears every other gate, both on and off, so those are set again after it.
 *
 * @param there null where the server has no such feature yet.
 */
export function pushSteps(
  key: string,
  there: ToggleState | null,
  wanted: ToggleState,
  { expressions, offIsDangerous }: PushOptions,
): readonly PushStep[] {
  const path = featurePath(key)
  const goal = asThere(expressions ? wanted : { ...wanted, expression: there?.expression ?? null })
  const steps: PushStep[] = []
  let now = asThere(there ?? OFF)
  const go = ({ change, ...step }: Draft): void => {
    now = { ...now, ...change }
    steps.push({ ...step, after: now })
  }
  if (there === null) {
    go({ method: 'POST', path: '/features', body: { name: key }, gate: null, change: {} })
  }
  if (isSameThere(now, goal)) return steps
  if (isSameThere(goal, OFF)) {
    go({ method: 'DELETE', path: `${path}/clear`, body: null, gate: null, change: OFF })
    return steps
  }
  if (now.boolean !== goal.boolean) {
    const method = goal.boolean ? 'POST' : 'DELETE'
    const change = { ...OFF, boolean: goal.boolean }
    go({ method, path: `${path}/boolean`, body: {}, gate: 'boolean', change })
  }
  const { narrowing, widening } = gateDrafts(path, now, goal)
  const order = offIsDangerous ? [...widening, ...narrowing] : [...narrowing, ...widening]
  for (const { draft } of order) go(draft(now))
  return steps
}

interface Pending {
  /** Made when its turn comes: a list is changed by one name from what stands then. */
  readonly draft: (now: ToggleState) => Draft
}

function gateDrafts(path: string, now: ToggleState, goal: ToggleState) {
  const narrowing: Pending[] = []
  const widening: Pending[] = []
  for (const gate of ['actors', 'groups'] as const) {
    const gone = now[gate].filter((name) => !goal[gate].includes(name))
    const come = goal[gate].filter((name) => !now[gate].includes(name))
    narrowing.push(...gone.map((name) => nameStep(path, gate, 'DELETE', name)))
    widening.push(...come.map((name) => nameStep(path, gate, 'POST', name)))
  }
  for (const gate of ['percentageOfActors', 'percentageOfTime'] as const) {
    const [from, to] = [now[gate] ?? 0, goal[gate] ?? 0]
    if (from === to) continue
    const name = gate === 'percentageOfActors' ? 'percentage_of_actors' : 'percentage_of_time'
    const body = { percentage: String(to) }
    const change = { [gate]: to === 0 ? null : to }
    const draft = { method: 'POST', path: `${path}/${name}`, body, gate: 'percentage', change }
    const list = to < from ? narrowing : widening
    list.push({ draft: () => draft as Draft })
  }
  if (JSON.stringify(now.expression) !== JSON.stringify(goal.expression)) {
    const { expression } = goal
    const method = expression === null ? 'DELETE' : 'POST'
    const body = expression ?? {}
    const draft = { method, path: `${path}/expression`, body, gate: 'expression' } as const
    const list = expression === null ? narrowing : widening
    list.push({ draft: () => ({ ...draft, change: { expression } }) })
  }
  return { narrowing, widening }
}

function nameStep(
  path: string,
  gate: 'actors' | 'groups',
  method: 'POST' | 'DELETE',
  name: string,
): Pending {
  const address =
    gate === 'actors' ? `${path}/actors` : `${path}/groups?allow_unregistered_groups=true`
  const body = gate === 'actors' ? { flipper_id: name } : { name }
  return {
    draft: (now) => {
      const names =
        method === 'POST'
          ? [...now[gate], name].sort(compareCodePoints)
          : now[gate].filter((one) => one !== name)
      return { method, path: address, body, gate, change: { [gate]: names } }
    },
  }
}
