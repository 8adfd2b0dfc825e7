import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerMailbox } from './answer-mailbox.ts'
import { type RunningSink, startMailSink } from './mail-sink.ts'
import { type MailStore, openMailStore } from './mail-store.ts'

const APP = 'http://localhost:3000'

let home: string
let store: MailStore
let sink: RunningSink
let web: Server
let address: string

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'rollcall-mailbox-'))
  store = openMailStore(home, 3)
  sink = await startMailSink(home, store.keep)
  web = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (!answerMailbox(url, response, store, APP)) response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  const bound = web.address()
  address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
})

afterEach(async () => {
  web.close()
  web.closeAllConnections()
  await sink.stop()
  rmSync(home, { recursive: true, force: true })
})

async function send(subject: string, html = '<p>Hello</p>'): Promise<void> {
  const url = readFileSync(join(home, 'smtp-url'), 'utf8').trim()
  await createTransport(url).sendMail({
    from: 'Rollcall <rollcall@example.gov>',
    to: { name: 'Ben Castellano', address: 'ben.castellano@example.gov' },
    subject,
    text: `Look:\n${APP}/plans/intake\nhttp://elsewhere.example/x\n<script>alert(1)</script>`,
    html,
  })
}

const look = async (path: string) => {
  const response = await fetch(new URL(path, address))
  return { response, text: await response.text() }
}

describe('the demo’s mailbox', () => {
  it('tells its address to its owner alone, and takes the file away when it ends', async () => {
    const file = join(home, 'smtp-url')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await sink.stop()
    expect(existsSync(file)).toBe(false)
  })

  it('takes mail over SMTP and shows it, the newest first', async () => {
    await send('First')
    await send('Second')
    const { text } = await look('/mailbox')
    expect(text.indexOf('Second')).toBeGreaterThan(0)
    expect(text.indexOf('Second')).toBeLessThan(text.indexOf('First'))
    const found = await look(`/mailbox?to=${encodeURIComponent('"Nobody" <n@example.gov>')}`)
    expect(found.text).not.toContain('Second')
  })

  it('shows a mail’s text as text, with links to the app alone', async () => {
    await send('<b>Subject</b>')
    const { text } = await look(`/mailbox/${store.list()[0]?.id}`)
    expect(text).toContain('&lt;b&gt;Subject&lt;/b&gt;')
    expect(text).not.toContain('<script>')
    expect(text).toContain(`<a href="${APP}/plans/intake">`)
    expect(text).not.toContain('<a href="http://elsewhere')
    expect(text).toContain('sandbox=""')
  })

  it('shows its HTML where nothing of it can act', async () => {
    await send('HTML', '<script>alert(1)</script><img src="http://elsewhere.example/x.png">')
    const { response, text } = await look(`/mailbox/${store.list()[0]?.id}/html`)
    expect(text).toContain('<script>')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/; sandbox;/)
  })

  it('keeps the newest of them on disk, and nothing beyond', async () => {
    for (const subject of ['One', 'Two', 'Three', 'Four']) await send(subject)
    const subjects = (kept: MailStore) => kept.list().map((mail) => mail.subject)
    expect(subjects(store)).toEqual(['Four', 'Three', 'Two'])
    expect(subjects(openMailStore(home, 3))).toEqual(['Four', 'Three', 'Two'])
    expect(readdirSync(join(home, 'mail'))).toHaveLength(3)
  })

  it('says plainly that a mail is not there, whatever is asked for', async () => {
    for (const path of ['/mailbox/nothing', '/mailbox/..%2f..%2fidp.json', '/mailbox/1/2']) {
      expect((await look(path)).response.status).toBe(404)
    }
  })

  it('gives everything as JSON to tests', async () => {
    await send('First')
    const { text } = await look('/mailbox.json')
    expect(JSON.parse(text)).toMatchObject([
      { subject: 'First', to: '"Ben Castellano" <ben.castellano@example.gov>' },
    ])
  })
})
