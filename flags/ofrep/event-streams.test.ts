import { get, type IncomingMessage } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import {
  bearing,
  DAY_MS,
  loaded,
  PRODUCTION,
  type TestServer,
  testServer,
  toggle,
} from '../testing/test-server.ts'

const before = [toggle('on'), toggle('other')]
const after = [toggle('on', { boolean: true }), toggle('other')]
const running: TestServer[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ app }) => app.close()))
})

async function start() {
  const server = testServer(before)
  running.push(server)
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const bulk = await server.app.inject({
    method: 'POST',
    url: '/ofrep/v1/evaluate/flags',
    headers: { ...bearing(PRODUCTION), 'content-type': 'application/json' },
    payload: '{}',
  })
  const address: string = bulk.json().eventStreams[0].endpoint.requestUri
  return { server, address: `${origin}${address}` }
}

async function listen(address: string) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(address, resolve).on('error', reject)
  })
  let text = ''
  response.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  const ended = new Promise<void>((resolve) => response.on('close', resolve))
  const messages = () => text.split('\n\n').filter((part) => part.startsWith('data: '))
  const heard = async (count: number): Promise<string[]> => {
    while (messages().length < count) await new Promise((resolve) => response.once('data', resolve))
    return messages()
  }
  return { response, heard, ended, text: () => text }
}

const refetch = 'data: {"type":"refetchEvaluation"}'

describe('the event stream of OFREP', () => {
  it('begins with a refetch, so that a client that reconnects misses nothing', async () => {
    const { address } = await start()
    const stream = await listen(address)
    expect(stream.response.headers['content-type']).toBe('text/event-stream; charset=utf-8')
    expect(await stream.heard(1)).toEqual([refetch])
  })

  it('announces a change of its environment at once, and no other entry of the log', async () => {
    const { server, address } = await start()
    const stream = await listen(address)
    await stream.heard(1)
    server.source.accept(loaded(before, 2), 0)
    server.source.accept(loaded(before, 3, [toggle('only_staging')]), 0)
    server.source.accept(loaded(after, 4), 0)
    expect(await stream.heard(2)).toEqual([refetch, refetch])
  })

  it('ends when its token is revoked', async () => {
    const { server, address } = await start()
    const stream = await listen(address)
    await stream.heard(1)
    server.source.accept({ ...loaded(before, 2), tokens: [] }, 0)
    await stream.ended
    const again = await listen(address)
    expect(again.response.statusCode).toBe(401)
  })

  it('refuses a ticket whose token has expired', async () => {
    const { server, address } = await start()
    server.pass(2 * DAY_MS)
    expect((await listen(address)).response.statusCode).toBe(401)
  })

  it('refuses more streams than it may hold, with a time to come back', async () => {
    const { address } = await start()
    const streams = await Promise.all(Array.from({ length: 10 }, () => listen(address)))
    const oneMore = await listen(address)
    expect(oneMore.response.statusCode).toBe(503)
    expect(oneMore.response.headers['retry-after']).toBe('5')
    for (const stream of streams) stream.response.destroy()
  })

  it('ends when the server closes', async () => {
    const { server, address } = await start()
    const stream = await listen(address)
    await server.app.close()
    await stream.ended
    expect(stream.text()).toContain(refetch)
  })
})
