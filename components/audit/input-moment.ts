import { momentSpan } from '../../domain/audit/entry-query.ts'

/** A moment of the address as a datetime-local field takes it, in UTC; empty when there is none. */
export function inputMoment(text: string | undefined): string {
  const span = text === undefined ? null : momentSpan(text)
  return span === null ? '' : new Date(span.first).toISOString().slice(0, 16)
}
