import { z } from 'zod'
import { overrideInput } from '../../domain/rollout/override-input.ts'
import { gateSchemas } from '../../domain/toggle/state.ts'
import { flipTogether } from '../toggles/flip-together.ts'
import { narrowTogether, proposeNarrowing } from '../toggles/narrow-together.ts'
import { reasonSchema, wholeNumber } from './fields.ts'
import { flipBodySchema } from './flip-input.ts'
import { operation } from './operation.ts'
import { flippedSchema, flippedTogetherAnswer } from './toggle-results.ts'

const tag = 'Flips'

const ofMany = z
  .strictObject({
    toggle: z.string(),
    ...flipBodySchema.shape,
    expected_version: wholeNumber.optional(),
  })
  .refine(
    (flip) => Object.keys(flipBodySchema.shape).some((gate) => gate in flip),
    'Name at least one gate to change.',
  )

const together = z.strictObject({
  environment: z.string(),
  flips: z.array(ofMany).min(1, 'names no flip.').max(50, 'are 50 at most.'),
  reason: reasonSchema,
  override: overrideInput.optional(),
})

const result = z.object({ flips: z.array(flippedSchema) })

function inputOf({ flips, ...rest }: z.infer<typeof together>) {
  return {
    ...rest,
    flips: flips.map(({ toggle, expected_version: expectedVersion, ...patch }) => ({
      toggle,
      expectedVersion,
      patch,
    })),
  }
}

export const flipTogetherNow = operation({
  id: 'flipTogether',
  method: 'POST',
  path: '/flips',
  summary: 'Several flips in one environment in the order given, all or nothing',
  tag,
  body: together,
  result,
  run: async (actor, { body }) => flippedTogetherAnswer(await flipTogether(actor, inputOf(body))),
})

export const flipPlan = operation({
  id: 'flipPlan',
  method: 'POST',
  path: '/release-plans/{slug}/flips',
  summary: 'Several flips of a plan’s toggles in the plan’s order, all or nothing',
  tag,
  params: z.strictObject({ slug: z.string() }),
  body: together,
  result,
  run: async (actor, { params, body }) =>
    flippedTogetherAnswer(await flipTogether(actor, { ...inputOf(body), plan: params.slug })),
})

const narrowing = {
  environment: z.string(),
  toggles: z
    .array(z.string())
    .min(1, 'names no toggle.')
    .max(1000, 'are 1,000 at most.')
    .optional(),
  team: z.string().optional(),
  to: z.union(
    [
      z.literal('off'),
      z.strictObject({
        percentage: gateSchemas.percentage_of_actors
          .unwrap()
          .refine((p) => p < 100, 'is below 100.'),
      }),
    ],
    'is "off" or {"percentage": …} below 100.',
  ),
}

const narrowed = z.object({
  narrowed: z.array(
    z.object({ toggle: z.string(), from: z.string(), to: z.string(), version: z.int() }),
  ),
  unchanged: z.array(z.string()),
  left: z.array(z.object({ toggle: z.string(), why: z.string() })),
})

export const narrowManyToggles = operation({
  id: 'narrowToggles',
  method: 'POST',
  path: '/flips/narrow',
  summary: 'Narrows many toggles of an environment at once; nothing holds it',
  tag,
  body: z.strictObject({ ...narrowing, reason: reasonSchema }),
  result: narrowed.extend({ seqs: z.array(z.int()) }),
  run: async (actor, { body }) => {
    const { result: done, seqs } = await narrowTogether(actor, body)
    return { ...done, seqs }
  },
})

export const proposeNarrowingMany = operation({
  id: 'proposeNarrowing',
  method: 'POST',
  path: '/flips/narrow/proposal',
  summary: 'What narrowing many toggles would do, old and new. Changes nothing',
  tag,
  body: z.strictObject(narrowing),
  result: narrowed,
  run: (actor, { body }) => proposeNarrowing(actor, body),
})
