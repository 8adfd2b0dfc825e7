import { z } from 'zod'
import { siteOrigin } from '../access/session-cookie.ts'
import type { AnyOperation } from './operation.ts'

type JsonObject = Record<string, unknown>

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', description: 'A path that ends in what went wrong.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What was not done, and what to do.' },
  },
}

const ANSWERS: Record<string, string> = {
  '400': 'Malformed, or a field that is wrong or unknown; `errors` has the path of each',
  '401': 'No token, or one that is unknown, expired or revoked',
  '403': 'Not allowed to this person or token',
  '404': 'Not there',
  '409': 'Refused as things stand: checks not passed, somebody was first, or a name in use',
  '412': 'If-Match names an older revision',
  '413': 'The body is too large',
  '415': 'The body is of another content type',
  '429': 'Too many requests; Retry-After says how many seconds to wait',
  '503': 'The database cannot be reached; nothing is known to have changed',
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json
}

function parametersOf(operation: AnyOperation): JsonObject[] {
  const listed = (schema: z.ZodType, where: 'path' | 'query'): JsonObject[] => {
    const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
      properties?: Record<string, JsonObject>
      required?: string[]
    }
    return Object.entries(properties).map(([name, property]) => ({
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      schema: property,
    }))
  }
  const writes = operation.method !== 'GET'
  return [
    ...listed(operation.params, 'path'),
    ...listed(operation.query, 'query'),
    ...(writes
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            schema: { type: 'string', maxLength: 200 },
            description: 'The same key with the same request is answered the same and done once.',
          },
        ]
      : []),
  ]
}

function bodyOf(operation: AnyOperation): JsonObject {
  if (operation.bodyType === 'none') return {}
  const content =
    operation.bodyType === 'markdown'
      ? { 'text/markdown': { schema: { type: 'string' } } }
      : { 'application/json': { schema: schemaOf(operation.body, 'input') } }
  return { requestBody: { required: operation.bodyType !== 'optional_json', content } }
}

function responsesOf(operation: AnyOperation): JsonObject {
  const isJson = operation.resultType === 'application/json'
  const schema = isJson ? schemaOf(operation.result, 'output') : { type: 'string' }
  const problems = Object.entries(ANSWERS).map(([status, description]) => [
    status,
    {
      description,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  return {
    [operation.status]: { description: 'Done', content: { [operation.resultType]: { schema } } },
    ...Object.fromEntries(problems),
  }
}

/** The OpenAPI 3.1 document of these operations, made from the schemas that validate. */
export function openApi(operations: readonly AnyOperation[]): JsonObject {
  const paths: Record<string, JsonObject> = {}
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: {
        operationId: operation.id,
        summary: operation.summary,
        tags: [operation.tag],
        parameters: parametersOf(operation),
        ...bodyOf(operation),
        responses: responsesOf(operation),
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rollcall management API',
      version: '1',
      description: 'Plans, roll calls, toggles, flips and the audit log.',
    },
    servers: [{ url: `${siteOrigin()}/api/v1` }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
    },
  }
}
