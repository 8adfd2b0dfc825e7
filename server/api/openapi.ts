import { sessionCookieName, siteOrigin } from '../access/session-cookie.ts'
import { AREAS } from './areas.ts'
import type { JsonObject } from './json-schema.ts'
import { answersOf, PROBLEM_SCHEMA, problemAnswers } from './openapi-answers.ts'
import { bodyOf, parametersOf } from './openapi-request.ts'
import type { AnyOperation } from './operation.ts'

const DESCRIPTION =
  'Plans, roll calls, toggles, flips and the audit log: everything that a page can do. A write takes an Idempotency-Key; lists page by `cursor` and `limit`; what two people might change at once has an ETag. What is refused is a problem document whose `type` is the address of a page that explains it.'

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
  description: 'The same key with the same request is answered the same and done once.',
  example: 'deploy-1042-widen',
}

/** The OpenAPI 3.1 document of these operations, made from the schemas that validate. */
export function openApi(operations: readonly AnyOperation[]): JsonObject {
  const paths: Record<string, JsonObject> = {}
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describedOperation(operation),
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Rollcall management API', version: '1', description: DESCRIPTION },
    servers: [{ url: `${siteOrigin()}/api/v1` }],
    security: [{ token: [] }, { session: [] }],
    tags: Object.entries(AREAS).map(([name, description]) => ({ name, description })),
    externalDocs: { url: `${siteOrigin()}/docs/api`, description: 'The reference to read' },
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token made in the settings.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookieName(siteOrigin()),
          description: 'A signed-in person’s, from our own pages alone.',
        },
        guard_secret: { type: 'http', scheme: 'bearer', description: 'The secret of one guard.' },
      },
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
      headers: {
        RequestId: {
          schema: { type: 'string' },
          description: 'What the log keeps of the request.',
        },
        ETag: { schema: { type: 'string' }, description: 'The version, for If-Match.' },
      },
      schemas: { Problem: PROBLEM_SCHEMA },
      responses: problemAnswers(),
    },
  }
}

function describedOperation(operation: AnyOperation): JsonObject {
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.tag],
    ...(operation.security === 'token' ? {} : { security: [{ [operation.security]: [] }] }),
    parameters: parametersOf(operation),
    ...bodyOf(operation),
    responses: answersOf(operation),
  }
}
