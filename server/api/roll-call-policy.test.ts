import { expect, test } from 'vitest'
import { defaultPolicy } from '../../domain/roll-call/policy.ts'
import { call } from '../plans/testing/call.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { readRollCallPolicy, setRollCallPolicy } from './roll-call-policy.ts'

givenCast()

const params = { slug: 'benefits-portal' }
const read = () => call('victor', readRollCallPolicy, { params })

test('a policy is read with its version, and set on it', async () => {
  const found = await read()
  expect([found.status, found.headers.get('etag')]).toEqual([200, '"0"'])
  expect(found.body).toMatchObject({ version: 0, is_default: true, policy: defaultPolicy })
  const json = { ...defaultPolicy, good_for_days: 30 }
  const headers = { 'if-match': '"0"' }
  const set = await call('alma', setRollCallPolicy, { params, json, headers })
  expect([set.status, set.body.version, typeof set.body.seq]).toEqual([200, 1, 'number'])
  expect((await call('alma', setRollCallPolicy, { params, json, headers })).status).toBe(412)
  expect((await read()).body).toMatchObject({ version: 1, policy: { good_for_days: 30 } })
})

test.each<[string, unknown, Record<string, string>, number]>([
  ['without If-Match', defaultPolicy, {}, 400],
  ['with half a policy', { required: [] }, { 'if-match': '"0"' }, 400],
  ['with a field that is none', { ...defaultPolicy, quorum: 3 }, { 'if-match': '"0"' }, 400],
  ['for half a day', { ...defaultPolicy, good_for_days: 0.5 }, { 'if-match': '"0"' }, 400],
  [
    'for a discipline that is none',
    { ...defaultPolicy, required: ['magic'] },
    { 'if-match': '"0"' },
    400,
  ],
])('a policy is not set %s', async (_, json, headers, status) => {
  expect((await call('alma', setRollCallPolicy, { params, json, headers })).status).toBe(status)
})

test('nobody but an administrator sets it, and only of a team that there is', async () => {
  const headers = { 'if-match': '"0"' }
  const json = defaultPolicy
  expect((await call('priya', setRollCallPolicy, { params, json, headers })).status).toBe(403)
  const none = { params: { slug: 'none' }, json, headers }
  expect((await call('alma', setRollCallPolicy, none)).status).toBe(404)
})
