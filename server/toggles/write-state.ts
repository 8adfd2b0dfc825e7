import { createHash, randomBytes } from 'node:crypto'
import type { Image } from '../../domain/audit/entry.ts'
import { stateToJson, type ToggleState } from '../../domain/toggle/state.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { pushSoon } from '../connected/push-soon.ts'
import type { Db } from '../db.ts'
import { imageOf } from '../write-entry.ts'
import type { StateRow } from './state-row.ts'

/**
 * Writes a new state over a locked row, or makes the row where it is at version 0. Where its
 * environment is connected to a Flipper server, the worker pushes it there at once.
 *
 * @returns the row's image before, for the entry; null where there was none.
 */
export async function writeState(tx: Db, row: StateRow, after: ToggleState): Promise<Image | null> {
  await knowActors(tx, after.actors)
  const json = stateToJson(after)
  const gates = {
    boolean: json.boolean,
    actors: json.actors,
    groups: json.groups,
    percentageOfActors: json.percentage_of_actors,
    percentageOfTime: json.percentage_of_time,
    expression: json.expression === null ? Prisma.DbNull : json.expression,
  }
  if (row.version === 0) {
    const { id, toggle, environment } = row
    await tx.toggleState.create({
      data: { id, toggleId: toggle.id, environmentId: environment.id, ...gates },
    })
    await pushSoon(tx, [id])
    return null
  }
  const before = await imageOf(tx, 'toggle_state', row.id)
  const written = await tx.toggleState.updateMany({
    where: { id: row.id, version: row.version },
    data: { ...gates, version: row.version + 1, changedAt: new Date() },
  })
  if (written.count !== 1) throw new Error(`toggle_state ${row.id} changed although it was locked`)
  await pushSoon(tx, [row.id])
  return before
}

/** Puts named actors into the dictionary that stands between them and the log. */
async function knowActors(tx: Db, actors: readonly string[]): Promise<void> {
  if (actors.length === 0) return
  const known = await tx.namedActor.findMany({
    where: { value: { in: [...actors] } },
    select: { value: true },
  })
  const values = new Set(known.map(({ value }) => value))
  const added = actors
    .filter((value) => !values.has(value))
    .map((value) => {
      const salt = randomBytes(16).toString('hex')
      const digest = createHash('sha256')
        .update(salt + value, 'utf8')
        .digest('hex')
      return { digest, salt, value }
    })
  if (added.length > 0) await tx.namedActor.createMany({ data: added, skipDuplicates: true })
}
