import { expect, test } from 'vitest'
import { bucketOf } from '../../domain/toggle/bucket.ts'
import { readEvaluation } from '../api/evaluation.ts'
import { call } from '../plans/testing/call.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { askEvaluation } from './ask-evaluation.ts'
import { createToggle } from './create-toggle.ts'
import { flip } from './flip.ts'

givenCast()

const KEY = 'letters'
const asked = (actorId: string) => ({ toggle: KEY, environment: 'staging', actorId })

async function inStaging(patch: Parameters<typeof flip>[1]['patch'], toggle = KEY): Promise<void> {
  await flip(cast.ben(), { toggle, environment: 'staging', patch, reason: 'To try it' })
}

test('a percentage lets in exactly those whose bucket it reaches', async () => {
  await createToggle(cast.tomas(), { key: KEY, description: '' })
  const bucket = bucketOf(KEY, ['user-7'])
  await inStaging({ percentage_of_actors: (bucket + 1) / 1000 })
  expect(await askEvaluation(cast.victor(), asked('user-7'))).toMatchObject({
    answer: 'in',
    gate: 'percentage_of_actors',
    bucket,
    version: 2,
  })
  await inStaging({ percentage_of_actors: bucket / 1000 })
  expect(await askEvaluation(cast.victor(), asked('user-7'))).toMatchObject({
    answer: 'out',
    gate: null,
    why: [
      `${bucket / 1000} % of actors does not reach bucket ${bucket.toLocaleString('en')}; ${(bucket + 1) / 1000} % would.`,
    ],
  })
})

test('an expression that asks another toggle is answered from the same environment', async () => {
  await createToggle(cast.tomas(), { key: KEY, description: '' })
  await createToggle(cast.tomas(), { key: 'parent', description: '' })
  await inStaging({ expression: { FeatureEnabled: ['parent'] } })
  expect(await askEvaluation(cast.victor(), asked('user-7'))).toMatchObject({ answer: 'out' })
  await inStaging({ boolean: true }, 'parent')
  expect(await askEvaluation(cast.victor(), asked('user-7'))).toMatchObject({
    answer: 'in',
    gate: 'expression',
  })
})

test('over the API it is asked by query, and an actor must be named', async () => {
  await createToggle(cast.tomas(), { key: KEY, description: '' })
  await inStaging({ actors: ['user-7'] })
  const params = { key: KEY, environment: 'staging' }
  const answer = await call('victor', readEvaluation, { params, query: '?actor=user-7' })
  expect(answer).toMatchObject({ status: 200, body: { answer: 'in', gate: 'actors' } })
  expect(await call('victor', readEvaluation, { params })).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'query.actor' }] },
  })
  const elsewhere = { key: KEY, environment: 'nowhere' }
  expect(
    await call('victor', readEvaluation, { params: elsewhere, query: '?actor=a' }),
  ).toMatchObject({ status: 404 })
})
