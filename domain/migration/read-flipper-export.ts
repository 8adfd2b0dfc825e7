import { z } from 'zod'
import { toggleKeySchema } from '../toggle/key.ts'
import { stateFromJson, toggleStateSchema } from '../toggle/state.ts'
import { fileErrors } from './file-errors.ts'
import { type Incoming, MOST_TOGGLES } from './incoming.ts'

const percentage = z
  .union([z.string().regex(/^\d{1,3}(\.\d+)?$/, 'is a percentage.'), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : Number(value)))

const words = z.union([z.string(), z.number().transform(String)])

const gates = z.strictObject({
  boolean: z
    .union([z.boolean(), z.literal('true'), z.literal('false')], 'is "true" or null.')
    .nullish()
    .transform((value) => value === true || value === 'true'),
  actors: z.array(words).default([]),
  groups: z.array(words).default([]),
  percentage_of_actors: percentage,
  percentage_of_time: percentage,
  expression: z.unknown().transform((value) => value ?? null),
})

const file = z.strictObject({
  version: z.literal(1, 'is 1: the only version of Flipper’s export that there is.'),
  features: z.record(toggleKeySchema, gates.pipe(toggleStateSchema)),
})

/**
 * Flipper's export (`Flipper.export`, version 1): every feature's gates in one environment, with
 * percentages as strings and booleans as "true" or null.
 */
export function readFlipperExport(text: string): Incoming {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { errors: [{ path: 'content', message: 'is not JSON, which Flipper’s export is.' }] }
  }
  const read = file.safeParse(json)
  if (!read.success) return { errors: fileErrors(read.error) }
  const toggles = Object.entries(read.data.features).map(([key, state]) => ({
    key,
    state: stateFromJson(state),
  }))
  if (toggles.length > MOST_TOGGLES) {
    return { errors: [{ path: 'content', message: `holds more than ${MOST_TOGGLES} features.` }] }
  }
  return { toggles }
}
