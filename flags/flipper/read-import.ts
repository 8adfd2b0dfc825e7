import { z } from 'zod'
import { type ToggleStateJson, toggleStateSchema } from '../../domain/toggle/state.ts'
import { readPercentage } from './read-params.ts'

const percentage = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((given, context) => {
    if (given === null || given === undefined) return null
    const read = readPercentage(String(given))
    if (read === null) context.addIssue('Not a percentage.')
    return read
  })

const gates = z
  .strictObject({
    boolean: z.union([z.string(), z.number(), z.boolean()]).nullish(),
    actors: z.array(z.string()).nullish(),
    groups: z.array(z.string()).nullish(),
    percentage_of_actors: percentage,
    percentage_of_time: percentage,
    expression: z.unknown().optional(),
  })
  .transform(({ boolean, actors, groups, expression, ...percentages }) => ({
    boolean: boolean === true || boolean === 1 || boolean === 'true' || boolean === '1',
    actors: actors ?? [],
    groups: groups ?? [],
    expression: expression ?? null,
    ...percentages,
  }))

const exported = z.looseObject({ features: z.record(z.string().min(1), gates) })

/**
 * Reads Flipper's export: for each key the whole state that it is to have, every gate named, so
 * that applying it leaves nothing of the state before. Null when it is not an export.
 */
export function readImport(text: string): ReadonlyMap<string, ToggleStateJson> | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const read = exported.safeParse(json)
  if (!read.success) return null
  const states = new Map<string, ToggleStateJson>()
  for (const [key, state] of Object.entries(read.data.features)) {
    const checked = toggleStateSchema.safeParse(state)
    if (!checked.success) return null
    states.set(key, checked.data)
  }
  return states
}
