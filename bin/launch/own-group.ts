import { type ChildProcess, spawn } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { signalProcess } from '../process-state.ts'
import type { LogFile } from './log-file.ts'

export type Command = {
  /** What Node is given: a file, and its arguments. */
  args: readonly string[]
  cwd: string
  env: NodeJS.ProcessEnv
  log: LogFile
}

export type Ended = { code: number | null; signal: NodeJS.Signals | null }

export type GroupLeader = {
  pid: number
  /** Settles when the process has ended, with all that it started. */
  ended: Promise<Ended>
  stop(): Promise<void>
}

const LEASH = new URL('../leash.ts', import.meta.url).href
const PATIENCE_MS = 8000

function endOf(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
    child.once('error', () => resolve({ code: null, signal: null }))
  })
}

/** How a process ended, as the end of a sentence. */
export function howItEnded({ code, signal }: Ended): string {
  return signal === null ? `ended with code ${code ?? 'unknown'}` : `was ended by ${signal}`
}

/**
 * Runs Node on a file as the leader of a process group of its own, on a leash: it ends when this
 * process ends. Whatever it started ends with it.
 */
export function startGroup({ args, cwd, env, log }: Command): GroupLeader {
  const child = spawn(process.execPath, ['--import', LEASH, ...args], {
    cwd,
    env: {
      ...env,
      ROLLCALL_LEASH: String(process.pid),
      // What looks for a Node of its own finds the pinned one, not the machine's.
      PATH: [dirname(process.execPath), env.PATH].join(delimiter),
    },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  if (child.stdout !== null) log.take(child.stdout)
  if (child.stderr !== null) log.take(child.stderr)
  child.stdio[3]?.on('error', () => undefined)
  const pid = child.pid
  if (pid === undefined) throw new Error(`${fileURLToPath(LEASH)} could not be run.`)
  const ended = endOf(child).then((how) => {
    signalProcess(-pid, 'SIGKILL')
    return how
  })
  return {
    pid,
    ended,
    async stop() {
      signalProcess(-pid, 'SIGTERM')
      const lastResort = setTimeout(() => signalProcess(-pid, 'SIGKILL'), PATIENCE_MS)
      await ended
      clearTimeout(lastResort)
    },
  }
}

/** Runs a command to its end; throws its last words when it fails, stops it when `signal` says so. */
export async function runToEnd(command: Command, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const group = startGroup(command)
  const stop = () => void group.stop()
  signal.addEventListener('abort', stop)
  const how = await group.ended
  signal.removeEventListener('abort', stop)
  signal.throwIfAborted()
  if (how.code === 0) return
  throw new Error(lastWords(command.log, `It ${howItEnded(how)}.`))
}

/** A sentence, then the end of a log and where the whole is. */
export function lastWords(log: LogFile, sentence: string): string {
  const lines = log.lastLines(30).map((line) => `  ${line}`)
  return `${sentence} Its last words (all of them are in ${log.path}):\n${lines.join('\n')}`
}
