import type { Actor } from '../../domain/actor.ts'
import type { ServerInput } from '../../domain/connected/connection-input.ts'
import type { ThereFeatures } from '../../domain/connected/read-feature.ts'
import { isSameThere } from '../../domain/connected/same-there.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { ServerFailed } from './call-server.ts'
import { compareAll, type Differences, differencesOf, MOST_DIFFERENCES } from './differences.ts'
import { flipperServer } from './flipper-server.ts'
import { requireConnectorOnRecord } from './require-connector.ts'
import { unmetOf } from './unmet-of.ts'

/** Reads a server for a person who waits for it; what fails is told as a refusal. */
export async function readForPerson(read: () => Promise<ThereFeatures>): Promise<ThereFeatures> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof ServerFailed)) throw error
    const detail = `The Flipper server could not be read, and nothing was changed. ${error.message}`
    throw new Refused({ code: 'server_failed', detail })
  }
}

/**
 * Tries a server before anything is connected: reads it and says what stands otherwise there.
 * Nothing is written, here or there, unless it is refused.
 *
 * @throws Refused `forbidden`, put on record; `not_found`; `server_failed` where it cannot be read.
 */
export async function tryServer(
  actor: Actor,
  environment: string,
  input: ServerInput,
): Promise<Differences> {
  const attempt = { tried: `look at a Flipper server for ${environment}`, target: { environment } }
  await requireConnectorOnRecord(actor, attempt)
  const known = await db().environment.count({ where: { key: environment } })
  if (known === 0) throw new Refused({ code: 'not_found', what: 'environment', key: environment })
  const there = await readForPerson(() => flipperServer(input).readAll())
  const compared = await compareAll(db(), environment, there)
  const differing = compared.filter((one) => one.there && !isSameThere(one.here, one.there))
  const unmet = await unmetOf(db(), environment, differing, MOST_DIFFERENCES)
  return differencesOf(compared, there, unmet)
}
