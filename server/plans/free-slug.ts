import type { Db } from '../db.ts'
import { slugOf } from './plan-title.ts'

/** Words that are addresses of their own beside plans. */
const RESERVED: ReadonlySet<string> = new Set(['import', 'new'])

/**
 * A slug that no plan has: the title's own, else with -2, -3 and so on. Locks the naming of plans
 * until the transaction ends, so that of two imports at once each gets its own.
 */
export async function freeSlug(tx: Db, title: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('plan slug', 0))`
  return proposeSlug(tx, title)
}

/** The slug that a plan of this title would get now; another import may take it first. */
export async function proposeSlug(tx: Db, title: string): Promise<string> {
  const slug = slugOf(title)
  const rows = await tx.plan.findMany({
    where: { OR: [{ slug }, { slug: { startsWith: `${slug}-` } }] },
    select: { slug: true },
  })
  const taken = new Set([...rows.map((row) => row.slug), ...RESERVED])
  if (!taken.has(slug)) return slug
  let n = 2
  while (taken.has(`${slug}-${n}`)) n += 1
  return `${slug}-${n}`
}
