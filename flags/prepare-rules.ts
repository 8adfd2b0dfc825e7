import { createHash, createHmac } from 'node:crypto'
import { setImmediate as otherWork } from 'node:timers/promises'
import {
  type CompiledRuleset,
  compileSteps,
  type RuledToggle,
  type Ruleset,
  toggleToJson,
} from '../domain/toggle/ruleset.ts'
import type { LoadedRules, LoadedToken } from '../server/evaluation/loaded-rules.ts'

/** One environment's rules, ready to answer. */
export interface EnvironmentRules {
  readonly environment: string
  /** Changes when, and only when, an answer may: not with every entry of the log. */
  readonly fingerprint: string
  readonly toggles: CompiledRuleset['toggles']
  /** The toggles whose answer can change by itself as time goes by. */
  readonly clocked: readonly RuledToggle[]
  /** Each toggle as the snapshot on disk holds it, by key. */
  readonly texts: ReadonlyMap<string, string>
}

/** A token with what a stream of events is opened with instead of it. */
export interface KnownToken extends LoadedToken {
  readonly ticket: string
}

/** Everything that is answered from, swapped as one. */
export interface PreparedRules {
  readonly loaded: LoadedRules
  readonly environments: ReadonlyMap<string, EnvironmentRules>
  readonly byHash: ReadonlyMap<string, KnownToken>
  readonly byTicket: ReadonlyMap<string, KnownToken>
}

/** Longer than this, answers do not wait for rules to be prepared. */
const SLICE_MS = 3

/** Prepares loaded rules at once, taking over from those before what did not change. */
export function prepareNow(loaded: LoadedRules, before: PreparedRules | null): PreparedRules {
  const steps = prepareSteps(loaded, before)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in slices of a few milliseconds, so that answers go on in between. */
export async function prepareInSlices(
  loaded: LoadedRules,
  before: PreparedRules | null,
): Promise<PreparedRules> {
  const steps = prepareSteps(loaded, before)
  let until = performance.now() + SLICE_MS
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < until) continue
    await otherWork()
    until = performance.now() + SLICE_MS
  }
}

function* prepareSteps(
  loaded: LoadedRules,
  before: PreparedRules | null,
): Generator<undefined, PreparedRules> {
  const environments = new Map<string, EnvironmentRules>()
  for (const ruleset of loaded.rulesets) {
    const held = before?.environments.get(ruleset.environment)
    environments.set(ruleset.environment, yield* prepareEnvironment(ruleset, held))
  }
  const tokens = loaded.tokens.map((token) => withTicket(token, before))
  return {
    loaded,
    environments,
    byHash: new Map(tokens.map((token) => [token.hash, token])),
    byTicket: new Map(tokens.map((token) => [token.ticket, token])),
  }
}

/** Prepares an environment's rules, or keeps those held when nothing in them differs. */
function* prepareEnvironment(
  ruleset: Ruleset,
  held: EnvironmentRules | undefined,
): Generator<undefined, EnvironmentRules> {
  const texts = new Map<string, string>()
  const hash = createHash('sha256')
  for (const toggle of ruleset.toggles) {
    const text = JSON.stringify(toggleToJson(toggle))
    hash.update(text)
    texts.set(toggle.key, text)
    yield
  }
  const fingerprint = hash.digest('base64url').slice(0, 22)
  if (held?.fingerprint === fingerprint) return held
  const { environment, toggles } = yield* compileSteps(ruleset, ({ key }) =>
    held?.texts.get(key) === texts.get(key) ? held?.toggles.get(key) : undefined,
  )
  const clocked = [...toggles.values()].filter((toggle) => toggle.readsClock)
  return { environment, fingerprint, toggles, clocked, texts }
}

/**
 * A browser's event stream cannot send a header, so its address carries this instead of the token:
 * it opens that stream and nothing else, and every process derives the same one.
 */
function withTicket(token: LoadedToken, before: PreparedRules | null): KnownToken {
  const ticket = before?.byHash.get(token.hash)?.ticket ?? ticketFrom(token.hash)
  return { ...token, ticket }
}

/** What a stream of events is opened with by who holds the token itself. */
export function ticketOf(text: string): string {
  return ticketFrom(createHash('sha256').update(text).digest('hex'))
}

function ticketFrom(tokenHash: string): string {
  return createHmac('sha256', tokenHash).update('rollcall event stream').digest('base64url')
}
