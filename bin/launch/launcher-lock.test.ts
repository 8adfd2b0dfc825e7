import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readLauncherLock, removeLauncherLock, writeLauncherLock } from './launcher-lock.ts'

let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rollcall-lock-'))
})

afterEach(() => rmSync(home, { recursive: true, force: true }))

describe('the note of who started Rollcall', () => {
  it('is not there before a start and after a clean end', () => {
    expect(readLauncherLock(home)).toBeUndefined()
    writeLauncherLock(home, 'http://localhost:4000')
    expect(readLauncherLock(home)).toMatchObject({ pid: process.pid, url: 'http://localhost:4000' })
    removeLauncherLock(home)
    expect(readLauncherLock(home)).toBeUndefined()
  })

  it('does not take another program for the launcher, whose number it has now', () => {
    writeFileSync(join(home, 'launcher.lock'), JSON.stringify({ pid: process.ppid, url: 'x' }))
    expect(readLauncherLock(home)?.isRunning).toBe(false)
  })

  it('that was half written counts as the note of one that is gone', () => {
    writeFileSync(join(home, 'launcher.lock'), '{"pid"')
    expect(readLauncherLock(home)?.isRunning).toBe(false)
  })
})
