import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { NotTaken } from '../server/mail/deliver-mail.ts'
import { findMailServer, openPost } from './open-post.ts'
import { type MailSink, openSink } from './testing/mail-sink.ts'

const from = 'Rollcall <rollcall@example.gov>'
const message = {
  messageId: '<1@example.gov>',
  to: { name: 'Ben "Backend" Castellano, esq.', address: 'ben.castellano@example.gov' },
  subject: 'Asked of you: go or no-go on Ärzte',
  text: 'Priya asks you.\n',
  html: '<p>Priya asks you.</p>',
}

let sink: MailSink | undefined

afterEach(async () => {
  await sink?.stop()
  sink = undefined
})

describe('handing mail over', () => {
  test('sends it whole, to the one person, as sent by a program', async () => {
    sink = await openSink()
    const post = openPost({ smtpUrl: sink.url, from })
    expect(post.domain).toBe('example.gov')
    await post.send(message)
    const [mail] = sink.taken
    expect(mail).toMatchObject({
      messageId: message.messageId,
      subject: message.subject,
      text: message.text,
    })
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    const to = mail?.to
    expect(Array.isArray(to) ? [] : to?.value).toEqual([message.to])
  })

  test('a forged line in a header does not become one', async () => {
    sink = await openSink()
    const post = openPost({ smtpUrl: sink.url, from })
    const forged = 'Go\r\nBcc: everyone@example.gov\r\n\r\nOther text'
    await post.send({ ...message, subject: forged, to: { ...message.to, name: forged } })
    const [mail] = sink.taken
    expect(mail?.bcc).toBeUndefined()
    expect(mail?.text).toBe(message.text)
  })

  test('says why it was not taken without an address, and whether it is worth another try', async () => {
    const answers = [
      { code: 450, forGood: false },
      { code: 550, forGood: true },
    ]
    for (const { code, forGood } of answers) {
      const refusing = await openSink({
        onMail: () =>
          Promise.reject(
            Object.assign(new Error(`${code} ben.castellano@example.gov`), { responseCode: code }),
          ),
      })
      const failure = await openPost({ smtpUrl: refusing.url, from })
        .send(message)
        .catch((error: unknown) => error)
      await refusing.stop()
      expect(failure).toBeInstanceOf(NotTaken)
      expect(failure).toMatchObject({ forGood })
      expect(String(failure)).toContain(String(code))
      expect(String(failure)).not.toContain('ben.castellano')
    }
  })

  test('a server that is away is worth another try', async () => {
    const gone = await openSink()
    await gone.stop()
    const failure = await openPost({ smtpUrl: gone.url, from })
      .send(message)
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'NotTaken', forGood: false })
  })

  test('a password never goes over a line without TLS', async () => {
    sink = await openSink()
    const smtpUrl = sink.url.replace('smtp://', 'smtp://mailer:secret@')
    await expect(openPost({ smtpUrl, from }).send(message)).rejects.toBeInstanceOf(NotTaken)
    expect(sink.taken).toEqual([])
  })
})

describe('the mail server', () => {
  test('is the one of the settings, else the demo’s while it runs, else none', () => {
    const home = mkdtempSync(join(tmpdir(), 'rollcall-home-'))
    const mail = { smtpUrl: 'smtps://mail.example.gov', from }
    expect(findMailServer(mail, home)).toEqual(mail)
    expect(findMailServer(null, home)).toBeNull()
    writeFileSync(join(home, 'smtp-url'), 'smtp://127.0.0.1:2525\n')
    expect(findMailServer(null, home)?.smtpUrl).toBe('smtp://127.0.0.1:2525')
    expect(findMailServer(null, null)).toBeNull()
    rmSync(home, { recursive: true })
  })
})
