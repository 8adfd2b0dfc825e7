import type { ComparedRevisions } from '../../../../components/plans/shown-plan.ts'
import type { Actor } from '../../../../domain/actor.ts'
import { readDocument } from '../../../../server/plans/read-document.ts'
import { numberIn, type PlanAddress } from './read-address.ts'
import { textOf } from './text-of.ts'

/**
 * The texts of the two revisions that an address names: by default the newest against the one
 * before it. Null where there is only one, or the address names none that can be.
 */
export async function findComparison(
  actor: Actor,
  slug: string,
  newest: number,
  address: PlanAddress,
): Promise<ComparedRevisions | null> {
  const to = numberIn(address.to) ?? newest
  const from = numberIn(address.from) ?? to - 1
  if (from < 1 || from > newest || to > newest || from === to) return null
  const [before, after] = await Promise.all([
    readDocument(actor, slug, from),
    readDocument(actor, slug, to),
  ])
  return { from, to, before: textOf(before.bytes), after: textOf(after.bytes) }
}
