import { createServer, type Server } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { Refused } from '../domain/refusal.ts'
import { inSpan } from './span.ts'
import { startTracing } from './tracing.ts'

let collector: Server | null = null

afterEach(() => {
  vi.unstubAllEnvs()
  collector?.close()
})

/** A collector that keeps what it is sent, by path. */
async function collecting(): Promise<{ address: string; sent: { path: string; body: string }[] }> {
  const sent: { path: string; body: string }[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    sent.push({ path: request.url ?? '', body: Buffer.concat(chunks).toString('utf8') })
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  collector = server
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { address: `http://127.0.0.1:${address.port}`, sent }
}

test('work is told to the collector that the settings name, faults marked and refusals not', async () => {
  const { address, sent } = await collecting()
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', address)
  const stop = startTracing('worker')
  expect(
    await inSpan('outer', { 'rollcall.job': '7' }, () => inSpan('inner', {}, async () => 3)),
  ).toBe(3)
  const secret = 'Grace wrote this'
  await expect(inSpan('faulty', {}, () => Promise.reject(new Error(secret)))).rejects.toThrow(
    secret,
  )
  const refused = new Refused({ code: 'not_found', what: 'toggle', key: secret })
  await expect(inSpan('refused', {}, () => Promise.reject(refused))).rejects.toBe(refused)
  await stop()
  expect(sent.map(({ path }) => path)).toEqual(['/v1/traces'])
  const [told] = JSON.parse(sent[0]?.body ?? '').resourceSpans
  expect(told.resource.attributes).toContainEqual({
    key: 'service.name',
    value: { stringValue: 'rollcall-worker' },
  })
  const spans = new Map<
    string,
    { spanId: string; parentSpanId?: string; status: { code: number } }
  >(told.scopeSpans[0].spans.map((span: { name: string }) => [span.name, span]))
  expect([...spans.keys()].sort()).toEqual(['faulty', 'inner', 'outer', 'refused'])
  expect(spans.get('inner')?.parentSpanId).toBe(spans.get('outer')?.spanId)
  expect(spans.get('faulty')?.status.code).toBe(2)
  expect(spans.get('refused')?.status.code).toBe(0)
  expect(sent[0]?.body).not.toContain(secret)
})

test('without a collector work is only done', async () => {
  const stop = startTracing('web')
  expect(await inSpan('unseen', {}, async () => 'done')).toBe('done')
  await stop()
})
