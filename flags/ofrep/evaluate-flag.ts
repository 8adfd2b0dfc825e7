import { admit, type Doorkeeper, noteUse, refusalHeaders } from '../admit.ts'
import { type Answerer, ageHeaders, answered, asciiJson } from '../exchange.ts'
import { isJsonType } from '../respond.ts'
import { answersOf } from './answers.ts'
import { type Chance, readContext } from './read-context.ts'

/** Where every evaluation lives; a key follows after a slash. */
export const EVALUATE = '/ofrep/v1/evaluate/flags'

/**
 * The key in the address of an evaluation: all that follows, slashes included, because the server
 * provider does not escape it; decoded once, because the web provider does. What cannot be decoded
 * was not escaped and is taken as it stands.
 */
export function keyInAddress(address: string): string {
  const query = address.indexOf('?')
  const raw = address.slice(EVALUATE.length + 1, query === -1 ? undefined : query)
  if (!raw.includes('%')) return raw
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}

/**
 * `POST /ofrep/v1/evaluate/flags/{key}`. Every error body carries the `key`: without it the client
 * takes even a 404 for a foreign answer.
 */
export function evaluateFlag(door: Doorkeeper, chance: Chance): Answerer {
  return ({ url, headers, body }) => {
    const key = keyInAddress(url)
    const fail = (status: number, errorCode: string, errorDetails: string, also: string[]) =>
      answered(status, asciiJson({ key, errorCode, errorDetails }), also)

    const admission = admit(door, headers)
    if ('status' in admission) {
      return fail(admission.status, 'GENERAL', admission.detail, refusalHeaders(admission))
    }
    const age = ageHeaders(door.source, door.now())
    if (!isJsonType(headers['content-type'])) {
      return fail(415, 'PARSE_ERROR', 'The content type is not application/json.', age)
    }
    const context = readContext(body, chance)
    if ('errorCode' in context) return fail(400, context.errorCode, context.errorDetails, age)
    const toggle = answersOf(admission.rules).byKey.get(key)
    if (toggle === undefined) {
      return fail(404, 'FLAG_NOT_FOUND', 'There is no toggle of this key.', age)
    }
    noteUse(door, admission, key)
    const outcome = toggle.ask(context)
    return answered(toggle.isTold(outcome) ? 200 : 400, toggle.write(outcome), age)
  }
}
