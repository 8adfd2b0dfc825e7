import { isUtf8 } from 'node:buffer'

/** The text of a request's body as the server's parser left it; null without one or not UTF-8. */
export function readText(body: unknown): string | null {
  return Buffer.isBuffer(body) && isUtf8(body) ? body.toString('utf8') : null
}
