import { Refused } from '../domain/refusal.ts'
import { problem } from './problem.ts'

/** Thrown while a request is read; carries the answer to give. */
export class NotReadable extends Error {
  readonly answer: Response
  constructor(answer: Response) {
    super('the request cannot be read')
    this.name = 'NotReadable'
    this.answer = answer
  }
}

/** How deep JSON may nest: no input of ours comes near it, and parsing stays cheap. */
const DEPTH = 64

/**
 * The bytes of a body, at most `limit` of them, read no further than that.
 *
 * @throws NotReadable with a 413 when there are more.
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new NotReadable(
      problem(
        'too_large',
        `The body is larger than ${limit.toLocaleString('en-US')} bytes, the most that is taken here. Nothing was changed.`,
      ),
    )
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      throw tooLarge()
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks)
}

/**
 * A JSON body.
 *
 * @throws NotReadable with a 415 for another content type, Refused `invalid` for text that is not JSON.
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  requireType(request, 'application/json')
  return jsonOf(await readBytes(request, limit))
}

/**
 * A JSON body that may be left out: an empty object then.
 *
 * @throws NotReadable, Refused as `readJson` for one that is there.
 */
export async function readJsonIfAny(request: Request, limit: number): Promise<unknown> {
  const bytes = await readBytes(request, limit)
  if (bytes.byteLength === 0) return {}
  requireType(request, 'application/json')
  return jsonOf(bytes)
}

function jsonOf(bytes: Uint8Array): unknown {
  const invalid = (message: string) =>
    new Refused({ code: 'invalid', errors: [{ path: 'body', message }] })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalid('is not valid UTF-8.')
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw invalid('is not valid JSON.')
  }
  if (depthOf(value) > DEPTH) throw invalid(`nests deeper than ${DEPTH} levels.`)
  return value
}

/** @throws NotReadable with a 415 when the request's body is of another type. */
export function requireType(request: Request, expected: string): void {
  const coding = request.headers.get('content-encoding') ?? 'identity'
  if (coding !== 'identity') {
    const detail = `Send the body as it is, without Content-Encoding: ${coding.slice(0, 40)} is not read here.`
    throw new NotReadable(problem('wrong_content_type', detail))
  }
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === expected) return
  throw new NotReadable(
    problem(
      'wrong_content_type',
      `Send the body as ${expected}${type ? `, not ${type}` : ', and say so in Content-Type'}.`,
    ),
  )
}

function depthOf(value: unknown): number {
  let depth = 0
  let level: unknown[] = [value]
  while (level.length > 0 && depth <= DEPTH) {
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    )
    depth += 1
  }
  return depth
}
