import { z } from 'zod'
import {
  type Ruleset,
  rulesetFromJson,
  rulesetSchema,
  toggleToJson,
} from '../../domain/toggle/ruleset.ts'

/** A token as evaluation knows it: by its hash only. */
export interface LoadedToken {
  readonly id: string
  /** SHA-256 of the whole token, in hex. */
  readonly hash: string
  readonly kind: 'flags' | 'person' | 'service'
  /** The environment that a flags token answers for; null for the other kinds. */
  readonly environment: string | null
  readonly scopes: readonly string[]
  /** When it ends, in milliseconds since 1970. */
  readonly expiresAt: number
}

/** Everything that evaluation answers from, as of one entry of the audit log. */
export interface LoadedRules {
  /** Which log `version` counts in: the hash of its first entry, empty while it has none. */
  readonly epoch: string
  /** The `seq` of the newest audit entry that this reflects. */
  readonly version: number
  readonly rulesets: readonly Ruleset[]
  readonly tokens: readonly LoadedToken[]
}

/** The loaded rules in JSON, as the snapshot on disk holds them. */
const loadedRulesSchema = z.strictObject({
  epoch: z.string().max(64),
  version: z.int().min(0),
  rulesets: z.array(rulesetSchema).max(100),
  tokens: z
    .array(
      z.strictObject({
        id: z.string().max(100),
        hash: z.string().regex(/^[0-9a-f]{64}$/),
        kind: z.enum(['flags', 'person', 'service']),
        environment: z.string().nullable(),
        scopes: z.array(z.string().max(100)).max(100),
        expires_at: z.number(),
      }),
    )
    .max(100_000),
})

/**
 * Writes loaded rules as JSON text; the inverse of `loadedRulesFromJson`. Toggles are most of it:
 * who has them written already gives their texts.
 */
export function writeLoadedRules(
  loaded: LoadedRules,
  toggleTexts: (ruleset: Ruleset) => Iterable<string> = ({ toggles }) =>
    toggles.map((toggle) => JSON.stringify(toggleToJson(toggle))),
): string {
  const { epoch, version } = loaded
  const rulesets = loaded.rulesets.map((ruleset) => {
    const head = JSON.stringify({ environment: ruleset.environment, version: ruleset.version })
    return `${head.slice(0, -1)},"toggles":[${[...toggleTexts(ruleset)].join()}]}`
  })
  const tokens = loaded.tokens.map(({ expiresAt, ...token }) => ({
    ...token,
    expires_at: expiresAt,
  }))
  const head = JSON.stringify({ epoch, version, tokens })
  return `${head.slice(0, -1)},"rulesets":[${rulesets.join()}]}`
}

/** Reads loaded rules from JSON. Throws zod's error when they are not of that shape. */
export function loadedRulesFromJson(json: unknown): LoadedRules {
  const read = loadedRulesSchema.parse(json)
  return {
    epoch: read.epoch,
    version: read.version,
    rulesets: read.rulesets.map(rulesetFromJson),
    tokens: read.tokens.map(({ expires_at, ...token }) => ({ ...token, expiresAt: expires_at })),
  }
}
