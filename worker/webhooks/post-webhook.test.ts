import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openReceiver, type Receiver } from '../testing/receiver.ts'
import { postWebhook, type Resolve } from './post-webhook.ts'

const closed = { plainHttp: false, privateAddresses: false }
const open = { plainHttp: true, privateAddresses: true }
let receiver: Receiver

beforeEach(async () => {
  receiver = await openReceiver()
})
afterEach(() => receiver.close())

const message = (url: string) => ({ url, headers: {}, body: '{"type":"webhook.ping","data":{}}' })
const to =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses

describe('within the walls', () => {
  test.each([
    ['http://siem.example.gov/', 'https'],
    ['https://127.0.0.1/', 'private'],
    ['https://[::1]/', 'private'],
    ['https://localhost/', 'private'],
    ['https://metadata.internal/', 'private'],
    ['https://2130706433/', 'private'],
    ['https://0x7f.1/', 'private'],
    ['https://intranet/', 'private'],
  ])('nothing is sent to %s', async (url, why) => {
    const { status, error } = await postWebhook(closed, to('8.8.8.8'))(message(url))
    expect(status).toBeNull()
    expect(error).toContain(why)
  })

  test.each([['10.0.0.1'], ['8.8.8.8', '169.254.169.254'], ['::ffff:127.0.0.1']])(
    'nothing is sent to a name that leads to %s',
    async (...addresses) => {
      const post = postWebhook(closed, to(...addresses))
      expect(await post(message('https://siem.example.gov/'))).toMatchObject({
        status: null,
        error: 'not sent: siem.example.gov leads into a private network',
      })
    },
  )

  test('a name is resolved once, and the connection goes to just that address', async () => {
    const { port } = new URL(receiver.url)
    let asked = 0
    const resolve: Resolve = async () => {
      asked += 1
      return asked === 1 ? ['127.0.0.1'] : ['203.0.113.1']
    }
    const post = postWebhook(open, resolve)
    expect(await post(message(`http://siem.example.gov:${port}/`))).toMatchObject({ status: 204 })
    expect(asked).toBe(1)
    expect(receiver.received).toHaveLength(1)
  })
})

describe('a receiver that does not take it', () => {
  test('is told by its status and by how long it asks to be left alone', async () => {
    receiver.answer = { status: 429, headers: { 'retry-after': '30' } }
    expect(await postWebhook(open)(message(receiver.url))).toEqual({
      status: 429,
      error: 'it answered 429',
      retryAfterMs: 30_000,
    })
  })

  test('is told as not reached, or as a name that nobody knows', async () => {
    await receiver.close()
    const post = postWebhook(open)
    expect(await post(message(receiver.url))).toMatchObject({ error: 'not reached: ECONNREFUSED' })
    const nowhere = postWebhook(open, to())
    expect(await nowhere(message('https://siem.example.gov/'))).toMatchObject({
      status: null,
      error: 'the name siem.example.gov was not found',
    })
    receiver = await openReceiver()
  })
})
