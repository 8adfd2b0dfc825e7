import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import type { ConnectInput } from '../../domain/connected/connection-input.ts'
import type { ThereFeatures } from '../../domain/connected/read-feature.ts'
import { isSameThere, markOf } from '../../domain/connected/same-there.ts'
import { Refused } from '../../domain/refusal.ts'
import { freshlySignedIn } from '../../domain/roll-call/fresh-sign-in.ts'
import { change, type Done, type Written } from '../change.ts'
import type { Db } from '../db.ts'
import { holdEnvironments } from '../environments/environment-lock.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import type { Entry } from '../write-entry.ts'
import { type Compared, compareAll, differencesOf, MOST_DIFFERENCES } from './differences.ts'
import { flipperServer, hostOf } from './flipper-server.ts'
import { lookAgainLater } from './look-at-server.ts'
import { makeAlike } from './make-alike.ts'
import { pushSoon } from './push-soon.ts'
import { requireConnector, requireConnectorOnRecord } from './require-connector.ts'
import { sealToken } from './seal-token.ts'
import { readForPerson } from './try-server.ts'

/** So many toggles are weighed and written in one transaction. */
const PATIENCE_MS = 60_000

/** A connection that was made, and how many toggles were made alike. */
export interface Connected {
  readonly id: string
  readonly differed: number
}

/**
 * Connects an environment to a Flipper server, which Rollcall drives from then on. Where the two
 * differ, what stands there is taken over, or what Rollcall has is pushed there: exactly what was
 * shown before, or nothing.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed` for a protected environment, `not_found`,
 * `already_exists`, `server_failed`; `not_as_shown` where either side moved since `seen`;
 * `checks_not_passed` where taking theirs widens what is protected and no override says why.
 */
export async function connectEnvironment(
  actor: Actor,
  environment: string,
  input: ConnectInput,
): Promise<Done<Connected>> {
  const tried = `connect ${environment} to a Flipper server`
  const attempt = { tried, target: { environment }, patienceMs: PATIENCE_MS }
  await requireConnectorOnRecord(actor, attempt)
  const there = await readForPerson(() => flipperServer(input).readAll())
  const done = await change(actor, attempt, (tx) =>
    connect(tx, { actor, environment, input, there }),
  )
  await lookAgainLater(done.result.id)
  return done
}

interface Connecting {
  readonly actor: Actor
  readonly environment: string
  readonly input: ConnectInput
  readonly there: ThereFeatures
}

async function connect(tx: Db, connecting: Connecting): Promise<Written<Connected>> {
  const { actor, environment: key, input, there } = connecting
  requireConnector(actor)
  await holdEnvironments(tx)
  const environment = await tx.environment.findUnique({ where: { key } })
  if (!environment) throw new Refused({ code: 'not_found', what: 'environment', key })
  if (environment.protected && !freshlySignedIn(actor, await databaseNow(tx))) {
    throw new Refused({ code: 'fresh_sign_in_needed', action: `connect ${environment.name}` })
  }
  const standing = { environmentId: environment.id, ended: false }
  if ((await tx.flipperConnection.count({ where: standing })) > 0) {
    throw new Refused({ code: 'already_exists', what: 'connection', key })
  }
  const compared = await holdCompared(tx, connecting)
  const id = randomUUID()
  const { address, auth, header = null, token, on_drift: onDrift } = input
  const sealedToken = token === undefined ? null : sealToken({ id, address }, token)
  const row = { id, environmentId: environment.id, address, auth, header, sealedToken, onDrift }
  await tx.flipperConnection.create({ data: { ...row, connectedBy: actor.id } })
  await tx.flipperPush.deleteMany({ where: { toggleState: { environmentId: environment.id } } })
  const differing = compared.filter((one) => one.there && !isSameThere(one.here, one.there))
  const entries = await makeAlike(tx, { actor, environment: key, input, differing })
  await followAll(tx, id, compared, input.first_sync, there)
  const first: Entry = {
    type: 'environment.connected',
    target: { environment: key },
    data: {
      server: hostOf(address),
      first_sync: input.first_sync,
      differed: differing.length,
      on_drift: onDrift,
    },
    changed: [{ entity: 'flipper_connection', id, before: null }],
  }
  return { result: { id, differed: differing.length }, entries: [first, ...entries] }
}

/** The toggles beside what is there, held, and as they were shown. */
async function holdCompared(
  tx: Db,
  { environment, input, there }: Connecting,
): Promise<Compared[]> {
  await tx.$executeRaw`SELECT s.id FROM toggle_state s JOIN environment e ON e.id = s.environment_id
                        WHERE e.key = ${environment} ORDER BY s.id FOR UPDATE OF s`
  const compared = await compareAll(tx, environment, there)
  const { seen, differences } = differencesOf(compared, there)
  if (seen !== input.seen) {
    const detail =
      'A toggle changed here or on the Flipper server since you looked. Nothing was connected: look again.'
    throw new Refused({ code: 'not_as_shown', detail })
  }
  if (input.first_sync === 'take_theirs' && differences.length > MOST_DIFFERENCES) {
    const detail = `More than ${MOST_DIFFERENCES} toggles differ, which are too many to take over at once: bring the server's export in first.`
    throw new Refused({ code: 'not_as_shown', detail })
  }
  return compared
}

/** From here on each state is known by what stands there: confirmed where it is alike. */
async function followAll(
  tx: Db,
  connectionId: string,
  compared: readonly Compared[],
  firstSync: ConnectInput['first_sync'],
  { features }: ThereFeatures,
): Promise<void> {
  const now = new Date()
  const rows = compared.map(({ stateId, toggle, version, archived, here, there, isThere }) => {
    // What is archived here is not made there.
    const isAlike = there !== null && (isThere || archived) && isSameThere(here, there)
    const isTaken = there !== null && !archived && !isAlike && firstSync === 'take_theirs'
    const isConfirmed = isAlike || (isTaken && isThere)
    return {
      toggleStateId: stateId,
      connectionId,
      confirmedVersion: isConfirmed ? version + (isTaken ? 1 : 0) : null,
      confirmedArchived: archived,
      confirmedAt: isConfirmed ? now : null,
      known: there === null ? [] : [markOf(features.get(toggle)?.state ?? there)],
    }
  })
  await tx.flipperPush.createMany({ data: rows })
  const missing = rows.filter(({ confirmedVersion }) => confirmedVersion === null)
  await pushSoon(
    tx,
    missing.map(({ toggleStateId }) => toggleStateId),
  )
}
