// Runs before anything is installed, on any Node from 20.19: Node's own modules only.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stampFile = join(root, 'node_modules', '.rollcall-installed')

/** The Node that everything of Rollcall runs on: pinned as a package, whatever the machine has. */
export const pinnedNode = join(root, 'node_modules', 'node', 'bin', 'node')

/**
 * Makes node_modules what package-lock.json says, with `npm ci`, unless it already is.
 * `log` is told each step as a sentence; `signal` stops npm. Throws an Error with a sentence for a
 * person when npm fails, is stopped, or when the pinned Node does not run afterwards. Answers
 * whether anything was installed.
 *
 * @param {{ log: (sentence: string) => void, signal?: AbortSignal }} options
 * @returns {Promise<boolean>}
 */
export async function ensureInstalled({ log, signal }) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stamp = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`

  if (pinnedNodeRuns()) {
    if (read(stampFile) === stamp) return false
    if (treeMatches(lock)) {
      writeFileSync(stampFile, stamp)
      return false
    }
  }

  log(
    existsSync(join(root, 'node_modules'))
      ? 'Installing: node_modules is out of date.'
      : 'Installing: this is the first time, and takes about a minute.',
  )
  await npmCi(log, signal)
  if (!pinnedNodeRuns()) {
    throw new Error(
      'npm installed the packages but not the pinned Node. Its install script must be allowed ' +
        'to run: check that npm is not set to ignore-scripts, delete node_modules and try again.',
    )
  }
  writeFileSync(stampFile, stamp)
  return true
}

function pinnedNodeRuns() {
  return spawnSync(pinnedNode, ['--version'], { stdio: 'ignore' }).status === 0
}

// npm writes this list of what it installed last, after the install scripts: an interrupted
// installation has none. It spares someone who ran `npm install` by hand a second one.
function treeMatches(lock) {
  const installed = read(join(root, 'node_modules', '.package-lock.json'))
  if (installed === undefined) return false
  const there = JSON.parse(installed).packages
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, wanted]) =>
      path === '' ||
      (there[path] === undefined
        ? wanted.optional === true
        : there[path].version === wanted.version),
  )
}

async function npmCi(log, signal) {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const [command, commandArgs] =
    npm?.endsWith('.js') === true ? [process.execPath, [npm, ...args]] : ['npm', args]

  const started = Date.now()
  const ticking = setInterval(() => log(`Still installing, ${seconds(started)} s.`), 15_000)
  try {
    await new Promise((resolve, reject) => {
      const child = spawn(command, commandArgs, {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        signal,
      })
      child.on('error', (error) =>
        reject(
          new Error(
            error.name === 'AbortError'
              ? 'Installing was interrupted. Nothing else was started.'
              : 'npm was not found: install Node with npm first.',
          ),
        ),
      )
      child.on('exit', (code) =>
        code === 0
          ? resolve(undefined)
          : reject(new Error('npm ci failed; what it says is above. Nothing else was started.')),
      )
    })
  } finally {
    clearInterval(ticking)
  }
  log(`Installed in ${seconds(started)} s.`)
}

function seconds(since) {
  return Math.round((Date.now() - since) / 1000)
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
