import { z } from 'zod'
import { Refused } from '../../domain/refusal.ts'
import { pageQuery } from './fields.ts'

const MOST = 200

/** What a short list's query takes beside its own filters. */
export const shortListQuery = z.strictObject(pageQuery)

interface Page<T> {
  readonly shown: T[]
  readonly next_cursor: string | null
}

/**
 * A page of a list that is short enough to be read whole: at most 200, in its order, after the item
 * whose id is the cursor.
 *
 * @throws Refused `invalid` for a cursor that is not, or no longer, in the list.
 */
export function pageOf<T extends { readonly id: string }>(
  items: readonly T[],
  {
    cursor,
    limit = MOST,
  }: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Page<T> {
  const before = cursor === undefined ? -1 : items.findIndex(({ id }) => id === cursor)
  if (cursor !== undefined && before === -1) {
    const message = 'is not in this list, or no longer: begin again without it.'
    throw new Refused({ code: 'invalid', errors: [{ path: 'query.cursor', message }] })
  }
  const shown = items.slice(before + 1, before + 1 + limit)
  const isLast = before + 1 + limit >= items.length
  return { shown, next_cursor: isLast ? null : (shown.at(-1)?.id ?? null) }
}
