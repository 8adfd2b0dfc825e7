import { isUtf8 } from 'node:buffer'

/** The text of a request's body as it came; null without one or when it is not UTF-8. */
export function readText(body: unknown): string | null {
  return Buffer.isBuffer(body) && isUtf8(body) ? body.toString('utf8') : null
}
