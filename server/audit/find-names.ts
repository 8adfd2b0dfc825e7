import type { EntryPayload } from '../../domain/audit/entry.ts'
import { actorsTold } from '../../domain/audit/field-changes.ts'
import type { Names } from '../../domain/audit/read-entry.ts'
import { db } from '../db.ts'

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** As many ids as a page of entries can mention, with room to spare; beyond, ids stay ids. */
const MOST = 5000

/**
 * What people call the ids and the named actors' digests that some payloads mention, as it is
 * today. Who was erased has no name any more.
 */
export async function findNames(payloads: readonly EntryPayload[]): Promise<Names> {
  const said = payloads.map(({ actor, data, changes }) => [
    actor.id,
    JSON.stringify(data),
    changes.map(({ id, before, after }) => [id, told(before), told(after)]),
  ])
  const ids = [...new Set(JSON.stringify(said).match(UUID))].slice(0, MOST)
  const digests = [...new Set(payloads.flatMap(({ changes }) => changes.flatMap(actorsTold)))]
  const rows = await db().$queryRaw<{ id: string; name: string }[]>`
    WITH mentioned AS (SELECT id::uuid AS id FROM unnest(${ids}::text[]) AS m(id))
    SELECT p.id::text, p.name FROM person p JOIN mentioned USING (id)
    UNION ALL SELECT t.id::text, t.name FROM team t JOIN mentioned USING (id)
    UNION ALL SELECT t.id::text, t.name FROM api_token t JOIN mentioned USING (id)
    UNION ALL SELECT t.id::text, t.key FROM toggle t JOIN mentioned USING (id)
    UNION ALL SELECT v.id::text, v.key FROM environment v JOIN mentioned USING (id)
    UNION ALL SELECT p.id::text, p.title FROM plan p JOIN mentioned USING (id)
    UNION ALL SELECT r.id::text, 'roll call ' || r.number || ' of ' || p.slug
      FROM roll_call r JOIN plan p ON p.id = r.plan_id JOIN mentioned m ON m.id = r.id
    UNION ALL SELECT s.id::text, t.key || ' in ' || v.key
      FROM toggle_state s JOIN toggle t ON t.id = s.toggle_id
      JOIN environment v ON v.id = s.environment_id JOIN mentioned m ON m.id = s.id
    UNION ALL SELECT n.digest, n.value FROM named_actor n
     WHERE n.digest = ANY (${digests}::text[]) AND n.value IS NOT NULL`
  return Object.fromEntries(
    rows.filter(({ name }) => name !== '').map(({ id, name }) => [id, name]),
  )
}

/** An image without its long lists: those hold no ids. */
function told(image: Readonly<Record<string, unknown>> | null): unknown {
  return image && Object.values(image).filter((value) => !Array.isArray(value))
}
