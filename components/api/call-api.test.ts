import { afterEach, describe, expect, test, vi } from 'vitest'
import { ApiError, problemOf } from './api-problem.ts'
import { callApi } from './call-api.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function answering(...answers: (Response | Error)[]) {
  const asked: Request[] = []
  const fetch = vi.fn(async (path: string, request: RequestInit) => {
    asked.push(new Request(`http://rollcall.invalid${path}`, request))
    const answer = answers.shift()
    if (!answer || answer instanceof Error) throw answer ?? new TypeError('no answer left')
    return answer
  })
  vi.stubGlobal('fetch', fetch)
  return asked
}

async function refused(call: Promise<unknown>) {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(ApiError)
  return problemOf(error)
}

describe('calling our own API', () => {
  test('a write goes out as JSON with an Idempotency-Key, and gives back the answer', async () => {
    const asked = answering(Response.json({ version: 2 }))
    expect(await callApi('PATCH', '/toggles/a', { body: { boolean: true } })).toEqual({
      version: 2,
    })
    expect(asked[0]?.url).toBe('http://rollcall.invalid/api/v1/toggles/a')
    expect(await asked[0]?.json()).toEqual({ boolean: true })
    expect(asked[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
  })

  test('a document goes out as Markdown on the revision that was read', async () => {
    const asked = answering(Response.json({}))
    await callApi('PUT', '/release-plans/a/document', { markdown: '# A', ifMatch: 3 })
    expect(asked[0]?.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(asked[0]?.headers.get('if-match')).toBe('3')
    expect(await asked[0]?.text()).toBe('# A')
  })

  test('a lost answer is asked for once more, with the same key', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 200 })
    const asked = answering(new TypeError('network'), Response.json({ seq: 4 }))
    expect(await callApi('POST', '/toggles', { body: {} })).toEqual({ seq: 4 })
    const keys = asked.map((request) => request.headers.get('idempotency-key'))
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })

  test('when nothing answers it says that the outcome is unknown', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 200 })
    answering(new TypeError('network'), new TypeError('network'))
    expect(await refused(callApi('GET', '/toggles'))).toMatchObject({
      code: 'unreachable',
      status: 0,
    })
  })
})

describe('a problem document', () => {
  test('keeps its fields, its checks and what is missing', async () => {
    const check = {
      check: 'freeze',
      passed: false,
      detail: 'A freeze stands.',
      cleared_by: 'Ana',
      binds: true,
    }
    const document = {
      type: '/problems/checks-not-passed',
      title: 'Checks not passed',
      detail: 'Nothing was changed.',
      errors: [{ path: 'key', message: 'is taken' }, { path: 7 }],
      checks: [check, 'nonsense'],
      missing: ['QA has not spoken.', 7],
    }
    answering(Response.json(document, { status: 409 }))
    expect(await refused(callApi('POST', '/toggles'))).toEqual({
      code: 'checks-not-passed',
      title: 'Checks not passed',
      status: 409,
      detail: 'Nothing was changed.',
      fields: [{ path: 'key', message: 'is taken' }],
      checks: [check],
      missing: ['QA has not spoken.'],
    })
  })

  test('an answer that is none is told by its status', async () => {
    answering(new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } }))
    expect(await refused(callApi('GET', '/toggles'))).toMatchObject({
      code: 'unknown',
      status: 502,
    })
    answering(new Response('{', { status: 500, headers: { 'content-type': 'application/json' } }))
    expect(await refused(callApi('GET', '/toggles'))).toMatchObject({ status: 500 })
  })
})
