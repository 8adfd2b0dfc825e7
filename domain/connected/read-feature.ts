import { z } from 'zod'
import { toggleKeySchema } from '../toggle/key.ts'
import { stateFromJson, type ToggleState, toggleStateSchema } from '../toggle/state.ts'

/** A feature of a Flipper server that Rollcall can hold too. */
export interface ThereFeature {
  readonly key: string
  readonly state: ToggleState
  /** Whether the server has the gate for expressions: those before Flipper 1.0 have none. */
  readonly expressions: boolean
}

/** One that it cannot, and why, as a sentence. */
export interface UnreadFeature {
  readonly key: string
  readonly why: string
}

/** What a Flipper server has, as far as it can be read. */
export interface ThereFeatures {
  readonly features: ReadonlyMap<string, ThereFeature>
  readonly unreadable: readonly UnreadFeature[]
}

const featureSchema = z.object({
  key: z.string(),
  gates: z.array(z.object({ key: z.string(), value: z.unknown() })),
})

const listSchema = z.object({ features: z.array(featureSchema).max(20_000) })

const percentage = z
  .union([z.number(), z.string().regex(/^\d{1,3}(\.\d+)?$/, 'is no percentage.')])
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : Number(value)))

const names = z
  .array(z.union([z.string(), z.number().transform(String)]))
  .nullish()
  .transform((list) => list ?? [])

// Flipper keeps every value as a text; booleans and percentages come as "true" and "25".
const gatesSchema = z
  .strictObject({
    boolean: z
      .union([z.boolean(), z.enum(['true', 'false', ''])])
      .nullish()
      .transform((value) => value === true || value === 'true'),
    actors: names,
    groups: names,
    percentage_of_actors: percentage.transform(upToThousandths),
    percentage_of_time: percentage.transform((share) =>
      share === null ? null : Number(share.toFixed(3)),
    ),
    expression: z
      .unknown()
      .optional()
      .transform((value) => value ?? null),
  })
  .pipe(toggleStateSchema)

/**
 * A bucket is a whole number of thousandths and is in when it lies below the share: so a share with
 * more than three decimals lets in exactly as many as the next thousandth above it.
 */
function upToThousandths(share: number | null): number | null {
  if (share === null || Number(share.toFixed(3)) === share) return share
  return Math.min(100, Math.ceil(share * 1000) / 1000)
}

/**
 * Reads the answer to GET /features/:key of Flipper's API. `name` and `state` are not needed, so that
 * answers with `exclude_gate_names` are read as well.
 *
 * @returns null where the answer is no feature at all.
 */
export function readFeature(json: unknown): ThereFeature | UnreadFeature | null {
  const shape = featureSchema.safeParse(json)
  return shape.success ? readGates(shape.data) : null
}

/** Reads the answer to GET /features; null where it is no list of features. */
export function readFeatures(json: unknown): ThereFeatures | null {
  const shape = listSchema.safeParse(json)
  if (!shape.success) return null
  const features = new Map<string, ThereFeature>()
  const unreadable: UnreadFeature[] = []
  for (const one of shape.data.features) {
    const read = readGates(one)
    if ('why' in read) unreadable.push(read)
    else features.set(read.key, read)
  }
  return { features, unreadable }
}

function readGates({ key, gates }: z.infer<typeof featureSchema>): ThereFeature | UnreadFeature {
  if (!toggleKeySchema.safeParse(key).success) {
    return { key, why: 'Its key is none that Rollcall can have.' }
  }
  // A gate that Rollcall does not know may stand there unset.
  const set = gates.filter((gate) => gate.key in gatesSchema.in.shape || isSet(gate.value))
  const read = gatesSchema.safeParse(Object.fromEntries(set.map((gate) => [gate.key, gate.value])))
  if (!read.success) {
    const [issue] = read.error.issues
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : null
    const gate = unknown?.join(', ') ?? issue?.path[0]?.toString() ?? 'gates'
    return {
      key,
      why: unknown
        ? `It has a gate that Rollcall does not know: ${gate}.`
        : `Its gate ${gate} holds what Rollcall cannot hold.`,
    }
  }
  return {
    key,
    state: stateFromJson(read.data),
    expressions: gates.some((gate) => gate.key === 'expression'),
  }
}

function isSet(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return false
  return Array.isArray(value) ? value.length > 0 : true
}
