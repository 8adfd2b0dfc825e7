import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { root } from '../../bin/test-run/source-files.ts'
import type { PersonActor } from '../../domain/actor.ts'
import { exportLog } from '../../server/audit/export-log.ts'
import { verify } from '../../server/audit/verify.ts'
import { longExport } from './long-export.ts'
import { timed } from './measure-reading.ts'

type Say = (text: string) => void

/** The log verified in SQL, exported, and verified offline. */
export async function measureVerifying(reader: PersonActor, home: string, say: Say): Promise<void> {
  say('')
  for (const thorough of [false, true]) {
    const from = performance.now()
    const { holds, problem, entries } = await verify(reader, { thorough })
    if (!holds) throw new Error(`the log does not hold: ${problem}`)
    const how = thorough ? 'in SQL, thorough' : 'in SQL'
    say(`verified ${entries} entries ${how} in ${secondsSince(from)} s`)
  }
  const file = join(home, 'EXPORT.jsonl')
  const before = process.memoryUsage().rss
  const took = await timed(async () => {
    const stream = await exportLog(reader, { format: 'jsonl', filter: {} })
    await pipeline(Readable.fromWeb(stream as never), createWriteStream(file))
  })
  const grown = (process.memoryUsage().rss - before) / 2 ** 20
  say(
    `exported ${megabytes(file)} MB in ${(took / 1000).toFixed(1)} s, ${grown.toFixed(0)} MB more in memory`,
  )
  await verifyFile(file, say)
  rmSync(file)
}

/** An export of any length, written by itself, verified offline. */
export async function measureWritten(home: string, entries: number, say: Say): Promise<void> {
  const file = join(home, 'LONG.jsonl')
  await pipeline(Readable.from(longExport(entries)), createWriteStream(file))
  await verifyFile(file, say)
  rmSync(file)
}

/** Says what it used itself: time on a processor, and the most memory that it had at once. */
const USED = `process.on('exit', () => {
  const { userCPUTime, maxRSS } = process.resourceUsage()
  console.log(JSON.stringify({ userCPUTime, maxRSS }))
})`

async function verifyFile(file: string, say: Say): Promise<void> {
  const preload = `data:text/javascript,${encodeURIComponent(USED)}`
  const script = join(root, 'bin/verify-audit.mjs')
  const from = performance.now()
  const child = spawn(process.execPath, ['--import', preload, script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString()
  })
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(said)
  const [first = '', ...rest] = said.trimEnd().split('\n')
  const { userCPUTime, maxRSS } = JSON.parse(rest.at(-1) ?? '{}')
  const user = (userCPUTime / 1_000_000).toFixed(1)
  const memory = (maxRSS / 1024).toFixed(0)
  say(
    `verify-audit.mjs: ${first}; ${megabytes(file)} MB in ${secondsSince(from)} s (${user} s user), at most ${memory} MB`,
  )
}

function secondsSince(from: number): string {
  return ((performance.now() - from) / 1000).toFixed(1)
}

function megabytes(file: string): string {
  return (statSync(file).size / 2 ** 20).toFixed(0)
}
