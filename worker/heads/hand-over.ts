import { createSocket } from 'node:dgram'
import { mkdir, open } from 'node:fs/promises'
import { connect as connectTcp } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import type { HandOver } from '../../server/audit/heads/deliver-head.ts'
import type { HeadPlace } from '../../server/audit/heads/head-place.ts'
import { db } from '../../server/db.ts'
import { enqueueMail } from '../../server/mail/enqueue-mail.ts'

const PATIENCE_MS = 10_000

type Place<K extends HeadPlace['kind']> = Extract<HeadPlace, { readonly kind: K }>

/** Hands a signed head, one line of JSON, to a place; throws when it was not taken. */
export const handOver: HandOver = (place, body, headId) => {
  switch (place.kind) {
    case 'file':
      return toFile(place, body)
    case 'webhook':
      return toWebhook(place, body)
    case 'mail':
      return toMail(place, body, headId)
    case 'syslog':
      return toSyslog(place, body)
  }
}

/** A file a month; a line is on the disk before it counts as delivered. */
async function toFile({ folder }: Place<'file'>, body: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const month = String(Object(JSON.parse(body)).time).slice(0, 7)
  const file = await open(join(folder, `heads-${month}.jsonl`), 'a', 0o600)
  try {
    await file.appendFile(`${body}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function toWebhook({ url }: Place<'webhook'>, body: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`it answered ${response.status}`)
}

async function toMail({ address }: Place<'mail'>, body: string, headId: string): Promise<void> {
  const { size } = Object(JSON.parse(body))
  await db().$transaction((tx) =>
    enqueueMail(tx, {
      to: { address, name: 'Auditor' },
      subject: `Head of the audit log: ${Number(size)} entries`,
      text: `Keep this mail. The line below is signed: whoever has it can tell whether the log up to entry ${Number(size)} was altered or cut short afterwards.\n\n${body}\n\nSave that line as HEAD.json, and verify an export of the log against it: node verify-audit.mjs EXPORT.jsonl --head HEAD.json --public-key KEY.pem`,
      link: { label: 'The heads of the log', path: '/audit/heads' },
      once: `head:${headId}:${address}`,
    }),
  )
}

/** RFC 5424: facility 13 (log audit), severity notice; framed by its length over TCP (RFC 6587). */
function toSyslog({ host, port, transport }: Place<'syslog'>, body: string): Promise<void> {
  const time = new Date().toISOString()
  const line = `<109>1 ${time} ${hostname()} rollcall ${process.pid} head - ${body}`
  return transport === 'udp'
    ? byUdp(host, port, Buffer.from(line))
    : byStream(host, port, transport, Buffer.from(`${Buffer.byteLength(line)} ${line}`))
}

function byUdp(host: string, port: number, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
    socket.send(bytes, port, host.replace(/^\[|\]$/g, ''), (error) => {
      socket.close()
      if (error) reject(error)
      else resolve()
    })
  })
}

function byStream(
  host: string,
  port: number,
  transport: 'tcp' | 'tls',
  bytes: Buffer,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const to = { host: host.replace(/^\[|\]$/g, ''), port }
    const socket = transport === 'tls' ? connectTls({ ...to, servername: to.host }) : connectTcp(to)
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('it did not answer')))
    socket.once('error', reject)
    socket.once(transport === 'tls' ? 'secureConnect' : 'connect', () => socket.end(bytes))
    socket.once('close', (failed) => {
      if (!failed) resolve()
    })
    socket.resume()
  })
}
