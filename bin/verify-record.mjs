// Checks the record of a release, as the API gives it, against the entries of the audit log that it
// rests on. One file, nothing but Node 20 or newer, so that it can be read in full and run anywhere:
//   node verify-record.mjs RECORD.json [--export EXPORT.jsonl]
// Exit 0 and what was found; 1 and the first thing that does not hold; 2 when it cannot tell.
// That the export itself holds, verify-audit.mjs shows.
import { hash as digestOf } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { isDeepStrictEqual, parseArgs } from 'node:util'

const USAGE = 'usage: verify-record.mjs RECORD.json [--export EXPORT.jsonl]'
const sha256 = (data) => digestOf('sha256', data, 'hex')
const DIGEST = /^[0-9a-f]{64}$/

function need(condition, what) {
  if (condition) return
  throw Object.assign(new Error(`it does not hold: ${what}`), { exitCode: 1 })
}

try {
  console.log(await main())
} catch (error) {
  console[error.exitCode === 1 ? 'log' : 'error'](error.message)
  process.exitCode = error.exitCode ?? 2
}

async function main() {
  const { file, exported } = readArguments()
  const record = JSON.parse(readFileSync(file, 'utf8'))
  if (record?.format !== 'rollcall-record-v1') throw new Error(`${file} is no record of a release`)
  if (!record.audit)
    throw new Error(`${file} holds no entries: it was made for who may not read the log`)
  const entries = checkEntries(record)
  checkText(record, entries)
  const told = checkRounds(record, entries) + checkFlips(record, entries)
  const said = [
    `the text is the one that was saved: revision ${record.text.number}, SHA-256 ${record.text.sha256}`,
    `${entries.size} entries are whole, each by its own hash`,
    `${told} sign-offs, decisions and flips are as their entries tell them`,
  ]
  if (exported !== undefined) said.push(await checkExport(exported, entries))
  else said.push('without an export, whether these entries stand in the log was not looked at')
  return said.join('\n')
}

function readArguments() {
  try {
    const options = { export: { type: 'string' } }
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    if (positionals.length === 1) return { file: positionals[0], exported: values.export }
  } catch {}
  throw new Error(USAGE)
}

/** The entries by their numbers, each proved whole by itself and linked to its neighbour. */
function checkEntries({ audit, entries }) {
  const bySeq = new Map()
  for (const line of audit) {
    const { seq, sealed_at, leaf, prev, hash, payload, texts } = line
    need(sha256(`\0${payload}`) === leaf, `entry ${seq}: its leaf is not the hash of its text`)
    need(
      linkOf({ prev, seq, sealed_at, leaf }) === hash,
      `entry ${seq}: its hash is not that of its link`,
    )
    const before = bySeq.get(seq - 1)
    need(!before || before.hash === prev, `entry ${seq}: it does not follow the entry before it`)
    const fact = JSON.parse(payload)
    for (const [field, { salt, text }] of Object.entries(texts))
      need(
        text === null || sha256(salt + text) === fact.texts?.[field],
        `entry ${seq}: its ${field} is not the one that was hashed`,
      )
    bySeq.set(seq, { hash, fact })
  }
  for (const { seq, hash } of [...entries.shown, ...entries.refused.shown])
    need(
      bySeq.get(seq)?.hash === hash,
      `entry ${seq}: it is listed with a hash that is not its own`,
    )
  return bySeq
}

function linkOf({ prev, seq, sealed_at, leaf }) {
  if (!DIGEST.test(prev) || !DIGEST.test(leaf) || !/^\d{1,18}$/.test(sealed_at)) return null
  const link = Buffer.alloc(81, 1)
  link.write(prev, 1, 'hex')
  link.writeBigInt64BE(BigInt(seq), 33)
  link.writeBigInt64BE(BigInt(sealed_at), 41)
  link.write(leaf, 49, 'hex')
  return sha256(link)
}

function checkText({ text, revisions }, entries) {
  need(
    sha256(text.markdown) === text.sha256,
    'the text of the plan has another hash than the record says',
  )
  for (const { number, sha256: expected, saved } of [text, ...revisions.shown]) {
    const change = changeOf(entries, saved?.seq, 'plan_revision')
    need(
      change?.sha256 === expected && change.number === number,
      `revision ${number}: its entry tells another text`,
    )
  }
}

/** How many words and decisions were looked at. */
function checkRounds({ rounds }, entries) {
  let told = 0
  for (const round of rounds.shown) {
    const name = `round ${round.number}`
    if (round.decided) {
      told += 1
      const change = changeOf(entries, round.decided.seq, 'roll_call')
      need(
        change?.decision === round.decision && change.number === round.number,
        `${name}: its entry tells another decision`,
      )
    }
    for (const { discipline, said } of round.disciplines)
      for (const word of said) {
        told += 1
        const change = changeOf(entries, word.told?.seq, 'sign_off')
        const isTold =
          change?.discipline === discipline &&
          change.verdict === word.verdict &&
          change.manner === word.manner &&
          change.revision === word.revision &&
          isDeepStrictEqual(change.section_hashes, word.section_hashes)
        need(isTold, `${name}: the entry of ${discipline} tells another sign-off`)
      }
  }
  return told
}

function checkFlips({ flips }, entries) {
  let told = 0
  for (const { environment, shown } of flips)
    for (const { seq, toggle, type } of shown) {
      told += 1
      const fact = entries.get(seq)?.fact
      const isTold =
        fact?.type === type &&
        fact.outcome === 'allowed' &&
        fact.target.toggle === toggle &&
        fact.target.environment === environment
      need(isTold, `entry ${seq}: it tells another flip`)
    }
  return told
}

function changeOf(entries, seq, entity) {
  return entries.get(seq)?.fact.changes.find((change) => change.entity === entity)?.after
}

async function checkExport(file, entries) {
  const left = new Set(entries.keys())
  for await (const text of createInterface({ input: createReadStream(file) })) {
    const { seq, hash } = JSON.parse(text)
    if (!left.delete(seq)) continue
    need(entries.get(seq).hash === hash, `entry ${seq}: it stands in the export with another hash`)
  }
  const [missing] = left
  need(missing === undefined, `entry ${missing}: it is not in the export`)
  return `all of them stand in ${file} with the same hashes; verify-audit.mjs shows whether that holds`
}
