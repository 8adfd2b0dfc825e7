import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { answerWriter } from './write-answers.ts'

const ends: (() => void)[] = []

afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** Both ends of a connection; the reader's reads nothing until it is told to. */
async function connected(): Promise<{ socket: Socket; reader: Socket }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const reader = connect(address.port, '127.0.0.1').pause()
  const [socket] = await once(server, 'connection')
  ends.push(() => {
    socket.destroy()
    reader.destroy()
    server.close()
  })
  return { socket, reader }
}

async function read(reader: Socket, length: number): Promise<string> {
  let text = ''
  reader.setEncoding('latin1').on('data', (chunk) => {
    text += chunk
  })
  reader.resume()
  while (text.length < length) await once(reader, 'data')
  return text
}

describe('writing answers', () => {
  it('sends what was added, in order, whatever its length', async () => {
    const { socket, reader } = await connected()
    const writer = answerWriter()
    const pieces = ['head ', 'a'.repeat(70_000), 'é', 'b'.repeat(300_000), ' end']
    for (const piece of pieces) writer.add(piece)
    const all = pieces.join('')
    expect(writer.length()).toBe(all.length)
    writer.send(socket)
    expect(writer.length()).toBe(0)
    expect(await read(reader, all.length)).toBe(all)
  })

  it('keeps what a slow reader has not taken apart from what others are sent', async () => {
    const [slow, quick] = [await connected(), await connected()]
    const writer = answerWriter()
    let sent = ''
    for (let n = 0; slow.socket.writableLength < 500_000; n += 1) {
      const text = `${n} `.padEnd(60_000, String(n % 10))
      sent += text
      writer.add(text)
      writer.send(slow.socket)
      writer.add('for another')
      writer.send(quick.socket)
    }
    expect(await read(slow.reader, sent.length)).toBe(sent)
  })

  it('gives nothing of an answer that was not finished to the next', async () => {
    const { socket, reader } = await connected()
    const writer = answerWriter()
    writer.add('half of an answer to somebody else')
    writer.begin()
    writer.add('mine')
    writer.send(socket)
    expect(await read(reader, 4)).toBe('mine')
  })
})
