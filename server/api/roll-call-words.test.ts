import { expect, test } from 'vitest'
import { systemActor } from '../access/system-actor.ts'
import { endpoint } from '../endpoint.ts'
import { call } from '../plans/testing/call.ts'
import { keptPlan } from '../plans/testing/kept-plan.ts'
import { openedRound } from '../roll-call/testing/open-round.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { issueToken } from '../tokens/issue-token.ts'
import { rollCallDetail, signedResult } from './roll-call-results.ts'
import { giveSignOff, withdrawSignOff } from './roll-call-words.ts'
import { decideRollCall, openRollCall } from './roll-calls.ts'

givenCast()

test('a word is given with what would change it, and taken back with a reason', async () => {
  const { slug } = await openedRound()
  const params = { slug, discipline: 'backend' }
  const json = { verdict: 'no_go', note: 'It drops.', would_change: 'A fix.' }
  const given = await call('ben', giveSignOff, { params, json })
  expect(signedResult.parse(given.body).sign_off?.would_change).toBe('A fix.')
  expect((await call('ben', withdrawSignOff, { params, json: {} })).status).toBe(400)
  const back = await call('ben', withdrawSignOff, { params, json: { note: 'Said too soon.' } })
  expect(signedResult.parse(back.body)).toMatchObject({ status: 'withdrawn', spoken_by: [] })
})

test.each([
  [['read'], 403],
  [['read', 'sign'], 200],
  [[], 200],
])('a token for %j signs with %i', async (scopes, status) => {
  const { slug } = await openedRound()
  const token = await issueToken(systemActor(), {
    name: 'A token of Ben',
    kind: 'person',
    personId: cast.ben().id,
    environment: null,
    scopes,
    expiresAt: new Date(Date.now() + 60_000),
  })
  const request = new Request('http://rollcall.example/api/v1/', {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ verdict: 'go' }),
  })
  const params = Promise.resolve({ slug, discipline: 'backend' })
  expect((await endpoint(giveSignOff)(request, { params })).status).toBe(status)
})

test('a service account never signs', async () => {
  const { slug } = await openedRound()
  const token = await issueToken(systemActor(), {
    name: 'A pipeline',
    kind: 'service',
    personId: null,
    environment: null,
    scopes: ['read', 'plan', 'flip', 'sign'],
    expiresAt: new Date(Date.now() + 60_000),
  })
  const request = new Request('http://rollcall.example/api/v1/', {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ verdict: 'go' }),
  })
  const params = Promise.resolve({ slug, discipline: 'backend' })
  expect((await endpoint(giveSignOff)(request, { params })).status).toBe(403)
})

test('a round is opened with a body that says what for, and without whom', async () => {
  const { slug } = await keptPlan()
  const json = {
    purpose: 'test users',
    invite: ['content'],
    drop: [{ discipline: 'design', reason: 'Nothing is drawn.' }],
  }
  const open = (body: unknown) => call('priya', openRollCall, { params: { slug }, json: body })
  expect((await open({ drop: [{ discipline: 'design' }] })).status).toBe(400)
  expect((await open({ drop: [{ discipline: 'government_lead', reason: 'Away.' }] })).status).toBe(
    400,
  )
  const round = rollCallDetail.parse((await open(json)).body)
  expect(round).toMatchObject({ purpose: 'test users', dropped: [{ discipline: 'design' }] })
  expect(round.disciplines.map(({ discipline }) => discipline)).not.toContain('design')
  const decide = (body: unknown) =>
    call('priya', decideRollCall, { params: { slug, id: round.id }, json: body })
  expect((await decide({ decision: 'pause', scope: {} })).status).toBe(400)
  expect((await decide({ decision: 'pause' })).status).toBe(200)
})
