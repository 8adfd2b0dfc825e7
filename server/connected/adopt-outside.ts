import { isSameThere, markOf } from '../../domain/connected/same-there.ts'
import { mayPutBack } from '../../domain/connected/settle-outside.ts'
import { holdingChecks } from '../../domain/rollout/holding-checks.ts'
import type { ToggleState } from '../../domain/toggle/state.ts'
import { systemActor } from '../access/system-actor.ts'
import { change, told } from '../change.ts'
import { applyFlip } from '../toggles/apply-flip.ts'
import { findStateRow } from '../toggles/state-row.ts'
import { assess } from '../toggles/weigh.ts'
import type { ConnectionRow } from './connection-row.ts'
import { hostOf } from './flipper-server.ts'
import { noteArrived, type StateToPush, type Withheld } from './push-row.ts'
import { recordOutside } from './record-outside.ts'

interface Seen {
  readonly state: StateToPush
  readonly there: ToggleState
  /** Who pushed last when it was read; another push since then makes what was read old. */
  readonly claim: string | null
}

/** What of a state the server was known not to hold. */
function withheldOf({ push }: StateToPush): readonly Withheld[] {
  return (['expression', 'groups'] as const).filter((gate) => push?.withheld.includes(gate))
}

/** The state of record that follows from what is there: with what the server cannot hold. */
function asRecorded(state: StateToPush, there: ToggleState): ToggleState {
  const withheld = withheldOf(state)
  return {
    ...there,
    expression: withheld.includes('expression') ? state.state.expression : there.expression,
    groups: withheld.includes('groups') ? state.state.groups : there.groups,
  }
}

/**
 * Adopts what others changed on a connected server as the state of record, as Rollcall itself.
 *
 * @returns false where the state moved since it was read, so that nothing may be said of it.
 */
export async function adoptOutside(
  connection: ConnectionRow,
  { state, there, claim }: Seen,
): Promise<boolean> {
  const { toggle, environment } = state
  const attempt = { tried: 'adopt what was changed outside', target: { toggle, environment } }
  const actor = systemActor()
  const { result } = await change(actor, attempt, async (tx) => {
    const row = await findStateRow(tx, toggle, environment, { lock: true })
    const push = await tx.flipperPush.findUnique({ where: { toggleStateId: state.id } })
    const isOld = row.version !== state.version || row.toggle.archived || push?.claim !== claim
    const stands = await tx.flipperConnection.count({ where: { id: connection.id, ended: false } })
    if (isOld || stands === 0) return told(false, [])
    const after = asRecorded(state, there)
    const arrived = { mark: markOf(there), withheld: withheldOf(state) }
    if (isSameThere(after, row.state)) {
      await noteArrived(tx, state, claim, arrived)
      return told(false, [])
    }
    const server = hostOf(connection.address)
    // A fact about the server's users, and nobody's wish: it is told with what it would have failed.
    const unmet = holdingChecks((await assess(tx, row, after)).checks).map(({ check }) => check)
    const found = { row, after, server, type: 'toggle.changed_outside', unmet } as const
    const entries = await recordOutside(tx, actor, found)
    await noteArrived(tx, { ...state, version: row.version + 1 }, claim, arrived)
    return told(true, entries)
  })
  return result
}

/**
 * Puts back what others widened, where the environment is to have it so: a flip of Rollcall's own
 * that takes people out and lets nobody in. What others narrowed stays.
 */
export async function putBack(
  connection: ConnectionRow,
  { state, there }: Omit<Seen, 'claim'>,
): Promise<void> {
  const { toggle, environment, offIsDangerous } = state
  const after = asRecorded(state, there)
  if (!mayPutBack({ there: after, wanted: state.state, offIsDangerous })) return
  const attempt = { tried: 'put back what was widened outside', target: { toggle, environment } }
  await change(systemActor(), attempt, async (tx) => {
    const row = await findStateRow(tx, toggle, environment, { lock: true })
    if (row.version !== state.version + 1) return told(null, [])
    const reason = `It was widened outside Rollcall, on ${hostOf(connection.address)}.`
    const undoes = { from: row.version, to: row.version }
    const flip = { row, after: state.state, reason, undoes }
    const { entries } = await applyFlip(tx, systemActor(), flip)
    return told(null, entries)
  })
}
