import { type ChildProcess, spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { signalProcess } from '../process-state.ts'
import { root } from './source-files.ts'

/** `shown`: the output goes straight to the terminal. `kept`: it is answered, for a failure. */
type Output = 'shown' | 'kept'

export type Finished = { ok: boolean; output: string }

const patience = 10_000

const running = new Set<ChildProcess>()

// Settings of the person at the keyboard must not aim the tests at a database of theirs.
const settings =
  /^((FLAGS_|IDP_)?PORT|HOST|DATABASE_URL|NODE_ENV|NODE_OPTIONS|(ROLLCALL|NEXTAUTH|OIDC)_.*)$/

/**
 * Runs a program of node_modules/.bin, or any on the path, from the repository's root in a process
 * group of its own, which ends with it. After `minutes` it is stopped.
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
    child.on('exit', () => signalGroup(child, 'SIGKILL'))
    child.on('close', resolve)
  })
  clearTimeout(limit)
  running.delete(child)
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
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  signalGroup(child, 'SIGTERM')
  const lastResort = setTimeout(() => signalGroup(child, 'SIGKILL'), patience)
  await ended
  clearTimeout(lastResort)
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid !== undefined) signalProcess(-child.pid, signal)
}

function environment(): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  for (const name of Object.keys(kept)) if (settings.test(name)) delete kept[name]
  delete kept.FORCE_COLOR
  kept[process.stdout.isTTY ? 'FORCE_COLOR' : 'NO_COLOR'] = '1'
  kept.PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${kept.PATH ?? ''}`
  return kept
}
