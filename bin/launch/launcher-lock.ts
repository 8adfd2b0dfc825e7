import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writePrivateFile } from '../private-file.ts'
import { processState } from '../process-state.ts'

const note = z.object({ pid: z.number().int(), url: z.string() })

export type LauncherNote = z.infer<typeof note> & { isRunning: boolean }

const fileIn = (home: string) => join(home, 'launcher.lock')

/** Who started Rollcall from `home` last, and whether that one still runs; `undefined` after a clean end. */
export function readLauncherLock(home: string): LauncherNote | undefined {
  if (!existsSync(fileIn(home))) return undefined
  try {
    const read = note.parse(JSON.parse(readFileSync(fileIn(home), 'utf8')))
    const { running, command } = processState(read.pid)
    // The number may be another program's by now.
    return { ...read, isRunning: running && read.pid !== process.pid && /launch\.ts/.test(command) }
  } catch {
    return { pid: 0, url: '', isRunning: false }
  }
}

export function writeLauncherLock(home: string, url: string): void {
  writePrivateFile(fileIn(home), `${JSON.stringify({ pid: process.pid, url })}\n`)
}

export function removeLauncherLock(home: string): void {
  rmSync(fileIn(home), { force: true })
}
