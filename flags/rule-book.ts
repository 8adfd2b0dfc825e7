import { createHash, createHmac } from 'node:crypto'
import {
  type CompiledRuleset,
  compileRuleset,
  type RuledToggle,
  type Ruleset,
  rulesetToJson,
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
}

/** A token with what a stream of events is opened with instead of it. */
export interface KnownToken extends LoadedToken {
  readonly ticket: string
}

/** What became of rules that were offered: an older version never replaces a newer one. */
export type Accepted = 'changed' | 'unchanged' | 'older'

/** The rules that answers are given from, held in memory and swapped whole. */
export interface RuleBook {
  accept(loaded: LoadedRules, confirmedAt: number): Accepted
  /** Notes that the rules held are those of a later entry of the log too. */
  confirm(version: number, at: number): void
  /** The whole of what is held, to be kept on disk; null before any rules came. */
  held(): LoadedRules | null
  /** The version held; null before any rules came. */
  version(): number | null
  /** Seconds since the rules were last known to be current; null before any came. */
  ageAt(now: number): number | null
  rules(environment: string): EnvironmentRules | null
  tokenByHash(hash: string): KnownToken | null
  tokenByTicket(ticket: string): KnownToken | null
  /** Calls back with the environments whose answers may have changed. */
  onChange(listener: (environments: readonly string[]) => void): void
}

interface Held {
  readonly loaded: LoadedRules
  readonly environments: ReadonlyMap<string, EnvironmentRules>
  readonly byHash: ReadonlyMap<string, KnownToken>
  readonly byTicket: ReadonlyMap<string, KnownToken>
}

/** An empty rule book: it answers nothing until rules are accepted. */
export function createRuleBook(): RuleBook {
  let held: Held | null = null
  let confirmedAt = 0
  const listeners: ((environments: readonly string[]) => void)[] = []

  return {
    accept(loaded, at) {
      const before = held
      if (before !== null && isOlder(loaded, before.loaded)) return 'older'
      const environments = new Map(
        loaded.rulesets.map((ruleset) => [
          ruleset.environment,
          prepare(ruleset, before?.environments.get(ruleset.environment)),
        ]),
      )
      const tokens = loaded.tokens.map((token) => withTicket(token, before))
      held = {
        loaded,
        environments,
        byHash: new Map(tokens.map((token) => [token.hash, token])),
        byTicket: new Map(tokens.map((token) => [token.ticket, token])),
      }
      confirmedAt = at
      const changed = [...environments.values()].filter(
        (rules) => before?.environments.get(rules.environment) !== rules,
      )
      for (const listener of listeners) listener(changed.map((rules) => rules.environment))
      return changed.length === 0 ? 'unchanged' : 'changed'
    },
    confirm(version, at) {
      if (held !== null) held = { ...held, loaded: { ...held.loaded, version } }
      confirmedAt = at
    },
    held: () => held?.loaded ?? null,
    version: () => held?.loaded.version ?? null,
    ageAt: (now) => (held === null ? null : Math.max(0, (now - confirmedAt) / 1000)),
    rules: (environment) => held?.environments.get(environment) ?? null,
    tokenByHash: (hash) => held?.byHash.get(hash) ?? null,
    tokenByTicket: (ticket) => held?.byTicket.get(ticket) ?? null,
    onChange(listener) {
      listeners.push(listener)
    },
  }
}

function isOlder(offered: LoadedRules, held: LoadedRules): boolean {
  return offered.epoch === held.epoch && offered.version < held.version
}

/** Compiles an environment's rules, or keeps those held when nothing in them differs. */
function prepare(ruleset: Ruleset, held: EnvironmentRules | undefined): EnvironmentRules {
  const text = JSON.stringify(rulesetToJson(ruleset).toggles)
  const fingerprint = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  if (held?.fingerprint === fingerprint) return held
  const { environment, toggles } = compileRuleset(ruleset)
  const clocked = [...toggles.values()].filter((toggle) => toggle.readsClock)
  return { environment, fingerprint, toggles, clocked }
}

/**
 * A browser's event stream cannot send a header, so its address carries this instead of the token:
 * it opens that stream and nothing else, and every process derives the same one.
 */
function withTicket(token: LoadedToken, before: Held | null): KnownToken {
  const known = before?.byHash.get(token.hash)?.ticket
  const ticket =
    known ?? createHmac('sha256', token.hash).update('rollcall event stream').digest('base64url')
  return { ...token, ticket }
}
