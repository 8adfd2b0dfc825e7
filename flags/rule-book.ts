import { hash } from 'node:crypto'
import type { LoadedRules } from '../server/evaluation/loaded-rules.ts'
import {
  type EnvironmentRules,
  type KnownToken,
  type PreparedRules,
  prepareInSlices,
  prepareNow,
} from './prepare-rules.ts'

/** What became of rules that were offered: an older version never replaces a newer one. */
export type Accepted = 'changed' | 'unchanged' | 'older'

/** The rules that answers are given from, held in memory and swapped whole. */
export interface RuleBook {
  /** Takes rules over at once. `confirmedAt`: when they were known to be current. */
  accept(loaded: LoadedRules, confirmedAt: number): Accepted
  /** The same, while answers from the rules held go on. One at a time. */
  acceptInSlices(loaded: LoadedRules, confirmedAt: number): Promise<Accepted>
  /** Notes that the rules held are those of a later entry of the log too. */
  confirm(version: number, at: number): void
  /** Everything that is held, to be kept on disk; null before any rules came. */
  held(): PreparedRules | null
  /** The version held; null before any rules came. */
  version(): number | null
  /** Seconds since the rules were last known to be current; null before any came. */
  ageAt(now: number): number | null
  rules(environment: string): EnvironmentRules | null
  /** A token by what is sent of it. */
  tokenByText(text: string): KnownToken | null
  tokenByTicket(ticket: string): KnownToken | null
  /** Calls back with the environments whose answers may have changed, and when tokens may have. */
  onChange(listener: (environments: readonly string[]) => void): void
}

/** An empty rule book: it answers nothing until rules are accepted. */
export function createRuleBook(): RuleBook {
  let held: PreparedRules | null = null
  let confirmedAt = 0
  // Only good tokens come in, so it stays as small as they are few; other rules, other tokens.
  const byText = new Map<string, KnownToken>()
  const listeners: ((environments: readonly string[]) => void)[] = []

  const isOlder = (offered: LoadedRules): boolean =>
    held !== null && offered.epoch === held.loaded.epoch && offered.version < held.loaded.version

  const swap = (prepared: PreparedRules, at: number): Accepted => {
    const before = held
    held = prepared
    byText.clear()
    confirmedAt = at
    const changed = [...prepared.environments.values()]
      .filter((rules) => before?.environments.get(rules.environment) !== rules)
      .map((rules) => rules.environment)
    for (const listener of listeners) listener(changed)
    return changed.length === 0 ? 'unchanged' : 'changed'
  }

  return {
    accept: (loaded, at) => (isOlder(loaded) ? 'older' : swap(prepareNow(loaded, held), at)),
    async acceptInSlices(loaded, at) {
      return isOlder(loaded) ? 'older' : swap(await prepareInSlices(loaded, held), at)
    },
    confirm(version, at) {
      if (held !== null) held = { ...held, loaded: { ...held.loaded, version } }
      confirmedAt = at
    },
    held: () => held,
    version: () => held?.loaded.version ?? null,
    ageAt: (now) => (held === null ? null : Math.max(0, (now - confirmedAt) / 1000)),
    rules: (environment) => held?.environments.get(environment) ?? null,
    tokenByText(text) {
      const known = byText.get(text)
      if (known !== undefined) return known
      const token = held?.byHash.get(hash('sha256', text, 'hex')) ?? null
      if (token !== null) byText.set(text, token)
      return token
    },
    tokenByTicket: (ticket) => held?.byTicket.get(ticket) ?? null,
    onChange(listener) {
      listeners.push(listener)
    },
  }
}
