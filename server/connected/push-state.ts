import { type PushStep, pushSteps } from '../../domain/connected/push-steps.ts'
import type { ThereFeature, UnreadFeature } from '../../domain/connected/read-feature.ts'
import { isSameThere, markOf } from '../../domain/connected/same-there.ts'
import { settleOutside } from '../../domain/connected/settle-outside.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import { OFF, type ToggleState } from '../../domain/toggle/state.ts'
import { systemActor } from '../access/system-actor.ts'
import { change } from '../change.ts'
import { db } from '../db.ts'
import { adoptOutside } from './adopt-outside.ts'
import { ServerFailed } from './call-server.ts'
import { type ConnectionRow, openConnection } from './connection-row.ts'
import { type FlipperServer, hostOf } from './flipper-server.ts'
import {
  claimPush,
  findStatesToPush,
  isStillMine,
  noteArrived,
  noteFailed,
  noteKnown,
  type StateToPush,
  type Withheld,
} from './push-row.ts'
import { pushedOver } from './record-outside.ts'

/** What came of a push. `overtaken`: another flip or push came meanwhile, and goes by itself. */
export type PushOutcome =
  | 'not connected'
  | 'there already'
  | 'arrived'
  | 'adopted what is there'
  | 'overtaken'
  | 'failed, to be tried again'

/**
 * Brings the newest state of a toggle to the server of its environment and reads it back: only when
 * it was read there has it arrived. It may be called again at any moment, and after any death: it
 * looks what is there and sends what is missing. What fails is noted and put on the worker's list
 * again; what others changed meanwhile is told before anything goes over it, or adopted.
 */
export async function pushState(stateId: string): Promise<PushOutcome> {
  const connection = await connectionOf(stateId)
  const [state] = connection ? await findStatesToPush(db(), connection, stateId) : []
  if (!connection || !state) return 'not connected'
  if (!state.pending) return 'there already'
  const claim = await claimPush(connection, stateId)
  try {
    return await push(connection, state, claim)
  } catch (error) {
    if (!(error instanceof ServerFailed)) throw error
    await noteFailed(stateId, claim, error)
    return 'failed, to be tried again'
  }
}

async function connectionOf(stateId: string): Promise<ConnectionRow | null> {
  return db().flipperConnection.findFirst({
    where: { ended: false, environment: { toggleStates: { some: { id: stateId } } } },
  })
}

async function push(
  connection: ConnectionRow,
  state: StateToPush,
  claim: string,
): Promise<PushOutcome> {
  const server = openConnection(connection)
  const found = await server.read(state.toggle)
  const outside = outsideOf(state, found)
  if (outside !== 'ours') {
    const there = outside === 'unread' ? null : outside
    if (there !== null && settles(state, there) === 'adopt') {
      const isAdopted = await adoptOutside(connection, { state, there, claim })
      return isAdopted ? 'adopted what is there' : 'overtaken'
    }
    await tellReplaced(connection, state, there)
  }
  const withheld = await send(server, state, found, claim)
  if (withheld === null) return 'overtaken'
  await readBack(server, state, claim, withheld)
  return 'arrived'
}

/** What others set there: their state, `unread` where it cannot be read, `ours` where they set none. */
function outsideOf(
  { push: row, wanted }: StateToPush,
  found: ThereFeature | UnreadFeature | null,
): ToggleState | 'ours' | 'unread' {
  if (found !== null && 'why' in found) {
    if (isSameThere(wanted, OFF)) return 'unread'
    throw new ServerFailed(`${found.why} Nothing is changed there.`)
  }
  const there = found?.state ?? OFF
  const isKnown = row?.known.includes(markOf(there)) || isSameThere(there, wanted)
  return isKnown || (found === null && isFirst(row)) ? 'ours' : there
}

/** Whether nothing of it has been there yet. */
function isFirst(row: StateToPush['push']): boolean {
  return row === null || (row.confirmedVersion === null && row.known.length === 0)
}

function settles(state: StateToPush, there: ToggleState): 'push' | 'adopt' {
  if (state.archived) return 'push'
  // Registered here and there before already: what is there is not Rollcall's to end.
  if (isFirst(state.push)) return 'adopt'
  return settleOutside({ ...state, there })
}

async function tellReplaced(
  connection: ConnectionRow,
  state: StateToPush,
  there: ToggleState | null,
): Promise<void> {
  const { toggle, environment } = state
  const attempt = { tried: 'push over what is there', target: { toggle, environment } }
  const server = hostOf(connection.address)
  const entry = pushedOver({ ...state, there, server, meanwhile: true })
  await change(systemActor(), attempt, async (tx) => {
    const known = [...(state.push?.known ?? []), ...(there === null ? [] : [markOf(there)])]
    await tx.flipperPush.update({ where: { toggleStateId: state.id }, data: { known } })
    return { result: null, entries: [entry] }
  })
}

/** @returns what the server does not hold; null where this push was overtaken. */
async function send(
  server: FlipperServer,
  state: StateToPush,
  found: ThereFeature | UnreadFeature | null,
  claim: string,
): Promise<Withheld[] | null> {
  const { toggle, wanted, offIsDangerous } = state
  const expressions = found === null || 'why' in found || found.expressions
  // What cannot be read is cleared as a whole, as if everybody were in.
  const there = found === null ? null : 'why' in found ? { ...OFF, boolean: true } : found.state
  // What is archived here is not made there.
  const isNothing = state.archived && there === null
  const steps = isNothing ? [] : pushSteps(toggle, there, wanted, { expressions, offIsDangerous })
  const own = [...(state.push?.known ?? []), ...(there === null ? [markOf(OFF)] : [markOf(there)])]
  await noteKnown(state.id, claim, [...own, ...marksOnTheWay(steps, there ?? OFF)])
  const withheld = new Set<Withheld>(
    expressions || wanted.expression === null ? [] : ['expression'],
  )
  for (const step of steps) {
    if (!(await isStillMine(state, claim))) return null
    const outcome = await server.send(step)
    if (outcome === 'refused') withheld.add(step.gate === 'groups' ? 'groups' : 'expression')
  }
  return [...withheld]
}

/** The states that a push passes through, also where the server refuses a gate that it can do without. */
function marksOnTheWay(steps: readonly PushStep[], there: ToggleState): string[] {
  const { expression, groups } = there
  const without = [
    {},
    ...(steps.some(({ gate }) => gate === 'expression') ? [{ expression }] : []),
    ...(steps.some(({ gate }) => gate === 'groups') ? [{ groups }, { groups, expression }] : []),
  ]
  return steps.flatMap(({ after }) => without.map((gates) => markOf({ ...after, ...gates })))
}

async function readBack(
  server: FlipperServer,
  state: StateToPush,
  claim: string,
  withheld: readonly Withheld[],
): Promise<void> {
  const back = await server.read(state.toggle)
  if (back !== null && 'why' in back) throw new ServerFailed(back.why)
  const there = back?.state ?? OFF
  const expected = {
    ...state.wanted,
    ...(withheld.includes('expression') ? { expression: there.expression } : {}),
    ...(withheld.includes('groups') ? { groups: there.groups } : {}),
  }
  if (!isSameThere(there, expected)) {
    throw new ServerFailed(`It reads back ${describeState(there)} where it was told otherwise.`)
  }
  await noteArrived(db(), state, claim, { mark: markOf(there), withheld })
}
