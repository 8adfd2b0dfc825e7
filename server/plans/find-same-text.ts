import type { Db } from '../db.ts'

/** A revision of a plan that has the same bytes as another document. */
export interface SameText {
  readonly slug: string
  readonly title: string
  readonly revision: number
}

/** Plans that have exactly these bytes in one of their revisions, the newest of each, at most ten. */
export async function findSameText(tx: Db, sha256: string): Promise<SameText[]> {
  const rows = await tx.planRevision.findMany({
    where: { sha256 },
    select: { number: true, plan: { select: { slug: true, title: true } } },
    orderBy: { number: 'desc' },
    distinct: ['planId'],
    take: 10,
  })
  return rows.map(({ number, plan }) => ({ ...plan, revision: number }))
}
