import { expect, test } from 'vitest'
import { call } from '../plans/testing/call.ts'
import { goNoGoSheet } from '../plans/testing/documents.ts'
import { keptPlan } from '../plans/testing/kept-plan.ts'
import { openedRound } from '../roll-call/testing/open-round.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import {
  answeredResult,
  rollCallDetail,
  rollCallSummary,
  signedResult,
} from './roll-call-results.ts'
import { giveSignOff } from './roll-call-words.ts'
import {
  answerPrompt,
  decideRollCall,
  listRollCalls,
  openRollCall,
  readRollCall,
} from './roll-calls.ts'

givenCast()

test('a round is opened without a body, and answers disciplines and prompts', async () => {
  const { slug } = await keptPlan(goNoGoSheet)
  const answer = await call('priya', openRollCall, {
    params: { slug },
    query: '?require=content&invite=analytics',
  })
  expect(answer.status).toBe(201)
  const round = rollCallDetail.parse(answer.body)
  expect(round.disciplines.slice(-2)).toMatchObject([
    { discipline: 'content', required: true },
    { discipline: 'analytics', required: false },
  ])
  expect(round.prompts).toMatchObject([
    { n: 1, owner: 'Ben', answer: null },
    { n: 2, owner: 'Fern' },
    { n: 3, owner: 'Everyone' },
  ])
  expect(round.you).toEqual({
    speak_for: ['product'],
    record: true,
    run: true,
    answer: true,
    decide: true,
  })
  const again = await call('priya', openRollCall, { params: { slug } })
  expect(again.status).toBe(409)
  const other = await keptPlan()
  const unknown = await call('priya', openRollCall, {
    params: { slug: other.slug },
    query: '?require=wizardry',
  })
  expect(unknown.status).toBe(400)
})

test('a word is taken for a discipline that is asked, and on what was read', async () => {
  const { slug } = await openedRound()
  const put = (discipline: string, json: unknown, headers = {}) =>
    call('ben', giveSignOff, { params: { slug, discipline }, json, headers })
  const answer = await put('backend', { verdict: 'go', note: null }, { 'if-match': '"1"' })
  expect(answer.status).toBe(200)
  expect(signedResult.parse(answer.body)).toMatchObject({
    discipline: 'backend',
    status: 'go',
    roll_call: { number: 1 },
  })
  expect((await put('wizardry', { verdict: 'go' })).status).toBe(404)
  expect((await put('content', { verdict: 'go' })).status).toBe(404)
  expect((await put('frontend', { verdict: 'go' })).status).toBe(403)
  expect((await put('backend', { verdict: 'maybe' })).status).toBe(400)
  expect((await put('backend', { verdict: 'go', mood: 'fine' })).status).toBe(400)
  expect((await put('backend', { verdict: 'no_go' })).status).toBe(400)
  expect((await put('backend', { verdict: 'go' }, { 'if-match': '"2"' })).status).toBe(400)
})

test('prompts are answered and the round is decided', async () => {
  const { slug, id } = await openedRound(goNoGoSheet)
  const answer = (n: string, json: unknown) =>
    call('fern', answerPrompt, { params: { slug, id, n }, json })
  const answered = await answer('2', { answer: 'no', note: 'None is open.' })
  expect(answeredResult.parse(answered.body)).toMatchObject({ n: 2, answer: 'no' })
  expect((await answer('9', { answer: 'no' })).status).toBe(404)
  expect((await answer('two', { answer: 'no' })).status).toBe(404)
  expect((await answer('2', { answer: 'perhaps' })).status).toBe(400)
  const decide = (json: unknown) => call('priya', decideRollCall, { params: { slug, id }, json })
  const early = await decide({ decision: 'launch' })
  expect(early.status).toBe(409)
  expect(early.body.type).toBe('/problems/launch-not-ready')
  expect(early.body.missing).toHaveLength(9)
  expect((await decide({ decision: 'go' })).status).toBe(400)
  const decided = await decide({ decision: 'pause', note: 'Wait for analytics.' })
  expect(decided.status).toBe(200)
  expect(rollCallDetail.parse(decided.body)).toMatchObject({
    decision: 'pause',
    decided_by: 'Priya Raman',
    note: 'Wait for analytics.',
  })
  expect((await decide({ decision: 'pause' })).status).toBe(409)
})

test('rounds are listed and read', async () => {
  const { slug, id } = await openedRound()
  const list = await call('victor', listRollCalls, { params: { slug } })
  expect(rollCallSummary.array().parse(list.body.roll_calls)).toMatchObject([{ id, number: 1 }])
  const read = (which: string) => call('victor', readRollCall, { params: { slug, id: which } })
  expect(rollCallDetail.parse((await read(id)).body).id).toBe(id)
  expect((await read('9d3f2c1b-0a9e-4d8c-b7a6-5f4e3d2c1b0a')).status).toBe(404)
  expect((await read('not-an-id')).status).toBe(404)
  expect((await call('victor', listRollCalls, { params: { slug: 'none' } })).status).toBe(404)
})
