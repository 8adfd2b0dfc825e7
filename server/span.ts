import { type Attributes, SpanStatusCode, trace } from '@opentelemetry/api'
import { Refused } from '../domain/refusal.ts'

/**
 * Does `work` inside a span. What fails marks it, a refusal by its code: that is an answer, no
 * fault. Attributes are ids, routes and counts: never a name, an address or a text that somebody
 * wrote.
 */
export async function inSpan<T>(
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  return trace.getTracer('rollcall').startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Refused) span.setAttribute('rollcall.refused', error.refusal.code)
      else {
        span.setStatus({ code: SpanStatusCode.ERROR })
        span.recordException(error instanceof Error ? { name: error.name } : { name: 'unknown' })
      }
      throw error
    } finally {
      span.end()
    }
  })
}
