import { isUtf8 } from 'node:buffer'
import { Refused } from '../../domain/refusal.ts'

/** The most bytes that a plan's document may have: 1 MiB. */
export const DOCUMENT_LIMIT = 1_048_576

/**
 * The text of an uploaded document. A byte order mark stays part of the text.
 *
 * @throws Refused `invalid` on `document`: empty, not text, or not UTF-8.
 */
export function documentText(bytes: Uint8Array): string {
  if (bytes.byteLength === 0) throw refused('is empty: there is nothing to read.')
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw refused('is UTF-16. Save it as UTF-8 and send it again.')
  }
  if (bytes.includes(0)) throw refused('is a binary file, not Markdown text.')
  if (!isUtf8(bytes)) {
    throw refused(
      `is not valid UTF-8: the first wrong byte is on line ${wrongLine(bytes)}. Save it as UTF-8 and send it again.`,
    )
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (text.trim() === '' || text.trim() === '\uFEFF') {
    throw refused('is blank: there is nothing to read.')
  }
  const controls = bytes.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0)
  if (controls * 100 > bytes.byteLength) throw refused('is a binary file, not Markdown text.')
  return text
}

/** A control character other than those of white space: a few are a slip, many are no text. */
function isControl(byte: number): boolean {
  return byte < 0x20 && (byte < 0x08 || byte > 0x0d)
}

/** A line feed is never part of a longer UTF-8 sequence, so each line is valid by itself or not. */
function wrongLine(bytes: Uint8Array): number {
  let from = 0
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, from)
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return line
    from = end + 1
  }
}

function refused(message: string): Refused {
  return new Refused({ code: 'invalid', errors: [{ path: 'document', message }] })
}
