import type { Actor } from '../../domain/actor.ts'
import type { EntryPayload } from '../../domain/audit/entry.ts'
import { actorsTold } from '../../domain/audit/field-changes.ts'
import { type Names, shortId } from '../../domain/audit/read-entry.ts'
import { may } from '../../domain/permissions.ts'
import { db } from '../db.ts'

/**
 * What to call the named actors of some entries for this reader: nothing else than they are called
 * where the reader may see whom that toggle names, and otherwise by the beginning of their digest,
 * which tells one from another and not who it is.
 */
export async function maskFor(
  reader: Actor | null,
  payloads: readonly EntryPayload[],
): Promise<(payload: EntryPayload) => Names> {
  const told = new Map(payloads.map((payload) => [payload, payload.changes.flatMap(actorsTold)]))
  const naming = payloads.filter((payload) => (told.get(payload)?.length ?? 0) > 0)
  if (naming.length === 0) return () => ({})
  const keys = [...new Set(naming.flatMap(({ target }) => target.toggle ?? []))]
  const rows =
    reader === null
      ? []
      : await db().toggle.findMany({
          where: { key: { in: keys } },
          select: { key: true, teamId: true },
        })
  const seen = new Set(
    rows
      .filter(({ teamId }) => reader !== null && may(reader, 'actors.read', teamId))
      .map(({ key }) => key),
  )
  return (payload) => {
    const { toggle } = payload.target
    if (toggle !== undefined && seen.has(toggle)) return {}
    const digests = told.get(payload) ?? []
    return Object.fromEntries(digests.map((digest) => [digest, `named actor ${shortId(digest)}`]))
  }
}
