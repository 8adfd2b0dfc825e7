import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type AddressObject, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { writePrivateFile } from '../private-file.ts'
import type { KeptMail } from './kept-mail.ts'

const MOST_BYTES = 1_000_000

export interface RunningSink {
  readonly url: string
  stop(): Promise<void>
}

function addresses(of: AddressObject | AddressObject[] | undefined): string {
  return [of ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ')
}

/**
 * A real mail server for the demo, on a free port of this machine alone, that delivers nowhere: each
 * mail goes to `keep`. Its address is written to `smtp-url` below `home` for the worker.
 */
export async function startMailSink(
  home: string,
  keep: (mail: KeptMail) => void,
): Promise<RunningSink> {
  const server = new SMTPServer({
    banner: 'Rollcall demo mailbox',
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MOST_BYTES,
    onData(stream, _session, done) {
      const take = async () => {
        const { messageId, from, to, subject, text, html } = await simpleParser(stream)
        if (stream.sizeExceeded) throw new Error('This mail is too large.')
        const now = new Date()
        keep({
          id: `${String(now.getTime()).padStart(13, '0')}-${randomBytes(6).toString('hex')}`,
          at: now.toISOString(),
          messageId: messageId ?? '',
          from: addresses(from),
          to: addresses(to),
          subject: subject ?? '',
          text: text ?? '',
          html: html || '',
        })
      }
      take().then(() => done(), done)
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const bound = server.server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  const url = `smtp://127.0.0.1:${port}`
  const file = join(home, 'smtp-url')
  writePrivateFile(file, `${url}\n`)
  return {
    url,
    stop: async () => {
      rmSync(file, { force: true })
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
