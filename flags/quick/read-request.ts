import type { IncomingHttpHeaders } from 'node:http'

/** What of a request's head an evaluation reads, and how long the body is that follows. */
export interface QuickHead {
  readonly headers: IncomingHttpHeaders
  /** Bytes of the body. */
  readonly length: number
}

/** A whole request as it stands in the bytes that came. */
export interface QuickRequest {
  readonly url: string
  readonly head: QuickHead
  /** The lines of the head as they came: the next request mostly brings the same. */
  readonly headText: string
  readonly bodyStart: number
  /** Where the next request begins. */
  readonly end: number
}

/** What the bytes hold: a request, the beginning of one, or what is not for the quick door. */
export type QuickRead = QuickRequest | 'unfinished' | 'other'

const METHOD = 'POST '
const VERSION = ' HTTP/1.1'
const LONGEST_HEAD = 8192
const LONGEST_BODY = 65_536
const MOST_LINES = 64

const ADDRESS = /^\/[\x21-\x7e]*$/
const LINE =
  /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?)?[ \t]*$/

/** Headers that change how the rest is read, or what becomes of the connection. */
const NOT_HERE = new Set([
  'transfer-encoding',
  'content-encoding',
  'expect',
  'upgrade',
  'http2-settings',
  'te',
  'trailer',
  'proxy-connection',
])

const READ = new Set([
  'host',
  'content-length',
  'connection',
  'authorization',
  'x-api-key',
  'content-type',
  'if-none-match',
  'origin',
])

/**
 * Finds an evaluation in `text`, the bytes of a connection as Latin-1, from `from`. It knows a narrow
 * part of HTTP/1.1 and nothing by halves: one POST, every header that matters once, the body by its
 * length. Whatever else comes, well formed or not, is `other` and goes to Node's own parser, so that
 * nothing is ever understood here in another way than there. `known` is the head before on the same
 * connection.
 */
export function readRequest(
  text: string,
  from: number,
  path: string,
  known: QuickRequest | null,
): QuickRead {
  if (!text.startsWith(METHOD, from) || !text.startsWith(path, from + METHOD.length)) return 'other'
  const headEnd = text.indexOf('\r\n\r\n', from)
  if (headEnd === -1 || headEnd - from > LONGEST_HEAD) return 'other'
  const lineEnd = text.indexOf('\r\n', from)
  if (!text.startsWith(VERSION, lineEnd - VERSION.length)) return 'other'
  const url = text.slice(from + METHOD.length, lineEnd - VERSION.length)
  if (!ADDRESS.test(url)) return 'other'
  const headText = text.slice(lineEnd, headEnd)
  const head = known?.headText === headText ? known.head : readHead(headText)
  if (head === null) return 'other'
  const bodyStart = headEnd + 4
  const end = bodyStart + head.length
  return end > text.length ? 'unfinished' : { url, head, headText, bodyStart, end }
}

/** Reads the lines of a head, each with its line end before it; null when they are not for here. */
function readHead(text: string): QuickHead | null {
  const lines = text.split('\r\n')
  if (lines.length > MOST_LINES) return null
  const found = new Map<string, string>()
  for (const line of lines.slice(1)) {
    const [, given = '', value = ''] = LINE.exec(line) ?? []
    const name = given.toLowerCase()
    if (name === '' || NOT_HERE.has(name)) return null
    if (!READ.has(name)) continue
    if (found.has(name)) return null
    found.set(name, value)
  }
  const connection = found.get('connection')?.toLowerCase() ?? 'keep-alive'
  const length = found.get('content-length') ?? ''
  if (!found.has('host') || connection !== 'keep-alive' || !/^\d{1,5}$/.test(length)) return null
  if (Number(length) > LONGEST_BODY) return null
  const headers: IncomingHttpHeaders = {
    authorization: found.get('authorization'),
    'x-api-key': found.get('x-api-key'),
    'content-type': found.get('content-type'),
    'if-none-match': found.get('if-none-match'),
    origin: found.get('origin'),
  }
  return { headers, length: Number(length) }
}
