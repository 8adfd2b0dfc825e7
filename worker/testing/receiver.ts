import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One message as a receiver got it. */
export interface Received {
  readonly id: string
  readonly body: { readonly type: string; readonly data: { readonly seq?: number } }
  /** Whether one of its signatures is of this secret, as a receiver finds out by the standard alone. */
  readonly isSignedWith: (secret: string) => boolean
}

export interface Receiver {
  readonly url: string
  /** In the order of their coming, also those that were not taken. */
  readonly received: Received[]
  /** With what the next messages are answered, and when: at once, or after `held`. */
  answer: { status: number; headers?: Record<string, string>; held?: Promise<void> }
  close(): Promise<void>
}

/** A server that receives webhooks on this machine, and answers what a test tells it to. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', async () => {
      const raw = Buffer.concat(pieces)
      const header = (name: string) => String(request.headers[name] ?? '')
      const signed = Buffer.concat([
        Buffer.from(`${header('webhook-id')}.${header('webhook-timestamp')}.`),
        raw,
      ])
      received.push({
        id: header('webhook-id'),
        body: JSON.parse(raw.toString()),
        isSignedWith: (secret) => {
          const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
          const mac = createHmac('sha256', key).update(signed).digest()
          const sent = header('webhook-signature').split(' ')
          return sent.some((one) => {
            const given = Buffer.from(one.replace(/^v1,/, ''), 'base64')
            return given.length === mac.length && timingSafeEqual(given, mac)
          })
        },
      })
      const { status, headers, held } = receiver.answer
      await held
      response.writeHead(status, headers).end('a secret of ours')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answer: { status: 204 },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return receiver
}
