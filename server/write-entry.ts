import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Actor } from '../domain/actor.ts'
import { canonical, type Json } from '../domain/audit/canonical.ts'
import type {
  Entity,
  EntryActor,
  EntryChange,
  EntryPayload,
  Fact,
  Image,
} from '../domain/audit/entry.ts'
import type { Db } from './db.ts'

/** A row that a command changed: its image before, null when it is new. */
export interface Changed {
  readonly entity: Entity
  readonly id: string
  readonly before: Image | null
}

/** What happened, with the rows it changed. */
export type Entry = Fact & { readonly changed: readonly Changed[] }

interface ImageRow {
  image: Image | null
  version: number
}

/**
 * The audited columns of a row as they stand in this transaction, made by the database itself: the
 * same function that its triggers compare an entry with.
 */
export async function imageOf(tx: Db, entity: Entity, id: string): Promise<Image> {
  return (await rowImage(tx, entity, id)).image
}

async function rowImage(tx: Db, entity: Entity, id: string): Promise<ImageRow & { image: Image }> {
  // `entity` is one of a closed union, never a caller's word.
  const rows = await tx.$queryRawUnsafe<ImageRow[]>(
    `SELECT audit.image($1, to_jsonb(t)) AS image, version FROM public.${entity} t WHERE id = $2::uuid`,
    entity,
    id,
  )
  const row = rows[0]
  if (!row?.image) throw new Error(`no ${entity} ${id} to make an image of`)
  return { image: row.image, version: row.version }
}

function entryActor(actor: Actor): EntryActor {
  const person = actor.kind === 'person'
  return {
    kind: actor.kind,
    id: actor.id,
    roles: person
      ? [...new Set(actor.memberships.map(({ role, discipline }) => discipline ?? role))].sort()
      : [],
    token: person ? actor.tokenId : null,
    authenticated_at: person ? (actor.authenticatedAt?.toISOString() ?? null) : null,
  }
}

/**
 * Writes one entry into the log inside the transaction that made its change; the database seals it
 * at COMMIT. Free text is kept beside it under a salted digest.
 *
 * @returns the entry's id.
 */
export async function writeEntry(
  tx: Db,
  actor: Actor,
  part: number,
  entry: Entry,
  outcome: 'allowed' | 'denied',
): Promise<string> {
  const id = randomUUID()
  const said = { ...entry.texts, address: actor.origin.address ?? undefined }
  const texts = Object.entries(said).flatMap(([field, text]) => {
    if (text === undefined || text === '') return []
    const salt = randomBytes(16).toString('hex')
    const digest = createHash('sha256')
      .update(salt + text, 'utf8')
      .digest('hex')
    return [{ field, salt, text, digest }]
  })
  const changes: EntryChange[] = []
  for (const { entity, id: rowId, before } of entry.changed) {
    const { image, version } = await rowImage(tx, entity, rowId)
    changes.push({ entity, id: rowId, version, before, after: image })
  }
  const { type, target, data } = entry
  const payload = {
    v: 1,
    id,
    request_id: actor.origin.requestId,
    via: actor.origin.via,
    outcome,
    actor: entryActor(actor),
    changes,
    texts: Object.fromEntries(texts.map(({ field, digest }) => [field, digest])),
    type,
    target,
    data,
  } as EntryPayload
  await tx.$executeRaw`INSERT INTO audit.event (id, request_id, part, payload)
    VALUES (${id}::uuid, ${actor.origin.requestId}::uuid, ${part}, ${canonical(payload as unknown as Json)})`
  if (texts.length > 0) {
    const fields = texts.map(({ field }) => field)
    const salts = texts.map(({ salt }) => salt)
    await tx.$executeRaw`INSERT INTO audit.text (event_id, field, salt, text)
      SELECT ${id}::uuid, t.* FROM unnest(${fields}::text[], ${salts}::text[], ${texts.map(({ text }) => text)}::text[]) t`
  }
  return id
}
