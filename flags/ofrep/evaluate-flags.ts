import { hash } from 'node:crypto'
import type { EvaluationContext } from '../../domain/toggle/evaluation-context.ts'
import { type Admitted, admit, type Doorkeeper, noteUse, refusalHeaders } from '../admit.ts'
import { type Answerer, ageHeaders, answered, asciiJson } from '../exchange.ts'
import { isJsonType, isUnchanged } from '../respond.ts'
import { answersOf } from './answers.ts'
import { eventStreamJson } from './event-streams.ts'
import { type Chance, readContext } from './read-context.ts'

/** `POST /ofrep/v1/evaluate/flags`: every toggle of the environment for one context. */
export function evaluateFlags(door: Doorkeeper, chance: Chance): Answerer {
  return ({ headers, body }) => {
    const fail = (status: number, errorCode: string, errorDetails: string, also: string[]) =>
      answered(status, asciiJson({ errorCode, errorDetails }), also)

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
    noteUse(door, admission, null)
    const etag = etagOf(admission, context, body)
    const tagged = [...age, 'etag', etag, 'cache-control', 'no-cache']
    if (isUnchanged(headers['if-none-match'], etag)) {
      return { status: 304, headers: tagged, json: null }
    }
    return answered(200, everyFlag(admission, context), tagged)
  }
}

/**
 * The tag covers the rules and the whole context as it was sent, because a client keeps its tag
 * when another attribute changes; and what the clock decides, which changes while both stand still.
 * Dice do not count: they would change it at every asking.
 */
function etagOf(
  { rules, token }: Admitted,
  context: EvaluationContext,
  body: string | null,
): string {
  const byClock = rules.clocked.map((toggle) => toggle.ask(context) ?? '-').join()
  const all = `${rules.fingerprint}\n${token?.ticket ?? ''}\n${byClock}\n${body ?? ''}`
  return `"${hash('sha256', all, 'base64url').slice(0, 27)}"`
}

function everyFlag({ rules, token }: Admitted, context: EvaluationContext): readonly string[] {
  const streams = token === null ? '' : eventStreamJson(token.ticket)
  return ['{"flags":[', ...answersOf(rules).writeAll(context), `],"eventStreams":[${streams}]}`]
}
