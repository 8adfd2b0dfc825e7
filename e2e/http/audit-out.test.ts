import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openReceiver, type Receiver } from '../../worker/testing/receiver.ts'
import { tokenOf } from '../fixtures/start-product.ts'
import { call } from './api.ts'

const KEY = 'followed_from_outside'
const STAGING = `/toggles/${KEY}/environments/staging`

let receiver: Receiver

beforeAll(async () => {
  receiver = await openReceiver()
  const body = { key: KEY, description: 'Followed by a SIEM' }
  expect((await call('tech_lead', 'POST', '/toggles', { body })).status).toBe(201)
})

afterAll(() => receiver.close())

const flipTo = (percentage: number) =>
  call('tech_lead', 'PATCH', STAGING, {
    body: { percentage_of_actors: percentage, reason: `To ${percentage} %` },
  })

async function newest(): Promise<number> {
  return Number((await call('government_lead', 'GET', '/audit?limit=1')).at('entries.0.seq'))
}

async function until<T>(ask: () => Promise<T> | T, isFine: (answer: T) => boolean): Promise<T> {
  for (let n = 0; n < 300; n += 1) {
    const answer = await ask()
    if (isFine(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('It did not come about within thirty seconds.')
}

test('a SIEM that dies now and then misses no entry while others are written, and gets them in order', async () => {
  const from = await newest()
  const kept: number[] = []
  let after = from
  let isOver = false
  const follow = async () => {
    for (let turn = 0; !isOver || after < (await newest()); turn += 1) {
      const path = `/audit/feed?after=${after}&limit=7&wait=1`
      const part = await call('government_lead', 'GET', path)
      expect(part.status).toBe(200)
      // Every third answer was on its way when it died: it asks again from what it has kept.
      if (turn % 3 === 2) continue
      for (const { seq } of part.at('entries') as { seq: number }[]) kept.push(seq)
      after = Number(part.at('next'))
    }
  }
  const following = follow()
  for (let n = 1; n <= 40; n += 4) {
    await Promise.all([n, n + 1, n + 2, n + 3].map(flipTo))
  }
  isOver = true
  await following
  const last = await newest()
  expect(kept).toEqual(Array.from({ length: last - from }, (_, n) => from + 1 + n))
})

test('a stream of events tells of each entry, and goes on where it is asked anew', async () => {
  const { web } = inject('product')
  const headers = { authorization: `Bearer ${tokenOf(inject('product'), 'viewer')}` }
  for (const percentage of [61, 62]) {
    const ending = new AbortController()
    const stream = await fetch(`${web}/api/v1/live`, { headers, signal: ending.signal })
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    let told = ''
    const reading = (async () => {
      for await (const piece of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        told += piece
      }
    })().catch(() => undefined)
    const sealed = () => [...told.matchAll(/^event: sealed\ndata: (\d+)$/gm)].map(([, n]) => n)
    const [first] = await until(sealed, (found) => found.length > 0)
    expect(Number(first)).toBeLessThanOrEqual(await newest())
    const seq = String((await flipTo(percentage)).at('seq'))
    await until(sealed, (found) => found.includes(seq))
    ending.abort()
    await reading
  }
})

test('a webhook is told of an entry, signed; a message can be sent again under the same id', async () => {
  const body = { name: 'SIEM over HTTP', url: receiver.url, kinds: [`toggle`] }
  const made = await call('administrator', 'POST', '/webhooks', { body })
  expect(made.status).toBe(201)
  const secret = String(made.at('secret'))
  expect(secret).toMatch(/^whsec_/)
  const webhook = `/webhooks/${made.at('id')}`
  expect((await call('administrator', 'GET', '/webhooks')).text).not.toContain(secret)

  const seq = Number((await flipTo(77)).at('seq'))
  const ofIt = () => receiver.received.filter(({ body: { data } }) => data.seq === seq)
  await until(ofIt, (found) => found.length === 1)
  expect(ofIt()[0]?.isSignedWith(secret)).toBe(true)
  expect(ofIt()[0]?.isSignedWith(`whsec_${Buffer.alloc(24).toString('base64')}`)).toBe(false)

  const log = () => call('administrator', 'GET', `${webhook}/deliveries`)
  const listed = await until(log, (one) => one.at('deliveries.0.status') === 'delivered')
  expect(listed.at('deliveries.0')).toMatchObject({ seq, attempts: 1, answer: 204, error: null })
  const again = `${webhook}/deliveries/${listed.at('deliveries.0.id')}/redelivery`
  expect((await call('administrator', 'POST', again)).status).toBe(202)
  await until(ofIt, (found) => found.length === 2)
  expect(new Set(ofIt().map(({ id }) => id)).size).toBe(1)

  // One who keeps no webhooks neither sees nor sends them.
  for (const who of ['government_lead', 'tech_lead', 'viewer']) {
    expect((await call(who, 'GET', `${webhook}/deliveries`)).status).toBe(403)
    expect((await call(who, 'POST', again)).status).toBe(403)
  }
  expect((await call('administrator', 'DELETE', webhook)).status).toBe(200)
})

test('what was flipped between two moments is answered, to the millisecond', async () => {
  await flipTo(12)
  const { sealed_at: from } = Object(
    (await call('viewer', 'GET', '/audit?limit=1')).at('entries.0'),
  )
  await new Promise((resolve) => setTimeout(resolve, 5))
  const seqs = [(await flipTo(34)).at('seq'), (await flipTo(56)).at('seq')]
  const { sealed_at: to } = Object((await call('viewer', 'GET', '/audit?limit=1')).at('entries.0'))
  const path = `/state/difference?from=${from}&to=${to}&environment=staging`
  const answer = await call('viewer', 'GET', path)
  const ours = (answer.at('changes') as { toggle: string }[]).find(({ toggle }) => toggle === KEY)
  expect(ours).toMatchObject({
    before: { words: '12 % of actors' },
    after: { words: '56 % of actors' },
    differs: true,
    flips: { seqs: seqs.toReversed(), more: false },
  })
  const then = await call('viewer', 'GET', `/state?at=${from}&environment=staging`)
  expect(then.at('states')).toContainEqual(
    expect.objectContaining({ toggle: KEY, words: '12 % of actors' }),
  )
})
