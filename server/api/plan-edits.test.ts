import { describe, expect, test } from 'vitest'
import { call } from '../plans/testing/call.ts'
import { keptPlan } from '../plans/testing/kept-plan.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { editPlan } from './plan-edits.ts'
import { editedResult } from './plan-results.ts'

givenCast()

const tick = { edit: 'tick_validation', line: 11, checked: false }
const errorPaths = (body: Record<string, unknown>): unknown =>
  Array.isArray(body.errors) ? body.errors.map((error: { path: string }) => error.path) : null

async function editing(json: unknown, headers: Record<string, string>, query = '') {
  const { slug } = await keptPlan()
  return call('priya', editPlan, { params: { slug }, query, json, headers })
}
const first = { 'if-match': '"1"' }

describe('POST /release-plans/{slug}/edits', () => {
  test('saves one edit or several as one revision', async () => {
    const answer = await editing(tick, first)
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"2"'])
    const { plan, changes, kept, seq } = editedResult.parse(answer.body)
    expect([plan.revision, kept, typeof seq]).toEqual([2, true, 'number'])
    expect(changes).toEqual([{ from: 200, to: 201, line: 11, was: 'x', text: ' ' }])
    const again = await call('priya', editPlan, {
      params: { slug: plan.slug },
      json: {
        edits: [
          { ...tick, checked: true },
          { ...tick, line: 12 },
        ],
      },
      headers: { 'if-match': '"2"' },
    })
    expect(editedResult.parse(again.body).plan.revision).toBe(3)
  })

  test('answers a dry run with what would change, and saves nothing', async () => {
    const answer = await editing(tick, first, '?dry_run=true')
    const { plan, changes, kept, seq } = editedResult.parse(answer.body)
    expect([plan.revision, changes.length, kept, seq]).toEqual([1, 1, false, null])
  })

  test('answers a repeated request the same, and does it once', async () => {
    const { slug } = await keptPlan()
    const sent = { params: { slug }, json: tick, headers: { ...first, 'idempotency-key': 'tick' } }
    const once = await call('priya', editPlan, sent)
    const twice = await call('priya', editPlan, sent)
    expect(twice.status).toBe(200)
    expect(twice.body).toEqual(once.body)
  })

  test.each([
    ['no If-Match', tick, {}, 400, ['If-Match']],
    ['an older revision', tick, { 'if-match': '"9"' }, 412, null],
    ['an unknown edit', { edit: 'rewrite' }, first, 400, ['edits.0.edit']],
    ['an unknown field', { ...tick, colour: 'red' }, first, 400, ['edits.0.colour']],
    ['a wrong field', { ...tick, line: 0 }, first, 400, ['edits.0.line']],
    ['no edits', { edits: [] }, first, 400, ['edits']],
    ['what is no object', [tick], first, 400, ['body']],
    ['an edit without a place', { ...tick, line: 2 }, first, 400, ['edits.0']],
    ['half a letter', { edit: 'set_rollback', text: '\ud800' }, first, 400, ['text']],
  ])('answers %s', async (_, json, headers, status, paths) => {
    const answer = await editing(json, headers)
    expect([answer.status, errorPaths(answer.body)]).toEqual([status, paths])
  })
})
