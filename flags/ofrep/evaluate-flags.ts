import { hash } from 'node:crypto'
import type { EvaluationContext } from '../../domain/toggle/evaluation-context.ts'
import type { RuledToggle } from '../../domain/toggle/ruleset.ts'
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
    const tagged = (etag: string) => [...age, 'etag', etag, 'cache-control', 'no-cache']
    const unchanged = (etag: string) => ({ status: 304, headers: tagged(etag), json: null })

    const { clocked } = admission.rules
    const early = clocked.length === 0 ? etagOf(admission, '', body) : null
    // Who has this tag was answered to this very body, which needs no second reading.
    if (early !== null && headers['if-none-match'] === early) {
      noteUse(door, admission, null)
      return unchanged(early)
    }
    const context = readContext(body, chance)
    if ('errorCode' in context) return fail(400, context.errorCode, context.errorDetails, age)
    noteUse(door, admission, null)
    const etag = early ?? etagOf(admission, askedOf(clocked, context), body)
    if (isUnchanged(headers['if-none-match'], etag)) return unchanged(etag)
    return answered(200, everyFlag(admission, context), tagged(etag))
  }
}

/**
 * The tag covers the rules and the whole context as it was sent, because a client keeps its tag
 * when another attribute changes; and what the clock decides, which changes while both stand still.
 * Dice do not count: they would change it at every asking.
 */
function etagOf({ rules, token }: Admitted, byClock: string, body: string | null): string {
  const all = `${rules.fingerprint}\n${token?.ticket ?? ''}\n${byClock}\n${body ?? ''}`
  return `"${hash('sha256', all, 'base64url').slice(0, 27)}"`
}

function askedOf(clocked: readonly RuledToggle[], context: EvaluationContext): string {
  return clocked.map((toggle) => toggle.ask(context) ?? '-').join()
}

function everyFlag({ rules, token }: Admitted, context: EvaluationContext): readonly string[] {
  const streams = token === null ? '' : eventStreamJson(token.ticket)
  return ['{"flags":[', ...answersOf(rules).writeAll(context), `],"eventStreams":[${streams}]}`]
}
