import { describe, expect, test } from 'vitest'
import { call } from '../plans/testing/call.ts'
import { bytesOf, releasePlan } from '../plans/testing/documents.ts'
import { keptPlan } from '../plans/testing/kept-plan.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { importedResult, planDetail, planSummary, revisedResult } from './plan-results.ts'
import {
  acknowledgeFinding,
  importPlan,
  listPlans,
  readDocument,
  readPlan,
  revisePlan,
} from './plans.ts'

givenCast()

const errorPaths = (body: Record<string, unknown>): unknown =>
  Array.isArray(body.errors) ? body.errors.map((error: { path: string }) => error.path) : null

describe('POST /release-plans/import', () => {
  test('answers 201 with plan and reading, as it is documented', async () => {
    const answer = await call('priya', importPlan, {
      markdown: releasePlan(),
      query: '?register=claim_status_letters',
    })
    expect(answer.status).toBe(201)
    const imported = importedResult.parse(answer.body)
    expect(imported).toMatchObject({
      plan: { slug: 'release-plan-claim-status-letters', revision: 1 },
      reading: { kind: 'release_plan', toggles: [{ key: 'claim_status_letters' }] },
      toggles: [{ key: 'claim_status_letters', status: 'registered' }],
      registered: ['claim_status_letters'],
      same_text: [],
      kept: true,
    })
    expect(Object.keys(imported.plan).sort()).toEqual(['revision', 'slug', 'title'])
  })

  test('answers 200 for a dry run, and keeps nothing', async () => {
    const answer = await call('priya', importPlan, {
      markdown: releasePlan(),
      query: '?dry_run=true&register=claim_status_letters',
    })
    expect(answer.status).toBe(200)
    expect(importedResult.parse(answer.body)).toMatchObject({
      plan: { slug: 'release-plan-claim-status-letters' },
      toggles: [{ status: 'unknown' }],
      registered: ['claim_status_letters'],
      kept: false,
      seq: null,
    })
    expect((await call('victor', listPlans)).body).toEqual({ plans: [], next_cursor: null })
  })

  test('a dry run is refused for what the import would be refused for', async () => {
    const query = '?dry_run=true&register=other'
    const answer = await call('priya', importPlan, { markdown: releasePlan(), query })
    expect([answer.status, errorPaths(answer.body)]).toEqual([400, ['query.register']])
    const viewer = await call('victor', importPlan, {
      markdown: releasePlan(),
      query: '?dry_run=true',
    })
    expect(viewer.status).toBe(403)
  })

  test.each([
    ['an empty document', { markdown: '' }, 400, ['document']],
    ['no text', { markdown: new Uint8Array([0, 1, 2]) }, 400, ['document']],
    ['more than 1 MiB', { markdown: 'x'.repeat(1_048_577) }, 413, null],
    ['another content type', { json: {} }, 415, null],
    ['an unknown query', { markdown: '# x', query: '?keep=true' }, 400, ['query.keep']],
    ['a word for true', { markdown: '# x', query: '?dry_run=yes' }, 400, ['query.dry_run']],
  ])('answers %s', async (_, sent, status, paths) => {
    const answer = await call('priya', importPlan, sent)
    expect([answer.status, errorPaths(answer.body)]).toEqual([status, paths])
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })

  test('takes exactly 1 MiB', async () => {
    const line = 'A line of words that says nothing at all.\n'
    const text = line.repeat(Math.ceil(1_048_576 / line.length)).slice(0, 1_048_576)
    const answer = await call('priya', importPlan, { markdown: text })
    expect(answer.status).toBe(201)
  })
})

describe('the document', () => {
  test('comes back byte for byte, with its revision as ETag', async () => {
    const text = '\uFEFF# Letters\r\n\r\ntext\t\r\n'
    const { slug } = await keptPlan(text)
    const answer = await call('victor', readDocument, { params: { slug } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(bytesOf(answer.text)).toEqual(bytesOf(text.slice(1)))
  })

  test('is revised under If-Match alone', async () => {
    const { slug } = await keptPlan()
    const put = (headers: Record<string, string>) =>
      call('priya', revisePlan, { params: { slug }, markdown: '# Letters', headers })
    const without = await put({})
    expect([without.status, errorPaths(without.body)]).toEqual([400, ['If-Match']])
    expect((await put({ 'if-match': '*' })).status).toBe(400)
    expect((await put({ 'if-match': '"2"' })).status).toBe(412)
    const revised = await put({ 'if-match': 'W/"1"' })
    expect(revised.status).toBe(200)
    expect(revised.headers.get('etag')).toBe('"2"')
    expect(revisedResult.parse(revised.body).plan).toEqual({
      slug,
      title: 'Letters',
      revision: 2,
    })
    const first = await call('victor', readDocument, { params: { slug }, query: '?revision=1' })
    expect(first.text).toBe(releasePlan())
    for (const revision of ['0', 'x', '99999999999']) {
      const query = `?revision=${revision}`
      expect((await call('victor', readDocument, { params: { slug }, query })).status).toBe(400)
    }
    expect(
      (await call('victor', readDocument, { params: { slug }, query: '?revision=3' })).status,
    ).toBe(404)
  })
})

test('a plan and the list of plans answer as they are documented', async () => {
  const { slug } = await keptPlan()
  const one = await call('victor', readPlan, { params: { slug } })
  expect(planDetail.strict().parse(one.body).plan.slug).toBe(slug)
  const list = await call('victor', listPlans, { query: '?limit=1' })
  expect(planSummary.array().parse(list.body.plans)).toHaveLength(1)
  expect((await call('victor', listPlans, { query: '?limit=0' })).status).toBe(400)
  expect((await call('victor', readPlan, { params: { slug: 'none' } })).status).toBe(404)
})

test('a finding cannot be made unseen', async () => {
  const { slug } = await keptPlan()
  const params = { slug, id: 'none' }
  const unseen = await call('ben', acknowledgeFinding, { params, json: { acknowledged: false } })
  expect([unseen.status, errorPaths(unseen.body)]).toEqual([400, ['acknowledged']])
  const absent = await call('ben', acknowledgeFinding, { params, json: { acknowledged: true } })
  expect(absent.status).toBe(404)
})
