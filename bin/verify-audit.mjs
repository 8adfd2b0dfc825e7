// Verifies an export of Rollcall's audit log offline, in one file that needs nothing but Node 20:
//   node verify-audit.mjs EXPORT.jsonl [--head HEAD.json] [--public-key KEY.pem]
// Exit 0 and the number of entries; 1 and the first seq that does not hold; 2 when it cannot tell.
import { isUtf8 } from 'node:buffer'
import { createPublicKey, hash as digestOf, verify } from 'node:crypto'
import { openSync, readFileSync, readSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'

// Young memory that does not grow: what is needed at once stays flat, however long the log is.
setFlagsFromString('--semi-space-growth-factor=1')
const sha256 = (data) => digestOf('sha256', data, 'hex') // of bytes, or of a text's UTF-8
const imageDigest = (image) => sha256(canonical(image)).slice(0, 32)
const readObject = (bytes) => (isUtf8(bytes) ? parseObject(bytes.toString()) : null)
const GENESIS = sha256('rollcall-audit-v1 genesis')
const DIGEST = /^[0-9a-f]{64}$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const link = Buffer.alloc(81, 1)

function need(holds, seq, why) {
  if (!holds) throw Object.assign(new Error(`seq ${seq} does not hold: ${why}`), { exitCode: 1 })
}

try {
  console.log(main())
} catch (error) {
  console[error.exitCode === 1 ? 'log' : 'error'](error.message)
  process.exitCode = error.exitCode ?? 2
}

function main() {
  const { file, headFile, keyFile } = readArguments()
  const head = headFile === undefined ? null : readHead(headFile, keyFile)
  const log = { rows: new Map(), links: 0, texts: 0, erased: 0, head, headSeen: false }
  for (const line of linesOf(file)) {
    if (log.header) entryOrFooter(log, readObject(line), log.seq + 1)
    else start(log, readObject(line))
  }
  if (!log.header) throw new Error(`${file} is empty`)
  finish(log)
  return report(log)
}

function readArguments() {
  const options = { head: { type: 'string' }, 'public-key': { type: 'string' } }
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const { head: headFile, 'public-key': keyFile } = values
    if (positionals.length === 1 && (headFile || !keyFile))
      return { file: positionals[0], headFile, keyFile }
  } catch {}
  throw new Error('usage: verify-audit.mjs EXPORT.jsonl [--head HEAD.json] [--public-key KEY.pem]')
}

/** Through one buffer; split at line feeds only: U+2028 and others may stand inside a JSON text. */
function* linesOf(file) {
  const from = openSync(file)
  let buffer = Buffer.allocUnsafe(1 << 20)
  for (let held = 0; ; ) {
    if (held === buffer.length) buffer = Buffer.concat([buffer], 2 * held)
    const read = readSync(from, buffer, { offset: held })
    const bytes = buffer.subarray(0, held + read)
    let start = 0
    for (let end = bytes.indexOf(10, held); end !== -1; end = bytes.indexOf(10, start)) {
      yield bytes.subarray(start, end)
      start = end + 1
    }
    if (read === 0 && bytes.length > 0) yield bytes
    if (read === 0) return
    held = bytes.copy(buffer, 0, start)
  }
}

function parseObject(text) {
  try {
    const value = JSON.parse(text)
    if (typeof value === 'object' && !Array.isArray(value)) return value
  } catch {}
  return null
}

function start(log, header) {
  const { format, origin, from_seq, to_seq } = header ?? {}
  const isRange = Number.isSafeInteger(from_seq) && Number.isSafeInteger(to_seq)
  const isKnown = format === 'rollcall-audit-v1' && typeof origin === 'string'
  if (!isKnown || !isRange || from_seq < 1 || to_seq < from_seq - 1)
    throw new Error('the first line is no header of a rollcall-audit-v1 export')
  meetHead(Object.assign(log, { header, seq: from_seq - 1, hash: from_seq === 1 ? GENESIS : null }))
}

function entryOrFooter(log, line, seq) {
  need(!log.footer, seq, 'something follows the footer')
  need(line !== null, seq, 'its line is no JSON object in UTF-8')
  if (!('seq' in line) && 'count' in line) return Object.assign(log, { footer: line })
  need(line.seq === seq, seq, `it is missing: seq ${line.seq} follows seq ${log.seq}`)
  try {
    checkLink(log, seq, line)
    if (log.header.filter && line.payload === undefined) log.links += 1
    else checkPayload(log, seq, line)
  } catch (error) {
    need(!(error instanceof TypeError), seq, 'it is not shaped like an entry')
    throw error
  }
  return meetHead(Object.assign(log, { seq, hash: line.hash }))
}

function checkLink(log, seq, { sealed_at, leaf, prev, hash }) {
  need(DIGEST.test(leaf), seq, 'its leaf is no SHA-256 in hex')
  const isMoment = Number.isSafeInteger(sealed_at) || /^\d{1,18}$/.test(sealed_at)
  need(isMoment, seq, 'its sealed_at is no number of microseconds')
  const at = BigInt(sealed_at)
  log.firstAt ??= at
  need(log.lastAt === undefined || at >= log.lastAt, seq, 'it was sealed before the one before it')
  log.lastAt = at
  if (log.hash === null && DIGEST.test(prev)) meetHead(Object.assign(log, { hash: prev }))
  need(prev === log.hash, seq, 'its prev is not the hash of the entry before it')
  link.write(prev, 1, 'hex')
  link.writeBigInt64BE(BigInt(seq), 33)
  link.writeBigInt64BE(at, 41)
  link.write(leaf, 49, 'hex')
  need(sha256(link) === hash, seq, 'its hash is not that of its prev, seq, time and leaf')
}

