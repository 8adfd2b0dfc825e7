import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { RulesetToggle } from '../../domain/toggle/ruleset.ts'
import { OFF, type ToggleState } from '../../domain/toggle/state.ts'
import type { LoadedRules, LoadedToken } from '../../server/evaluation/loaded-rules.ts'
import type { Doorkeeper } from '../admit.ts'
import { createMetrics } from '../metrics.ts'
import { eventStreams } from '../ofrep/event-streams.ts'
import { rateLimit } from '../rate-limit.ts'
import { createRuleBook, type RuleBook } from '../rule-book.ts'
import { buildFlagsServer, type FlagsServer } from '../server.ts'
import { createUses } from '../uses.ts'

/** Noon of the day on which every test of the evaluation server happens. */
export const NOON = Date.parse('2027-03-03T12:00:00Z')

/** How long the tokens of the tests are good for. */
export const DAY_MS = 86_400_000

/** The token of the environment production, and what else a test may come with. */
export const PRODUCTION = 'rc_production_benefits-portal'
export const STAGING = 'rc_staging_benefits-portal'
export const EXPIRED = 'rc_production_expired'
export const FLIPPING = 'rc_service_that-may-flip'
export const REGISTERING = 'rc_service_that-may-register'

/** A toggle by its key with the gates that are set. */
export function toggle(
  key: string,
  state: Partial<ToggleState> = {},
  rest: Partial<RulesetToggle> = {},
): RulesetToggle {
  return { key, state: { ...OFF, ...state }, actorType: 'user', archived: false, ...rest }
}

/** Rules as the database would give them. */
export function loaded(
  production: readonly RulesetToggle[],
  version = 1,
  staging: readonly RulesetToggle[] = [],
): LoadedRules {
  return {
    epoch: 'first',
    version,
    rulesets: [
      { environment: 'production', version, toggles: production },
      { environment: 'staging', version, toggles: staging },
    ],
    tokens: [
      token(PRODUCTION, 'production'),
      token(STAGING, 'staging'),
      { ...token(EXPIRED, 'production'), expiresAt: NOON - 1 },
      { ...token(FLIPPING, null), kind: 'service', scopes: ['flip'] },
      { ...token(REGISTERING, null), kind: 'service', scopes: ['flip', 'register'] },
    ],
  }
}

function token(text: string, environment: string | null): LoadedToken {
  const hash = createHash('sha256').update(text).digest('hex')
  const kind = environment === null ? 'service' : 'flags'
  return { id: text, hash, kind, environment, scopes: [], expiresAt: NOON + DAY_MS }
}

/** An evaluation server with its rules, and what a test may look at. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly source: RuleBook
  readonly door: Doorkeeper
  readonly lines: string[]
  readonly faults: unknown[]
  /** Moves the server's clock on by milliseconds. */
  readonly pass: (ms: number) => void
}

/** Builds a server that answers from these toggles of production. */
export function testServer(
  production: readonly RulesetToggle[],
  parts: Partial<FlagsServer> & Partial<Pick<Doorkeeper, 'limit' | 'anonymousEnvironment'>> = {},
): TestServer {
  let clock = NOON
  const source = createRuleBook()
  source.accept(loaded(production), clock)
  const lines: string[] = []
  const faults: unknown[] = []
  const door: Doorkeeper = {
    source,
    limit: parts.limit ?? rateLimit(100_000),
    anonymousEnvironment: parts.anonymousEnvironment ?? null,
    now: () => clock,
    uses: createUses(() => clock),
  }
  const app = buildFlagsServer({
    door,
    chance: { now: () => clock, random: () => 0.5 },
    streams: eventStreams(door, 10),
    metrics: createMetrics([]),
    corsOrigins: '*',
    isQuick: true,
    flipperWrites: null,
    log: (line) => lines.push(line),
    logFault: (error) => faults.push(error),
    ...parts,
  })
  return {
    app,
    source,
    door,
    lines,
    faults,
    pass(ms) {
      clock += ms
    },
  }
}

/** The header that comes with a token. */
export function bearing(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` }
}
