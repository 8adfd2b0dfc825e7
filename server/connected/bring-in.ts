import type { Actor, PersonActor } from '../../domain/actor.ts'
import type { ThereFeature } from '../../domain/connected/read-feature.ts'
import { isSameThere, markOf } from '../../domain/connected/same-there.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import type { OverrideInput } from '../../domain/rollout/override-input.ts'
import { OFF } from '../../domain/toggle/state.ts'
import { change, type Done, told } from '../change.ts'
import { type Db, db } from '../db.ts'
import { teamOf } from '../teams/team-of.ts'
import { registerToggles } from '../toggles/create-toggle.ts'
import { unwrittenStateRow } from '../toggles/state-row.ts'
import type { Entry } from '../write-entry.ts'
import {
  type ConnectionRow,
  findConnectionRow,
  lockConnection,
  openConnection,
} from './connection-row.ts'
import { hostOf } from './flipper-server.ts'
import { mailTakenOver } from './mail-taken-over.ts'
import { requireConnector, requireConnectorOnRecord } from './require-connector.ts'
import { type TakenOver, takeOver } from './take-over.ts'
import { readForPerson } from './try-server.ts'

/** Features of a connected server to register, by their keys. */
export interface BringIn {
  readonly keys: readonly string[]
  /** The slug of the team that owns them; the actor's own when left out. */
  readonly team?: string | undefined
  /** Why they are taken over although checks fail, where the environment is protected. */
  readonly override?: OverrideInput | undefined
}

/**
 * Registers toggles that only the connected server has, with the state that they have there: that
 * is taken over as it stands, and nothing is changed on the server.
 *
 * @throws Refused `forbidden`, `not_found`, `server_failed`; `already_exists`, `retired` for a key in use;
 * `checks_not_passed` where one lets people into what is protected and no override says why.
 */
export async function bringIn(
  actor: Actor,
  environment: string,
  { keys, team, override }: BringIn,
): Promise<Done<{ keys: readonly string[] }>> {
  const tried = `bring in ${keys.length === 1 ? '1 toggle' : `${keys.length} toggles`}`
  const attempt = { tried, target: { environment }, patienceMs: 60_000 }
  await requireConnectorOnRecord(actor, attempt)
  const connection = await findConnectionRow(db(), environment)
  if (!connection) throw new Refused({ code: 'not_found', what: 'connection of', key: environment })
  const there = await readForPerson(async () => openConnection(connection).readAll())
  const features = [...new Set(keys)].map((key) => {
    const feature = there.features.get(key)
    if (!feature) throw new Refused({ code: 'not_found', what: 'feature on the server', key })
    return feature
  })
  return change(actor, attempt, async (tx) => {
    requireConnector(actor)
    const held = await lockConnection(tx, environment)
    const { id: teamId } = await teamOf(tx, actor, team)
    if (!may(actor, 'toggle.register', teamId)) {
      throw new Refused({ code: 'forbidden', action: 'toggle.register' })
    }
    const wanted = features.map(({ key }) => ({ key, description: '' }))
    const entries: Entry[] = await registerToggles(tx, wanted, teamId, environment)
    const taken: TakenOver[] = []
    for (const feature of features) {
      taken.push(await takeIn(tx, actor, { connection: held, environment, feature, override }))
    }
    const server = hostOf(held.address)
    await mailTakenOver(tx, { taken, maker: actor, reason: override?.reason ?? '', server })
    entries.push(...taken.flatMap((one) => one.entries))
    return told({ keys: features.map(({ key }) => key) }, entries)
  })
}

interface TakingIn {
  readonly connection: ConnectionRow
  readonly environment: string
  readonly feature: ThereFeature
  readonly override: OverrideInput | undefined
}

async function takeIn(
  tx: Db,
  actor: PersonActor,
  { connection, environment, feature, override }: TakingIn,
): Promise<TakenOver> {
  const row = await unwrittenStateRow(tx, feature.key, environment)
  const server = hostOf(connection.address)
  const after = isSameThere(feature.state, OFF) ? OFF : feature.state
  const taken = await takeOver(tx, actor, { row, after, server, override })
  await tx.flipperPush.create({
    data: {
      toggleStateId: row.id,
      connectionId: connection.id,
      confirmedVersion: 1,
      confirmedAt: new Date(),
      known: [markOf(feature.state)],
    },
  })
  return taken
}
