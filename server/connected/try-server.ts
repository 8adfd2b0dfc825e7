import type { Actor } from '../../domain/actor.ts'
import type { ServerInput } from '../../domain/connected/connection-input.ts'
import type { ThereFeatures } from '../../domain/connected/read-feature.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { ServerFailed } from './call-server.ts'
import { compareAll, type Differences, differencesOf } from './differences.ts'
import { flipperServer } from './flipper-server.ts'

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
 * Nothing is written, here or there.
 *
 * @throws Refused `forbidden`, `not_found`; `server_failed` where it cannot be read.
 */
export async function tryServer(
  actor: Actor,
  environment: string,
  input: ServerInput,
): Promise<Differences> {
  if (!may(actor, 'environment.connect')) {
    throw new Refused({ code: 'forbidden', action: 'environment.connect' })
  }
  const known = await db().environment.count({ where: { key: environment } })
  if (known === 0) throw new Refused({ code: 'not_found', what: 'environment', key: environment })
  const there = await readForPerson(() => flipperServer(input).readAll())
  return differencesOf(await compareAll(db(), environment, there), there)
}
