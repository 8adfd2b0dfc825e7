import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

type ProcessState = { running: boolean; command: string }

const GONE: ProcessState = { running: false, command: '' }

function fromProc(pid: number): ProcessState {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may itself hold spaces and parentheses; the state follows the last one.
    const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3)
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return { running: state !== 'Z' && state !== 'X', command }
  } catch {
    return GONE
  }
}

function fromPs(pid: number): ProcessState {
  const answer = spawnSync('ps', ['-o', 'state=', '-o', 'command=', '-p', String(pid)], {
    encoding: 'utf8',
  })
  const match = /^\s*(\S)\S*\s+(.*)$/m.exec(answer.stdout ?? '')
  if (answer.status !== 0 || match === null) return GONE
  return { running: match[1] !== 'Z', command: match[2] ?? '' }
}

/**
 * What process `pid` is now. A zombie counts as gone: where nothing reaps the dead (a container
 * whose first process is npm), a killed server stays in the table for ever and signal 0 reaches it.
 */
export function processState(pid: number): ProcessState {
  if (!Number.isInteger(pid) || pid <= 0) return GONE
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
}

/** The process that started `pid`, 0 when that cannot be told. */
export function parentOf(pid: number): number {
  if (process.platform !== 'linux') {
    const answer = spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' })
    return Number.parseInt(answer.stdout ?? '', 10) || 0
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) || 0
  } catch {
    return 0
  }
}

/** Sends a signal, and says whether there was anyone to receive it. */
export function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch {
    return false
  }
}

/** Waits until `pid` is gone; `false` when it still runs after `ms` milliseconds. */
export async function waitUntilGone(pid: number, ms: number): Promise<boolean> {
  const deadline = Date.now() + ms
  while (processState(pid).running) {
    if (Date.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return true
}
