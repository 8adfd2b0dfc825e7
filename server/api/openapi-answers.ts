import { allProblems, type ProblemCode } from '../../domain/problems/problem-table.ts'
import answers from './examples/answers.json' with { type: 'json' }
import { type JsonObject, jsonSchema, membersOf } from './json-schema.ts'
import type { AnyOperation } from './operation.ts'

const SAYS: Readonly<Record<number, string>> = {
  400: 'Malformed, or a field that is wrong or unknown; `errors` has the path of each',
  401: 'No token, or one that is unknown, expired or revoked',
  403: 'Not allowed to this person or token',
  404: 'Not there',
  405: 'The path takes other methods; Allow names them',
  406: 'Accept leaves out what is answered here',
  409: 'Refused as things stand: checks not passed, somebody was first, or a name in use',
  412: 'If-Match names an older version',
  413: 'The body is too large',
  415: 'The body is of another content type, or compressed',
  429: 'Too many requests; Retry-After says how many seconds to wait',
  500: 'A fault in Rollcall, logged under the id in X-Request-Id',
  503: 'The database cannot be reached or is too busy; Retry-After says how long to wait',
}

const texts = { type: 'array', items: { type: 'string' } }

/** Every problem document, with the members of our own. */
export const PROBLEM_SCHEMA: JsonObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', description: 'The address of a page that explains the problem.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What was not done, and what to do.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
        additionalProperties: false,
      },
    },
    checks: {
      type: 'array',
      items: {
        type: 'object',
        required: ['check', 'passed', 'detail', 'cleared_by', 'binds'],
        properties: {
          check: { type: 'string' },
          passed: { type: 'boolean' },
          detail: { type: 'string' },
          cleared_by: { type: ['string', 'null'] },
          binds: { type: 'boolean' },
        },
        additionalProperties: false,
      },
    },
    missing: texts,
    reasons: texts,
    expected: { type: ['integer', 'string'] },
    actual: { type: 'integer' },
  },
  additionalProperties: false,
}

/** The statuses of what an operation may refuse, from what it takes. */
function refusedWith(operation: AnyOperation): number[] {
  const { method, bodyType, params, query, ifMatch } = operation
  const names = membersOf(params).length + membersOf(query).length > 0
  const writes = method !== 'GET'
  return [
    400,
    401,
    403,
    ...(names || writes ? [404] : []),
    406,
    ...(writes || names ? [409] : []),
    ...(ifMatch === null ? [] : [412]),
    ...(bodyType === 'none' ? [] : [413, 415]),
    429,
    500,
    503,
  ]
}

/** The problem types that may come with a status; a stale version is 412 where If-Match named it. */
function typesWith(status: number): string[] {
  const here = allProblems().filter(
    (problem) =>
      problem.status === status ||
      (status === 412 && problem.code === ('version_conflict' satisfies ProblemCode)),
  )
  return here.map(({ address }) => address)
}

/** The answer of each problem status, shared by all operations. */
export function problemAnswers(): JsonObject {
  return Object.fromEntries(
    Object.entries(SAYS).map(([status, description]) => [
      `Problem${status}`,
      {
        description,
        headers: {
          'X-Request-Id': { $ref: '#/components/headers/RequestId' },
          ...(status === '429' || status === '503'
            ? { 'Retry-After': { schema: { type: 'string' }, description: 'Seconds to wait.' } }
            : {}),
        },
        content: {
          'application/problem+json': {
            schema: {
              $ref: '#/components/schemas/Problem',
              properties: { type: { enum: typesWith(Number(status)) } },
            },
          },
        },
      },
    ]),
  )
}

/** A success's body; a write may warn of what somebody wrote, whatever else it answers. */
function answerOf({ method, result }: AnyOperation): JsonObject {
  const schema = jsonSchema(result, 'output')
  if (method === 'GET' || schema.type !== 'object') return schema
  const description = 'What of a reason or note looks like a number that belongs to a person.'
  return {
    ...schema,
    properties: { ...Object(schema.properties), warnings: { ...texts, description } },
  }
}

/** The answers of an operation by status. */
export function answersOf(operation: AnyOperation): JsonObject {
  const isJson = operation.resultType === 'application/json'
  const schema = isJson ? answerOf(operation) : { type: 'string' }
  const recorded = new Map(Object.entries(answers)).get(operation.id)
  const example = recorded === undefined ? {} : { example: recorded }
  const done = {
    description: 'Done',
    headers: {
      'X-Request-Id': { $ref: '#/components/headers/RequestId' },
      ...(operation.ifMatch === null && !operation.hasVersion
        ? {}
        : { ETag: { $ref: '#/components/headers/ETag' } }),
    },
    content: {
      [operation.resultType]: { schema, ...(isJson ? example : {}) },
      ...Object.fromEntries(operation.otherTypes.map((type) => [type, { schema }])),
    },
  }
  const statuses = [operation.status, ...operation.otherStatuses]
  return Object.fromEntries([
    ...statuses.map((status) => [status, done]),
    ...refusedWith(operation).map((status) => [
      status,
      { $ref: `#/components/responses/Problem${status}` },
    ]),
  ])
}
