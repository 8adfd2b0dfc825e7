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

type RowImage = ImageRow & { readonly image: Image }

async function rowImage(tx: Db, entity: Entity, id: string): Promise<RowImage> {
  const image = (await rowImages(tx, entity, [id])).get(id)
  if (!image) throw new Error(`no ${entity} ${id} to make an image of`)
  return image
}

async function rowImages(
  tx: Db,
  entity: Entity,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RowImage>> {
  // `entity` is one of a closed union, never a caller's word.
  const rows = await tx.$queryRawUnsafe<(ImageRow & { id: string })[]>(
    `SELECT id, audit.image($1, to_jsonb(t)) AS image, version FROM public.${entity} t WHERE id = ANY ($2::uuid[])`,
    entity,
    ids,
  )
  return new Map(
    rows.flatMap(({ id, image, version }) => (image === null ? [] : [[id, { image, version }]])),
  )
}

/** The same for many rows at once, by their ids; a row that is not there has none. */
export async function imagesOf(
  tx: Db,
  entity: Entity,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Image>> {
  const rows = await rowImages(tx, entity, ids)
  return new Map([...rows].map(([id, { image }]) => [id, image]))
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

/** An entry ready for the log, with the texts that are kept beside it. */
interface Prepared {
  readonly id: string
  readonly payload: string
  readonly texts: readonly Said[]
}

interface Said {
  readonly field: string
  readonly salt: string
  readonly text: string
  readonly digest: string
}

type Images = ReadonlyMap<Entity, ReadonlyMap<string, RowImage>>

/**
 * Writes entries into the log inside the transaction that made their changes, in their order and in
 * as many statements for seven hundred as for one; the database seals them at COMMIT. Free text is
 * kept beside each under a salted digest.
 *
 * @returns the entries' ids, in order.
 */
export async function writeEntries(
  tx: Db,
  actor: Actor,
  entries: readonly Entry[],
  outcome: 'allowed' | 'denied',
): Promise<string[]> {
  const images = await changedImages(tx, entries)
  const prepared = entries.map((entry) => prepare(actor, entry, outcome, images))
  const ids = prepared.map(({ id }) => id)
  await tx.$executeRaw`INSERT INTO audit.event (id, request_id, part, payload)
    SELECT e.id, ${actor.origin.requestId}::uuid, e.part - 1, e.payload
      FROM unnest(${ids}::uuid[], ${prepared.map(({ payload }) => payload)}::text[])
           WITH ORDINALITY AS e (id, payload, part)
     ORDER BY e.part`
  const texts = prepared.flatMap((one) => one.texts.map((said) => ({ ...said, id: one.id })))
  if (texts.length > 0) {
    const fields = texts.map(({ field }) => field)
    const salts = texts.map(({ salt }) => salt)
    await tx.$executeRaw`INSERT INTO audit.text (event_id, field, salt, text)
      SELECT * FROM unnest(${texts.map(({ id }) => id)}::uuid[], ${fields}::text[],
                           ${salts}::text[], ${texts.map(({ text }) => text)}::text[])`
  }
  return ids
}

async function changedImages(tx: Db, entries: readonly Entry[]): Promise<Images> {
  const changed = Map.groupBy(
    entries.flatMap((entry) => entry.changed),
    ({ entity }) => entity,
  )
  const images = new Map<Entity, ReadonlyMap<string, RowImage>>()
  for (const [entity, rows] of changed) {
    images.set(entity, await rowImages(tx, entity, [...new Set(rows.map(({ id }) => id))]))
  }
  return images
}

function prepare(
  actor: Actor,
  entry: Entry,
  outcome: 'allowed' | 'denied',
  images: Images,
): Prepared {
  const id = randomUUID()
  const texts = saidIn({ ...entry.texts, address: actor.origin.address ?? undefined })
  const changes = entry.changed.map(({ entity, id: rowId, before }): EntryChange => {
    const row = images.get(entity)?.get(rowId)
    if (!row) throw new Error(`no ${entity} ${rowId} to make an image of`)
    return { entity, id: rowId, version: row.version, before, after: row.image }
  })
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
  return { id, payload: canonical(payload as unknown as Json), texts }
}

function saidIn(said: Readonly<Record<string, string | undefined>>): Said[] {
  return Object.entries(said).flatMap(([field, text]) => {
    if (text === undefined || text === '') return []
    const salt = randomBytes(16).toString('hex')
    const digest = createHash('sha256')
      .update(salt + text, 'utf8')
      .digest('hex')
    return [{ field, salt, text, digest }]
  })
}
