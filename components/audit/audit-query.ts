import {
  type EntryQuery,
  entryQuerySchema,
  FILTERS,
  type FilterFields,
} from '../../domain/audit/entry-query.ts'

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>

export interface AuditQuery {
  /** What was understood, as it stands in the address. */
  readonly fields: FilterFields
  readonly query: EntryQuery
  /** What was not understood and is left out, a sentence each. */
  readonly leftOut: readonly string[]
}

/** Reads the address of the log. Empty fields of the form narrow nothing. */
export function readAuditQuery(params: SearchParams): AuditQuery {
  const given: Record<string, string> = {}
  const leftOut: string[] = []
  for (const name of [...FILTERS, 'cursor', 'after'] as const) {
    const value = params[name]
    if (typeof value !== 'string' || value.trim() === '') continue
    const { error } = entryQuerySchema.safeParse({ [name]: value.trim() })
    if (error) leftOut.push(`${name} ${error.issues[0]?.message ?? ''}`.trim())
    else given[name] = value.trim()
  }
  const { cursor, after, ...fields } = given
  return { fields, query: entryQuerySchema.parse(given), leftOut }
}

/** The address of the log with these filters, and of a page of it. */
export function auditAddress(
  fields: FilterFields,
  page: { readonly cursor?: string | number; readonly after?: string | number } = {},
): string {
  const search = searchOf(fields)
  for (const [name, value] of Object.entries(page)) search.set(name, String(value))
  return search.size === 0 ? '/audit' : `/audit?${search}`
}

/** The address of the file with what these filters let through. */
export function exportAddress(format: 'jsonl' | 'csv' | 'ocsf', fields: FilterFields): string {
  const search = searchOf(fields)
  search.set('format', format)
  return `/api/v1/audit/export?${search}`
}

/** Filters as they stand in an address. */
export function searchOf(fields: FilterFields): URLSearchParams {
  const search = new URLSearchParams()
  for (const name of FILTERS) {
    const value = fields[name]
    if (value !== undefined && value !== '') search.set(name, value)
  }
  return search
}
