import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import { db } from '../db.ts'
import { hostOf } from './flipper-server.ts'
import { findStatesToPush } from './push-row.ts'

/** A state that has not arrived on the server, or not wholly. */
export interface Unarrived {
  readonly toggle: string
  /** What is to stand there, in words. */
  readonly wanted: string
  readonly since: string
  readonly attempts: number
  readonly last_error: string | null
}

/** A connection as its settings show it. */
export interface ConnectionShown {
  readonly address: string
  readonly server: string
  readonly auth: string
  readonly header: string | null
  readonly on_drift: 'adopt' | 'put_back'
  readonly connected_by: string
  readonly connected_at: string
  /** When it was last looked at; null before the first time. */
  readonly looked_at: string | null
  readonly failing_since: string | null
  readonly last_error: string | null
  readonly expressions: boolean
  readonly only_there: readonly string[]
  readonly unreadable: readonly string[]
  /** How many toggles there are, and how many of them have arrived. */
  readonly toggles: number
  readonly arrived: number
  readonly pending: readonly Unarrived[]
  readonly withheld: readonly { readonly toggle: string; readonly what: readonly string[] }[]
}

/** An environment with its connection, null where it has none. */
export interface EnvironmentConnection {
  readonly environment: string
  readonly name: string
  readonly protected: boolean
  readonly may_connect: boolean
  readonly connection: ConnectionShown | null
}

const SHOWN_AT_MOST = 200

/**
 * An environment's connection to a Flipper server: how it stands, and what has not arrived.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findConnection(actor: Actor, key: string): Promise<EnvironmentConnection> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const environment = await db().environment.findUnique({
    where: { key },
    include: {
      flipperConnections: { where: { ended: false }, include: { look: true, person: true } },
    },
  })
  if (!environment) throw new Refused({ code: 'not_found', what: 'environment', key })
  const [row] = environment.flipperConnections
  return {
    environment: key,
    name: environment.name,
    protected: environment.protected,
    may_connect: actor.kind === 'person' && may(actor, 'environment.connect'),
    connection: row ? await shown(row) : null,
  }
}

type Row = Parameters<typeof findStatesToPush>[1] & {
  readonly connectedAt: Date
  readonly person: { readonly name: string }
  readonly look: {
    readonly lookedAt: Date | null
    readonly failingSince: Date | null
    readonly lastError: string | null
    readonly expressions: boolean
    readonly onlyThere: string[]
    readonly unreadable: string[]
  } | null
}

async function shown(row: Row): Promise<ConnectionShown> {
  const { look } = row
  const states = await findStatesToPush(db(), row)
  const pending = states.filter((state) => state.pending)
  const held = states.filter(({ push }) => (push?.withheld.length ?? 0) > 0)
  return {
    address: row.address,
    server: hostOf(row.address),
    auth: row.auth,
    header: row.header,
    on_drift: row.onDrift === 'put_back' ? 'put_back' : 'adopt',
    connected_by: row.person.name,
    connected_at: row.connectedAt.toISOString(),
    looked_at: look?.lookedAt?.toISOString() ?? null,
    failing_since: look?.failingSince?.toISOString() ?? null,
    last_error: look?.lastError ?? null,
    expressions: look?.expressions ?? true,
    only_there: look?.onlyThere ?? [],
    unreadable: look?.unreadable ?? [],
    toggles: states.length,
    arrived: states.length - pending.length,
    pending: pending.slice(0, SHOWN_AT_MOST).map(({ toggle, wanted, since, push }) => ({
      toggle,
      wanted: describeState(wanted),
      since: since.toISOString(),
      attempts: push?.attempts ?? 0,
      last_error: push?.lastError ?? null,
    })),
    withheld: held.slice(0, SHOWN_AT_MOST).map(({ toggle, push }) => ({
      toggle,
      what: push?.withheld ?? [],
    })),
  }
}
