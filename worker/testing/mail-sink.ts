import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface MailSink {
  readonly url: string
  /** What was taken, in order. */
  readonly taken: ParsedMail[]
  stop(): Promise<void>
}

/** What a sink does at the moments of a mail; each may wait, or refuse by throwing. */
export interface SinkHabits {
  readonly onConnect?: () => Promise<void>
  readonly onMail?: (mail: ParsedMail) => Promise<void>
  readonly onTaken?: (mail: ParsedMail) => Promise<void>
}

/** A real SMTP server on a free loopback port, for tests. */
export async function openSink(habits: SinkHabits = {}): Promise<MailSink> {
  const taken: ParsedMail[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onConnect(_session, done) {
      const ready = habits.onConnect?.() ?? Promise.resolve()
      ready.then(() => done(), done)
    },
    onData(stream, _session, done) {
      const take = async () => {
        const mail = await simpleParser(stream)
        await habits.onMail?.(mail)
        taken.push(mail)
        return mail
      }
      take().then((mail) => {
        done()
        void habits.onTaken?.(mail)
      }, done)
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
