import { z } from 'zod'
import type { AskToggle } from './compile-expression.ts'
import { type CompiledToggle, compileToggle } from './compile-toggle.ts'
import { expressionReads } from './expression-reads.ts'
import { stateFromJson, stateToJson, type ToggleState, toggleStateSchema } from './state.ts'

/** Whether a toggle's percentage goes by signed-in person or by browser cookie. */
export type ActorType = 'user' | 'cookie_id'

/** A toggle as evaluation needs it. An archived one answers false, whatever its state. */
export interface RulesetToggle {
  readonly key: string
  readonly state: ToggleState
  readonly actorType: ActorType
  readonly archived: boolean
}

/** Every toggle of one environment as of one entry of the audit log. */
export interface Ruleset {
  readonly environment: string
  /** The `seq` of the newest audit entry that this reflects. */
  readonly version: number
  readonly toggles: readonly RulesetToggle[]
}

/** A ruleset in JSON, as the snapshot on disk holds it. */
export const rulesetSchema = z.strictObject({
  environment: z.string().min(1).max(200),
  version: z.int().min(0),
  toggles: z
    .array(
      z.strictObject({
        key: z.string().min(1).max(1000),
        actor_type: z.enum(['user', 'cookie_id']),
        archived: z.boolean(),
        state: toggleStateSchema,
      }),
    )
    .max(20_000)
    .refine(
      (toggles) => new Set(toggles.map((toggle) => toggle.key)).size === toggles.length,
      'A key stands twice in the ruleset.',
    ),
})

type RulesetJson = z.infer<typeof rulesetSchema>

/** Writes one toggle of a ruleset as JSON, as `rulesetFromJson` reads it. */
export function toggleToJson(toggle: RulesetToggle): RulesetJson['toggles'][number] {
  return {
    key: toggle.key,
    actor_type: toggle.actorType,
    archived: toggle.archived,
    state: stateToJson(toggle.state),
  }
}

/** Reads a ruleset from JSON. Throws zod's error when it is not one. */
export function rulesetFromJson(json: unknown): Ruleset {
  const read = rulesetSchema.parse(json)
  return {
    environment: read.environment,
    version: read.version,
    toggles: read.toggles.map((toggle) => ({
      key: toggle.key,
      actorType: toggle.actor_type,
      archived: toggle.archived,
      state: stateFromJson(toggle.state),
    })),
  }
}

/** A toggle ready to answer, with what an answer may depend on. */
export interface RuledToggle extends RulesetToggle {
  readonly ask: CompiledToggle
  /** Whether the answer can depend on who asks, so that without an actor "no" would be a guess. */
  readonly needsActor: boolean
  /** Whether the answer can change by itself as time goes by. */
  readonly readsClock: boolean
  /** What it reads by its own gates, the toggles that it asks left out. */
  readonly reads: Reads
}

/** What a toggle's own gates depend on. */
export interface Reads {
  readonly needsActor: boolean
  readonly readsClock: boolean
  /** Other toggles that its expression asks for. */
  readonly features: ReadonlySet<string>
}

/** A ruleset ready to answer. */
export interface CompiledRuleset {
  readonly environment: string
  readonly version: number
  readonly toggles: ReadonlyMap<string, RuledToggle>
}

/**
 * Compiles every toggle of an environment once, so that asking them needs no further work.
 * `FeatureEnabled` in an expression asks the toggles of the same ruleset; an unknown or archived
 * one is off.
 */
export function compileRuleset(ruleset: Ruleset): CompiledRuleset {
  const steps = compileSteps(ruleset, () => undefined)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * The same a toggle at a time, for whoever must do other work in between. `unchanged` gives a toggle
 * as it was compiled before, where nothing about it differs: it is taken over as it is.
 */
export function* compileSteps(
  ruleset: Ruleset,
  unchanged: (toggle: RulesetToggle) => RuledToggle | undefined,
): Generator<undefined, CompiledRuleset> {
  const toggles = new Map<string, RuledToggle>()
  const ask: AskToggle = (key, context, trail) =>
    (toggles.get(key)?.ask(context, trail) ?? null) !== null
  const known = new Map(ruleset.toggles.map((toggle) => [toggle.key, unchanged(toggle)]))
  const reads = new Map<string, Reads>()
  for (const toggle of ruleset.toggles) {
    reads.set(toggle.key, known.get(toggle.key)?.reads ?? whatItReads(toggle))
    yield
  }
  for (const toggle of ruleset.toggles) {
    const before = known.get(toggle.key)
    const own = reads.get(toggle.key) ?? whatItReads(toggle)
    // One that asks others holds on to the ruleset that it was compiled in.
    const isSame = before !== undefined && own.features.size === 0
    toggles.set(toggle.key, isSame ? before : compiled(toggle, own, reads, ask))
    yield
  }
  return { environment: ruleset.environment, version: ruleset.version, toggles }
}

function compiled(
  toggle: RulesetToggle,
  own: Reads,
  all: ReadonlyMap<string, Reads>,
  ask: AskToggle,
): RuledToggle {
  const reachable = withAskedFor(toggle.key, all)
  return {
    ...toggle,
    ask: toggle.archived ? () => null : compileToggle(toggle, ask),
    needsActor: reachable.some((read) => read.needsActor),
    readsClock: reachable.some((read) => read.readsClock),
    reads: own,
  }
}

function whatItReads({ state, archived }: RulesetToggle): Reads {
  if (archived || state.boolean) {
    return { needsActor: false, readsClock: false, features: new Set() }
  }
  const read = expressionReads(state.expression)
  const byGate =
    state.actors.length > 0 || state.groups.length > 0 || (state.percentageOfActors ?? 0) > 0
  return {
    needsActor: byGate || read.properties.has('flipper_id'),
    readsClock: read.clock,
    features: read.features,
  }
}

function withAskedFor(key: string, all: ReadonlyMap<string, Reads>): readonly Reads[] {
  const seen = new Set([key])
  const found: Reads[] = []
  for (const name of seen) {
    const reads = all.get(name)
    if (reads === undefined) continue
    found.push(reads)
    for (const feature of reads.features) seen.add(feature)
  }
  return found
}
