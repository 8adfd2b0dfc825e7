import { expect } from 'vitest'
import { stateFromJson, type ToggleState } from '../../../domain/toggle/state.ts'
import { brokenEntry } from '../../audit/verify-part.ts'
import { db } from '../../db.ts'
import { written } from './gates.ts'
import type { Model } from './model.ts'
import type { Real } from './real.ts'

interface Told {
  readonly key: string
  readonly environment: string
  readonly version: number
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown>
}

/**
 * Plays the log of a release from its first entry: every state that every place was ever in is told,
 * in its order, each from the one before; and the entries from `since` on hold.
 */
export async function expectToldByLog(model: Model, real: Real, since: number): Promise<void> {
  const told = await db().$queryRaw<Told[]>`
    SELECT t.key, v.key AS environment, c.version, c.before, c.after
      FROM audit.change c
      JOIN audit.chain h ON h.event_id = c.event_id
      JOIN toggle_state s ON s.id = c.entity_id
      JOIN toggle t ON t.id = s.toggle_id JOIN environment v ON v.id = s.environment_id
     WHERE c.entity = 'toggle_state' AND t.key = ANY (${Object.values(real.keys)})
     ORDER BY h.seq, c.version`
  const names = await actorsByDigest()
  const places = new Map<string, ToggleState[]>()
  const images = new Map<string, unknown>()
  for (const { key, environment, version, before, after } of told) {
    const name = Object.entries(real.keys).find(([, known]) => known === key)?.[0]
    const place = `${name} in ${environment}`
    const states = places.get(place) ?? []
    expect([place, version], 'what the log tells next').toEqual([place, states.length + 1])
    expect(before, `where ${place} began`).toEqual(images.get(place) ?? null)
    images.set(place, after)
    places.set(place, [...states, stateOf(after, names)])
  }
  const replayed = [...places].map(([place, states]) => [place, states.map(written)])
  const lived = [...model.places].map(([place, { states }]) => [place, states.map(written)])
  expect(Object.fromEntries(replayed), 'the log, replayed').toEqual(Object.fromEntries(lived))
  expect(await brokenEntry(since, await newestSeq(), { thorough: true })).toBeNull()
}

/** The number of the newest entry. */
export async function newestSeq(): Promise<number> {
  const newest = await db().auditChain.findFirst({
    orderBy: { seq: 'desc' },
    select: { seq: true },
  })
  return Number(newest?.seq ?? 0)
}

async function actorsByDigest(): Promise<ReadonlyMap<string, string>> {
  const rows = await db().namedActor.findMany({ select: { digest: true, value: true } })
  return new Map(rows.flatMap(({ digest, value }) => (value === null ? [] : [[digest, value]])))
}

function stateOf(image: Record<string, unknown>, names: ReadonlyMap<string, string>): ToggleState {
  const digests: unknown[] = Array.isArray(image.actors) ? image.actors : []
  return stateFromJson({
    boolean: image.boolean,
    actors: digests.map((digest) => names.get(String(digest)) ?? String(digest)),
    groups: image.groups,
    percentage_of_actors: image.percentage_of_actors,
    percentage_of_time: image.percentage_of_time,
    expression: image.expression,
  })
}
