import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { lineWriter } from './request-log.ts'

it('writes lines together and in order', () => {
  const stream = new PassThrough()
  const lines = lineWriter(stream)
  lines.write('one')
  lines.write('two')
  expect(stream.read()).toBeNull()
  lines.flush()
  expect(String(stream.read())).toBe('one\ntwo\n')
})

it('writes by itself soon after a line came', async () => {
  const stream = new PassThrough()
  lineWriter(stream).write('one')
  const [chunk] = await new Promise<Buffer[]>((resolve) => {
    stream.once('data', (first: Buffer) => resolve([first]))
  })
  expect(String(chunk)).toBe('one\n')
})

it('drops lines that nobody takes, says how many, and goes on', () => {
  const stream = new PassThrough({ highWaterMark: 10 })
  const lines = lineWriter(stream)
  lines.write('longer than the stream takes')
  lines.flush()
  lines.write('lost')
  lines.write('lost too')
  stream.read()
  lines.write('kept')
  lines.flush()
  expect(String(stream.read())).toBe('{"dropped":2}\nkept\n')
})
