import { canonical, type Json } from './canonical.ts'
import { momentInWords } from './moment-words.ts'
import { asWords, disciplineWords, listed, verdictWords } from './phrases.ts'
import { type Names, shortId } from './read-entry.ts'

const NOT_SET = 'not set'
const DIGEST = /^[0-9a-f]{64}$/
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

/**
 * One value of an audited column in words: ids and actors' digests by the names given, hashes by
 * their beginning, percentages with their sign, moments in UTC; "not set" for what is empty.
 */
export function valueWords(column: string, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return NOT_SET
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return numberWords(column, value)
  if (typeof value === 'string') return textWords(column, value, names)
  if (column === 'disciplines') return disciplinesWords(value)
  if (column === 'section_hashes') return sectionsWords(value)
  if (!Array.isArray(value)) return jsonWords(value)
  const words = memberWords(column, value, names)
  // Digests stand in their own order, which tells a reader nothing.
  return words.length === 0 ? 'none' : listed(column === 'actors' ? words.toSorted() : words)
}

/** Each member of a list in words; an actor whose name was erased by the digest's beginning. */
export function memberWords(column: string, list: readonly unknown[], names: Names): string[] {
  return list.map((member) => {
    if (typeof member !== 'string') return jsonWords(member)
    if (column !== 'actors') return column === 'checks' ? asWords(member) : member
    return names[member] ?? `an erased actor (${shortId(member)})`
  })
}

function numberWords(column: string, value: number): string {
  return column.startsWith('percentage_of_') ? `${value} %` : String(value)
}

function textWords(column: string, value: string, names: Names): string {
  if (names[value] !== undefined && UUID.test(value)) return names[value]
  if (DIGEST.test(value) || UUID.test(value)) return shortId(value)
  if (MOMENT.test(value)) return momentInWords(value)
  if (column === 'discipline') return disciplineWords(value)
  if (column === 'verdict') return verdictWords(value)
  const isCode = ['role', 'decision', 'answer', 'kind', 'manner', 'actor_type'].includes(column)
  return isCode ? asWords(value) : value
}

function disciplinesWords(value: unknown): string {
  if (!Array.isArray(value)) return jsonWords(value)
  const words = value.map((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('discipline' in one)) return jsonWords(one)
    const optional = 'required' in one && one.required === false ? ' (optional)' : ''
    return `${disciplineWords(String(one.discipline))}${optional}`
  })
  return words.length === 0 ? 'none' : listed(words)
}

function sectionsWords(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return jsonWords(value)
  const words = Object.entries(value).map(
    ([section, hash]) => `${asWords(section)} ${shortId(String(hash))}`,
  )
  return words.length === 0 ? 'none' : listed(words)
}

/** What came out of the database's JSON goes back into JSON; the cast says no more than that. */
function jsonWords(value: unknown): string {
  return canonical(value as Json)
}
