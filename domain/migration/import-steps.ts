import { describeState } from '../toggle/describe-state.ts'
import { isSameState, OFF, type ToggleState } from '../toggle/state.ts'
import type { IncomingToggle } from './incoming.ts'

/** A toggle as the registry has it. */
export interface KnownToggle {
  readonly key: string
  readonly description: string
  readonly actorType: string
  readonly archived: boolean
  /** In the environment that is imported into. */
  readonly state: ToggleState
}

/** What an import would do with one toggle. */
export interface ImportStep {
  readonly key: string
  /** `retired`: the key was archived and is never used again, so nothing is done with it. */
  readonly does: 'create' | 'change' | 'leave' | 'retired'
  /** In words, what changes: "description", "off → 25 % of actors". */
  readonly changes: readonly string[]
  readonly incoming: IncomingToggle
}

/**
 * What an import would create, change or leave, in the file's order. Toggles that the file does not
 * have are not mentioned: an import removes nothing.
 */
export function importSteps(
  incoming: readonly IncomingToggle[],
  known: ReadonlyMap<string, KnownToggle>,
): readonly ImportStep[] {
  return incoming.map((toggle) => {
    const here = known.get(toggle.key)
    if (here?.archived) return { key: toggle.key, does: 'retired', changes: [], incoming: toggle }
    const changes = [...detailChanges(toggle, here), ...stateChange(toggle, here?.state ?? OFF)]
    const does = here === undefined ? 'create' : changes.length > 0 ? 'change' : 'leave'
    return { key: toggle.key, does, changes, incoming: toggle }
  })
}

function detailChanges(toggle: IncomingToggle, here: KnownToggle | undefined): string[] {
  if (here === undefined) return []
  const { description, actorType } = toggle
  return [
    ...(description !== undefined && description !== here.description ? ['description'] : []),
    ...(actorType !== undefined && actorType !== here.actorType ? ['actor type'] : []),
  ]
}

function stateChange({ state }: IncomingToggle, here: ToggleState): string[] {
  if (state === undefined || isSameState(state, here)) return []
  return [`${describeState(here)} → ${describeState(state)}`]
}
