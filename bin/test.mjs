// `npm test` on a fresh clone: plain Node, nothing installed yet. Installs what is missing and hands
// over to bin/test-run/main.ts under the pinned Node. Names of steps may follow: `npm test -- unit`.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled, pinnedNode } from './install.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

try {
  await ensureInstalled({ log: (sentence) => console.log(sentence) })
  process.exitCode = await handOver()
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error))
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}

async function handOver() {
  const child = spawn(pinnedNode, [join(root, 'bin/test-run/main.ts'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
  // A terminal's Ctrl-C reaches the child by itself; a signal sent to this process alone does not.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGTERM'))
  const starter = process.ppid
  // A shell between npm and this process dies of a signal without passing it on.
  setInterval(() => process.ppid !== starter && child.kill('SIGTERM'), 1000).unref()
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
