import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

const script = join(import.meta.dirname, '../../../bin/verify-audit.mjs')
const folder = mkdtempSync(join(tmpdir(), 'rollcall-offline-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** How bin/verify-audit.mjs ended, and the seq that it named. */
export interface OfflineVerdict {
  readonly code: number
  readonly seq: number | null
  readonly said: string
}

/** Runs the very file in a thread of its own, which starts sooner than a process. */
export async function verifyOffline(
  exported: string,
  head: { readonly size: number; readonly hash: string } | null,
): Promise<OfflineVerdict> {
  const file = join(folder, 'EXPORT.jsonl')
  writeFileSync(file, exported)
  const argv = [file]
  if (head) {
    const headFile = join(folder, 'HEAD.json')
    const origin = 'https://rollcall.example.gov'
    writeFileSync(headFile, JSON.stringify({ origin, time: '2026-11-23T09:05:00.000Z', ...head }))
    argv.push('--head', headFile)
  }
  const worker = new Worker(script, { argv, execArgv: [], stdout: true, stderr: true })
  let said = ''
  for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (piece) => (said += piece))
  const code = await new Promise<number>((resolve, reject) => {
    worker.on('error', reject)
    worker.on('exit', resolve)
  })
  const [, seq] = /^seq (\d+) does not hold/.exec(said) ?? []
  return { code, seq: seq === undefined ? null : Number(seq), said }
}
