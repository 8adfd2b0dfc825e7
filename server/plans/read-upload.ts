import { createHash } from 'node:crypto'
import type { Reading } from '../../domain/plan/reading.ts'
import { documentText } from './document-text.ts'
import { planTitle } from './plan-title.ts'
import { readingOf } from './understood.ts'

/** A document that came from outside, and what is understood of it. */
export interface Upload {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
  readonly reading: Reading
  readonly title: string
}

/**
 * Reads a document from outside; keeps nothing.
 *
 * @throws Refused `invalid` on `document` for what is not text.
 */
export function readUpload(bytes: Uint8Array): Upload {
  const text = documentText(bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const reading = readingOf(sha256, text)
  return { bytes: new Uint8Array(bytes), sha256, reading, title: planTitle(text, reading) }
}
