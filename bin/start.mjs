// `npm start` on a fresh clone: plain Node, nothing installed yet. Installs what is missing and hands
// over to bin/launch.ts under the pinned Node.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled, pinnedNode } from './install.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Rollcall needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

try {
  await install()
  process.exitCode = await handOver()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

async function install() {
  const interrupted = new AbortController()
  const interrupt = () => interrupted.abort()
  for (const signal of signals) process.once(signal, interrupt)
  const begun = Date.now()
  await ensureInstalled({
    log: (sentence) => console.log(`… ${sentence}`),
    signal: interrupted.signal,
  })
  for (const signal of signals) process.removeListener(signal, interrupt)
  console.log(`✓ Dependencies ready (${((Date.now() - begun) / 1000).toFixed(1)} s)`)
}

// In a session of its own, so that an interrupt reaches it once, from here, whether a terminal sent
// it to all of us or somebody to this process alone.
function handOver() {
  const child = spawn(pinnedNode, [join(root, 'bin/launch.ts'), ...process.argv.slice(2)], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
