import type { Actor } from '../../domain/actor.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import { directionOf } from '../../domain/toggle/direction.ts'
import { stateToJson, type ToggleState } from '../../domain/toggle/state.ts'
import type { Db } from '../db.ts'
import { followStages } from '../rollout/follow-stages.ts'
import type { StateRow } from '../toggles/state-row.ts'
import { writeState } from '../toggles/write-state.ts'
import type { Entry } from '../write-entry.ts'

interface FoundThere {
  readonly row: StateRow
  readonly after: ToggleState
  /** The server's host. */
  readonly server: string
  readonly type: 'toggle.changed_outside' | 'toggle.taken_over'
  /** The checks that it would have failed, had it been a flip. */
  readonly unmet: readonly string[]
}

/**
 * Makes what stands on a connected server the state of record, and tells it with the whole state
 * before and after and the checks that it would have failed. What holds it, its caller has asked.
 */
export async function recordOutside(
  tx: Db,
  actor: Actor,
  { row, after, server, type, unmet }: FoundThere,
): Promise<[Entry, ...Entry[]]> {
  const { offIsDangerous } = row.toggle
  const before = await writeState(tx, row, after)
  const entry: Entry = {
    type,
    target: { toggle: row.toggle.key, environment: row.environment.key },
    data: {
      from: describeState(row.state),
      to: describeState(after),
      direction: directionOf(row.state, after, { offIsDangerous }),
      unmet,
      server,
    },
    changed: [{ entity: 'toggle_state', id: row.id, before }],
  }
  return [entry, ...(await followStages(tx, actor, row, after))]
}

interface Replaced {
  readonly toggle: string
  readonly environment: string
  readonly offIsDangerous: boolean
  /** Null where it could not be read. */
  readonly there: ToggleState | null
  readonly wanted: ToggleState
  readonly server: string
  readonly meanwhile: boolean
}

/**
 * What is told before something there is replaced: all of it, kept beside the entry, but for whom it
 * named. That is told by number, since more may read this text than may see the names.
 */
export function pushedOver(replaced: Replaced): Entry {
  const { toggle, environment, there, wanted, offIsDangerous, server, meanwhile } = replaced
  return {
    type: 'toggle.pushed_over',
    target: { toggle, environment },
    data: {
      from: there === null ? 'what could not be read' : describeState(there),
      to: describeState(wanted),
      direction: there === null ? 'both' : directionOf(there, wanted, { offIsDangerous }),
      unmet: [],
      server,
      meanwhile,
    },
    ...(there === null ? {} : { texts: { detail: inFull(there) } }),
    changed: [],
  }
}

function inFull(state: ToggleState): string {
  const { actors, ...rest } = stateToJson(state)
  return JSON.stringify({ ...rest, named_actors: actors.length })
}
