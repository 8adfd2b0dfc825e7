import { canonical, type Json } from './canonical.ts'
import type { EntryChange } from './entry.ts'
import { fieldWords } from './field-words.ts'
import type { Names } from './read-entry.ts'
import { memberWords, valueWords } from './value-words.ts'

/** One column that changed, in words. */
export interface FieldChange {
  /** The column as the payload names it. */
  readonly column: string
  readonly field: string
  /** Null when the row is new. */
  readonly before: string | null
  readonly after: string
}

/** Longer lists are told by their size and by what came and went. */
const LIST_IN_FULL = 8

/**
 * What a change did, column by column, in the order of the payload: only what differs; of a new
 * row everything that is set. `names` tells ids and actors' digests by name.
 */
export function fieldChanges({ before, after }: EntryChange, names: Names): FieldChange[] {
  return Object.entries(after).flatMap(([column, value]) => {
    if (before === null) {
      return isEmpty(value) ? [] : [fieldOf(column, null, tell(column, value, names))]
    }
    const old = before[column] ?? null
    if (isSame(old, value)) return []
    if (isLong(old) || isLong(value)) {
      return [fieldOf(column, sizeWords(old), moved(column, asList(old), asList(value), names))]
    }
    return [fieldOf(column, tell(column, old, names), tell(column, value, names))]
  })
}

/** The digests of the named actors that fieldChanges() tells by name, however long their list is. */
export function actorsTold({ before, after }: EntryChange): string[] {
  const [old, now] = [asList(before?.actors), asList(after.actors)]
  const told = isLong(old) || isLong(now) ? [without(now, old), without(old, now)] : [old, now]
  const digests = told.flatMap((list) => list.slice(0, LIST_IN_FULL))
  return digests.filter((digest) => typeof digest === 'string')
}

function fieldOf(column: string, before: string | null, after: string): FieldChange {
  return { column, field: fieldWords(column), before, after }
}

function tell(column: string, value: unknown, names: Names): string {
  return isLong(value)
    ? `${sizeWords(value)}: ${firstOf(memberWords(column, asList(value), names))}`
    : valueWords(column, value, names)
}

function moved(
  column: string,
  old: readonly unknown[],
  now: readonly unknown[],
  names: Names,
): string {
  const came = memberWords(column, without(now, old), names)
  const went = memberWords(column, without(old, now), names)
  const parts = [
    sizeWords(now),
    came.length > 0 && `added ${firstOf(came)}`,
    went.length > 0 && `removed ${firstOf(went)}`,
  ]
  return parts.filter(Boolean).join('; ')
}

function without(list: readonly unknown[], others: readonly unknown[]): unknown[] {
  const known = new Set(others)
  return list.filter((member) => !known.has(member))
}

function firstOf(words: readonly string[]): string {
  const rest = words.length - LIST_IN_FULL
  const first = words.slice(0, LIST_IN_FULL).join(', ')
  return rest > 0 ? `${first} and ${rest} more` : first
}

function sizeWords(list: unknown): string {
  return `${asList(list).length} in all`
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isLong(value: unknown): boolean {
  return asList(value).length > LIST_IN_FULL && asList(value).every((m) => typeof m === 'string')
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  )
}

function isSame(left: unknown, right: unknown): boolean {
  return canonical(left as Json) === canonical(right as Json)
}
