import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

/** What the log can be narrowed to: for a form to offer. */
export interface AuditChoices {
  readonly toggles: readonly string[]
  readonly environments: readonly { readonly key: string; readonly protected: boolean }[]
  readonly people: readonly string[]
  readonly plans: readonly { readonly slug: string; readonly title: string }[]
  /** The kinds of entries that there are, by type. */
  readonly types: readonly string[]
}

/** As many names as a list to choose from can bear; what is not among them can still be typed. */
const MOST = 1000

/**
 * The names by which the log can be narrowed.
 *
 * @throws Refused `forbidden`.
 */
export async function findChoices(actor: Actor): Promise<AuditChoices> {
  if (!may(actor, 'audit.read')) throw new Refused({ code: 'forbidden', action: 'audit.read' })
  const [toggles, environments, people, plans, types] = await Promise.all([
    db().toggle.findMany({ select: { key: true }, orderBy: { key: 'asc' }, take: MOST }),
    db().environment.findMany({
      select: { key: true, protected: true },
      orderBy: { position: 'asc' },
    }),
    db().person.findMany({ select: { name: true }, orderBy: { name: 'asc' }, take: MOST }),
    db().plan.findMany({
      select: { slug: true, title: true },
      orderBy: { title: 'asc' },
      take: MOST,
    }),
    db().$queryRaw<{ type: string }[]>`
      WITH RECURSIVE known AS (
        (SELECT type FROM audit.listing ORDER BY type LIMIT 1)
        UNION ALL
        SELECT (SELECT l.type FROM audit.listing l WHERE l.type > k.type ORDER BY l.type LIMIT 1)
          FROM known k WHERE k.type IS NOT NULL)
      SELECT type FROM known WHERE type IS NOT NULL`,
  ])
  return {
    toggles: toggles.map(({ key }) => key),
    environments,
    people: [...new Set(people.map(({ name }) => name).filter((name) => name !== ''))],
    plans,
    types: types.map(({ type }) => type),
  }
}
