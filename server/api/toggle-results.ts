import { z } from 'zod'
import { stateToJson, stateWord, toggleStateSchema } from '../../domain/toggle/state.ts'
import type { Done } from '../change.ts'
import type { Flipped } from '../toggles/apply-flip.ts'
import type { FlippedTogether } from '../toggles/flip-together.ts'

export const environmentStateSchema = z.object({
  environment: z.string(),
  name: z.string(),
  protected: z.boolean(),
  state: z.enum(['off', 'conditional', 'on']),
  words: z.string(),
  ...toggleStateSchema.shape,
  /** Whether `actors` only says how many there are: the caller may not see whom it names. */
  actors_masked: z.boolean(),
  version: z.int(),
  changed_at: z.iso.datetime(),
})

export const toggleSchema = z.object({
  key: z.string(),
  description: z.string(),
  team: z.string(),
  archived: z.boolean(),
  plans: z.array(z.object({ slug: z.string(), title: z.string() })),
  environments: z.array(environmentStateSchema),
  stale: z
    .object({
      kind: z.enum(['fully_on', 'off_everywhere']),
      since: z.iso.datetime(),
      days: z.int(),
    })
    .nullable(),
  last_asked_at: z.iso.datetime().nullable(),
})

export const toggleDetailSchema = toggleSchema.extend({
  team_name: z.string(),
  actor_type: z.string(),
  off_is_dangerous: z.boolean(),
  created_at: z.iso.datetime(),
  asked: z.array(
    z.object({
      environment: z.string(),
      by: z.string().nullable(),
      alone: z.boolean(),
      last_asked_at: z.iso.datetime(),
      asked: z.int(),
    }),
  ),
})

export const flippedSchema = z.object({
  toggle: z.string(),
  environment: z.string(),
  state: z.enum(['off', 'conditional', 'on']),
  ...toggleStateSchema.shape,
  version: z.int(),
  seq: z.int().nullable(),
})

export const checkSchema = z.object({
  check: z.string(),
  passed: z.boolean(),
  detail: z.string(),
  cleared_by: z.string().nullable(),
  binds: z.boolean(),
})

/** A flip's result as the API answers it; `seq` is null where nothing changed. */
export function flippedAnswer({ result, seqs }: Done<Flipped>): z.infer<typeof flippedSchema> {
  return flippedOne(result, seqs[0] ?? null)
}

/** The same for flips made together, each with the entry that tells it. */
export function flippedTogetherAnswer({ result, seqs }: Done<FlippedTogether>) {
  const left = [...seqs]
  return {
    flips: result.flips.map((one) => flippedOne(one, one.changed ? (left.shift() ?? null) : null)),
  }
}

function flippedOne({ toggle, environment, state, version }: Flipped, seq: number | null) {
  return {
    toggle,
    environment,
    state: stateWord(state),
    ...stateToJson(state),
    version,
    seq,
  }
}
