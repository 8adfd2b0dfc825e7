import type { Actor } from '../../domain/actor.ts'
import type { ThereFeature } from '../../domain/connected/read-feature.ts'
import { isSameThere, markOf } from '../../domain/connected/same-there.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { OFF } from '../../domain/toggle/state.ts'
import { change, type Done, told } from '../change.ts'
import { type Db, db } from '../db.ts'
import { teamOf } from '../teams/team-of.ts'
import { registerToggles } from '../toggles/create-toggle.ts'
import { unwrittenStateRow } from '../toggles/state-row.ts'
import type { Entry } from '../write-entry.ts'
import { requireConnector, requireConnectorOnRecord } from './connect.ts'
import {
  type ConnectionRow,
  findConnectionRow,
  lockConnection,
  openConnection,
} from './connection-row.ts'
import { hostOf } from './flipper-server.ts'
import { recordOutside } from './record-outside.ts'
import { readForPerson } from './try-server.ts'

/** Features of a connected server to register, by their keys. */
export interface BringIn {
  readonly keys: readonly string[]
  /** The slug of the team that owns them; the actor's own when left out. */
  readonly team?: string | undefined
}

/**
 * Registers toggles that only the connected server has, with the state that they have there: that
 * is taken over as it stands, and nothing is changed on the server.
 *
 * @throws Refused `forbidden`, `not_found`, `server_failed`; `already_exists`, `retired` for a key in use.
 */
export async function bringIn(
  actor: Actor,
  environment: string,
  { keys, team }: BringIn,
): Promise<Done<{ keys: readonly string[] }>> {
  const attempt = { tried: `bring in ${keys.length} toggles`, target: { environment } }
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
    for (const feature of features) {
      entries.push(...(await takeIn(tx, actor, { connection: held, environment, feature })))
    }
    return told({ keys: features.map(({ key }) => key) }, entries)
  })
}

interface TakingIn {
  readonly connection: ConnectionRow
  readonly environment: string
  readonly feature: ThereFeature
}

async function takeIn(
  tx: Db,
  actor: Actor,
  { connection, environment, feature }: TakingIn,
): Promise<Entry[]> {
  const row = await unwrittenStateRow(tx, feature.key, environment)
  const server = hostOf(connection.address)
  const after = isSameThere(feature.state, OFF) ? OFF : feature.state
  const found = { row, after, server, type: 'toggle.taken_over' } as const
  const entries = await recordOutside(tx, actor, found)
  await tx.flipperPush.create({
    data: {
      toggleStateId: row.id,
      connectionId: connection.id,
      confirmedVersion: 1,
      confirmedAt: new Date(),
      known: [markOf(feature.state)],
    },
  })
  return entries
}
