import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OFREPProvider } from '@openfeature/ofrep-provider'
import {
  type Client,
  ErrorCode,
  OpenFeature,
  StandardResolutionReasons,
} from '@openfeature/server-sdk'
import { afterAll, expect, inject, test } from 'vitest'
import { bucketOf } from '../../domain/toggle/bucket.ts'
import { call, importPlan, launch } from './api.ts'

const { flags, home } = inject('product')
const flagsToken = () => readFileSync(join(home, 'demo-flags-token'), 'utf8').trim()

afterAll(() => OpenFeature.close())

async function clientWith(token: string): Promise<Client> {
  const headers: [string, string][] = [['Authorization', `Bearer ${token}`]]
  const domain = `client-${Math.random()}`
  await OpenFeature.setProviderAndWait(domain, new OFREPProvider({ baseUrl: flags, headers }))
  return OpenFeature.getClient(domain)
}

/** A toggle that a launched plan lets be flipped in production. */
async function launchedToggle(key: string): Promise<string> {
  await launch(await importPlan(key))
  return key
}

async function flip(key: string, change: object): Promise<void> {
  const body = { ...change, reason: 'Asked by the official client' }
  const path = `/toggles/${key}/environments/production`
  expect((await call('tech_lead', 'PATCH', path, { body })).status).toBe(200)
}

test("OpenFeature's server client gets Flipper's buckets, unmodified", async () => {
  const key = await launchedToggle('asked_by_a_server')
  const client = await clientWith(flagsToken())
  await flip(key, { percentage_of_actors: 10, actors: ['named-1'] })
  const people = Array.from({ length: 200 }, (_, number) => `person-${number}`)
  await expect
    .poll(() => client.getBooleanValue(key, false, { targetingKey: 'named-1' }))
    .toBe(true)

  const inside = await Promise.all(
    people.map((targetingKey) => client.getBooleanValue(key, false, { targetingKey })),
  )
  expect(inside).toEqual(people.map((person) => bucketOf(key, [person]) < 10_000))
  expect(inside).toContain(true)

  const named = await client.getBooleanDetails(key, false, { targetingKey: 'named-1' })
  expect(named).toMatchObject({ value: true, reason: StandardResolutionReasons.TARGETING_MATCH })
  const first = people[inside.indexOf(true)]
  const split = await client.getBooleanDetails(key, false, { targetingKey: first ?? '' })
  expect(split).toMatchObject({ value: true, reason: StandardResolutionReasons.SPLIT })
})

test("OpenFeature's server client is told what it asked wrongly, and keeps its default", async () => {
  const client = await clientWith(flagsToken())
  const unknown = await client.getBooleanDetails('nobody_registered_this', true, {
    targetingKey: 'person-1',
  })
  expect(unknown).toMatchObject({ value: true, errorCode: ErrorCode.FLAG_NOT_FOUND })

  const stranger = await clientWith('not-a-token')
  const refused = await stranger.getBooleanDetails('asked_by_a_server', true, {
    targetingKey: 'person-1',
  })
  expect(refused).toMatchObject({ value: true, reason: StandardResolutionReasons.ERROR })
})