function checkPayload(log, seq, { payload, leaf, texts }) {
  // A lone surrogate would be hashed as U+FFFD: two texts, one hash.
  need(typeof payload === 'string' && payload.isWellFormed(), seq, 'its payload is no text')
  need(sha256(`\0${payload}`) === leaf, seq, 'its leaf is not the hash of its payload')
  const fact = parseObject(payload) ?? {}
  need(UUID.test(fact.id) && UUID.test(fact.request_id), seq, 'its payload has no id')
  for (const [field, { salt, text }] of Object.entries(texts ?? {})) {
    log.texts += 1
    if (text === null) log.erased += 1
    const isTold =
      text === null || (text.isWellFormed() && sha256(salt + text) === fact.texts?.[field])
    need(isTold, seq, `its text "${field}" is not the one that was hashed`)
  }
  const changes = fact.changes ?? []
  need(changes.length === 0 || fact.outcome === 'allowed', seq, 'it was denied, yet tells changes')
  if (!log.header.filter) for (const change of changes) replay(log, seq, change)
}

/** Keeps a row's version and the digest of its image only, so that memory follows rows, not entries. */
function replay({ header, rows }, seq, { entity, id, version, before, after }) {
  const row = `${entity} ${id}`
  const was = rows.get(row) ?? (header.from_seq > 1 ? null : `0 ${imageDigest(null)}`)
  const follows = was === null || was === `${version - 1} ${imageDigest(before)}`
  need(follows, seq, `its change of ${row} does not follow from the entries before it`)
  rows.set(row, `${version} ${imageDigest(after)}`)
}

function canonical(value) {
  if (isInOrder(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  const member = (name) => `${JSON.stringify(name)}:${canonical(value[name])}`
  return `{${Object.keys(value).sort().map(member).join()}}`
}

/** Names that are sorted already, as nearly all are, need not be sorted: three times as fast. */
function isInOrder(value) {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isInOrder)
  let last = ''
  for (const name in value) {
    if (name < last || !isInOrder(value[name])) return false
    last = name
  }
  return true
}

function finish({ header, footer, seq, hash, head, headSeen }) {
  const next = seq + 1
  need(footer, next, 'the export breaks off: its footer is missing')
  need(seq === header.to_seq, next, `it is missing: the export is to seq ${header.to_seq}`)
  const isCounted = footer.count === next - header.from_seq && footer.last_hash === hash
  need(isCounted, next, 'the footer tells of other entries than there are')
  if (!head || headSeen) return
  need(head.size <= seq, next, `it is missing: the signed head is at seq ${head.size}`)
  need(false, header.from_seq, `nothing here leads to it from the signed head at seq ${head.size}`)
}

function readHead(headFile, keyFile) {
  const { signature, ...head } = readObject(readFileSync(headFile)) ?? {}
  if (!Number.isSafeInteger(head.size) || !DIGEST.test(head.hash))
    throw new Error(`${headFile} is no head of an audit log`)
  if (keyFile === undefined) return { ...head, isSigned: false }
  const key = createPublicKey(readFileSync(keyFile))
  const kind = `${key.asymmetricKeyType} ${key.asymmetricKeyDetails?.namedCurve ?? ''}`.trim()
  const expected = { ed25519: 'ed25519', 'ecdsa-p256-sha256': 'ec prime256v1' }[head.alg]
  need(kind === expected, head.size, `the head says ${head.alg}, the public key is ${kind}`)
  const keyId = sha256(key.export({ type: 'spki', format: 'der' }))
  need(head.key_id === keyId, head.size, 'the head was signed with another key than the one given')
  // Signed is the head without its signature, as canonical JSON (RFC 8785).
  const [signed, by] = [Buffer.from(canonical(head)), Buffer.from(String(signature), 'base64')]
  const isSigned = verify(kind === 'ed25519' ? null : 'sha256', signed, key, by)
  need(isSigned, head.size, 'the signature of the head does not hold')
  return { ...head, isSigned }
}

function meetHead(log) {
  const { head, header, seq, hash } = log
  if (head?.size !== seq || hash === null) return
  need(head.origin === header.origin, seq, `the head is of the log ${head.origin}`)
  need(head.hash === hash, seq, 'its hash is not that of the head')
  log.headSeen = true
}

function report({ header, seq, hash, head, rows, links, texts, erased, firstAt, lastAt }) {
  const count = seq - header.from_seq + 1
  const said = [`${count} entries hold${count > 0 ? `: seq ${header.from_seq} to ${seq}` : ''}`]
  const moment = (micros) => new Date(Number(micros / 1000n)).toISOString()
  if (count > 0) said.push(`sealed ${moment(firstAt)} to ${moment(lastAt)}, last hash ${hash}`)
  if (header.filter) said.push(`${links} of them lie outside the filter: their links only`)
  else said.push(`what they change follows from each other: ${rows.size} rows`)
  if (header.from_seq > 1) said.push(`what came before seq ${header.from_seq} was not checked`)
  if (texts > 0) said.push(`${texts - erased} texts are the ones hashed, ${erased} were erased`)
  const at = head && `the head at seq ${head.size}, made ${head.time}, is in the log`
  if (at) said.push(head.isSigned ? `${at}; its signature holds` : `${at}; signature not checked`)
  else said.push('without a signed head, a log cut short or written anew cannot be told')
  return said.join('\n')
}
