import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './source-files.ts'

/** `shown`: the output goes straight to the terminal. `kept`: it is answered, for a failure. */
type Output = 'shown' | 'kept'

export type Finished = { ok: boolean; output: string }

const running = new Set<ChildProcess>()

// Settings of the person at the keyboard must not aim the tests at a database of theirs.
const settings =
  /^((FLAGS_|IDP_)?PORT|HOST|DATABASE_URL|NODE_ENV|NODE_OPTIONS|(ROLLCALL|NEXTAUTH|OIDC)_.*)$/

/**
 * Runs a program of node_modules/.bin, or any on the path, from the repository's root in a process
 * group of its own. When it ends, or after `minutes`, whatever is left of that group is stopped.
 * `ok` is false when it failed, could not start, or ran out of time.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: { output?: Output; minutes?: number; env?: Record<string, string | undefined> } = {},
): Promise<Finished> {
  const { output = 'kept', minutes = 10, env = {} } = options
  const child = spawn(command, args, {
    cwd: root,
    detached: true,
    env: { ...environment(), ...env },
    stdio: output === 'shown' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)

  const chunks: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))

  let complaint = ''
  const limit = setTimeout(() => {
    complaint = `${command} was stopped: it had not ended after ${minutes} minutes.\n`
    void stopGroup(child)
  }, minutes * 60_000)

  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      complaint = `${command} could not be started: ${error.message}\n`
      resolve(null)
    })
    child.on('exit', resolve)
  })
  clearTimeout(limit)
  running.delete(child)
  await stopGroup(child)
  if (output === 'shown' && complaint !== '') process.stdout.write(complaint)
  return {
    ok: code === 0 && complaint === '',
    output: Buffer.concat(chunks).toString() + complaint,
  }
}

/** Stops everything that is running now: first politely, so that servers can close, then at once. */
export async function stopEverything(): Promise<void> {
  await Promise.all([...running].map(stopGroup))
}

async function stopGroup(child: ChildProcess): Promise<void> {
  const group = child.pid
  if (group === undefined || !isAlive(group)) return
  signal(group, 'SIGTERM')
  for (let waited = 0; waited < 10_000; waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    if (!isAlive(group)) return
  }
  signal(group, 'SIGKILL')
}

function signal(group: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, name)
  } catch {
    return false
  }
}

// A container often has nothing that reaps the dead, and a dead process still answers to a signal:
// where the system tells the state of a process, only the living count.
function isAlive(group: number): boolean {
  if (!signal(group, 0)) return false
  if (!existsSync('/proc/self/stat')) return true
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      const [state, , processGroup] = statOf(pid)
      return processGroup === String(group) && state !== 'Z' && state !== 'X'
    })
}

// What follows the program's name, which stands in brackets and may hold spaces: state, parent, group.
function statOf(pid: string): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

function environment(): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  for (const name of Object.keys(kept)) if (settings.test(name)) delete kept[name]
  delete kept.FORCE_COLOR
  kept[process.stdout.isTTY ? 'FORCE_COLOR' : 'NO_COLOR'] = '1'
  kept.PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${kept.PATH ?? ''}`
  return kept
}
