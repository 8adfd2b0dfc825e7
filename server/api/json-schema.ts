import { z } from 'zod'

export type JsonObject = Record<string, unknown>

/** A schema as JSON Schema 2020-12: as it is sent, or as it is answered. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json
}

/** The members of an object's schema, and which of them must be there. */
export function membersOf(
  schema: z.ZodType,
): { name: string; needed: boolean; schema: JsonObject }[] {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, JsonObject>
    required?: string[]
  }
  return Object.entries(properties).map(([name, member]) => ({
    name,
    needed: required.includes(name),
    schema: member,
  }))
}
