import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { processState, waitUntilGone } from '../process-state.ts'
import { type KeptRunning, keepRunning, type Program } from './keep-running.ts'
import { openLogFile } from './log-file.ts'
import { runToEnd, startGroup } from './own-group.ts'

const STAYS = 'setInterval(() => undefined, 1000)'
const here = (path: string) => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)))

let folder: string
let never: AbortSignal
const kept: KeptRunning[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-launch-'))
  never = new AbortController().signal
})

afterEach(async () => {
  for (const running of kept.splice(0)) await running.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A program that notes its number in a file, and then does what `body` says. */
function program(body: string): Program {
  const file = join(folder, 'program.mjs')
  const note = join(folder, 'pid')
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(note)}, String(process.pid))\n${body}\n`,
  )
  const log = openLogFile(join(folder, 'program.log'), 'program')
  const isReady = async () => existsSync(note) && readFileSync(note, 'utf8') !== ''
  return { name: 'program', args: [file], cwd: folder, env: process.env, log, isReady }
}

const noted = (name = 'pid') => Number(readFileSync(join(folder, name), 'utf8'))

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20))
}

async function keep(wanted: Program, said: string[] = []): Promise<KeptRunning> {
  const running = await keepRunning(wanted, never, (line) => said.push(line))
  kept.push(running)
  return running
}

describe('a process that is kept running', () => {
  it('is started again when it is killed, and the person is told', async () => {
    const said: string[] = []
    const running = await keep(program(STAYS), said)
    const first = noted()
    process.kill(first, 'SIGKILL')
    await until(() => noted() !== first)
    expect(said).toEqual([
      `program was ended by SIGKILL: starting it again in 0.5 s; see ${join(folder, 'program.log')}`,
    ])
    await running.stop()
    expect(processState(noted()).running).toBe(false)
  })

  it('stays away once it was stopped', async () => {
    const said: string[] = []
    const running = await keep(program(STAYS), said)
    await running.stop()
    expect(said).toEqual([])
  })

  it('that ends before it ever worked says its last words', async () => {
    const wanted = {
      ...program("console.error('no port'); process.exit(3)"),
      isReady: async () => false,
    }
    await expect(keepRunning(wanted, never, () => undefined)).rejects.toThrow(
      /^program ended with code 3\. Its last words .*:\n {2}no port$/,
    )
  })

  it('that another program answers for has not started', async () => {
    const wanted = {
      ...program('process.exit(1)'),
      isReady: async () => {
        await until(() => existsSync(join(folder, 'pid')) && !processState(noted()).running)
        // The end is told a moment after the process is gone.
        await new Promise((resolve) => setTimeout(resolve, 200))
        return true
      },
    }
    await expect(keepRunning(wanted, never, () => undefined)).rejects.toThrow('ended with code 1')
  })

  it('is stopped while it is still starting, when the start is interrupted', async () => {
    const interrupt = new AbortController()
    const wanted = { ...program(STAYS), isReady: async () => false }
    const starting = keepRunning(wanted, interrupt.signal, () => undefined)
    await until(() => existsSync(join(folder, 'pid')) && noted() > 0)
    interrupt.abort()
    await expect(starting).rejects.toThrow('aborted')
    expect(processState(noted()).running).toBe(false)
  })
})

const WITH_CHILD = `
import { spawn } from 'node:child_process'
const child = spawn(process.execPath, ['-e', ${JSON.stringify(STAYS)}])
writeFileSync(${'`'}\${process.argv[1]}.child${'`'}, String(child.pid))
`

describe('a group', () => {
  it('ends with all that it started', async () => {
    const wanted = program(`${WITH_CHILD}\n${STAYS}`)
    const group = startGroup(wanted)
    await until(() => existsSync(join(folder, 'program.mjs.child')))
    const child = noted('program.mjs.child')
    process.kill(group.pid, 'SIGKILL')
    await group.ended
    expect(await waitUntilGone(child, 5000)).toBe(true)
  })

  it.each([
    ['does not', ''],
    ['does', "process.once('SIGTERM', () => process.exit())"],
  ])(
    'ends when the process that started it is killed, whether it %s end in order',
    async (_name, how) => {
      const wanted = program(`${WITH_CHILD}\n${how}\n${STAYS}`)
      const starter: ChildProcess = spawn(
        process.execPath,
        [
          '--input-type=module-typescript',
          '-e',
          `import { startGroup } from ${here('own-group.ts')}
         import { openLogFile } from ${here('log-file.ts')}
         const log = openLogFile(${JSON.stringify(join(folder, 'other.log'))}, 'other')
         startGroup({ args: ${JSON.stringify(wanted.args)}, cwd: '/', env: process.env, log })`,
        ],
        { stdio: ['ignore', 'inherit', 'inherit'] },
      )
      await until(() => existsSync(join(folder, 'program.mjs.child')))
      const [leader, child] = [noted(), noted('program.mjs.child')]
      expect(processState(leader).running).toBe(true)
      starter.kill('SIGKILL')
      expect(await waitUntilGone(leader, 10_000)).toBe(true)
      expect(await waitUntilGone(child, 10_000)).toBe(true)
    },
  )

  it('that runs to its end fails with its own words', async () => {
    await runToEnd(program("console.log('fine')"), never)
    await expect(
      runToEnd(program("console.log('first'); throw new Error('broken')"), never),
    ).rejects.toThrow(/It ended with code 1\.[\s\S]* {2}first\n[\s\S]*broken/)
  })

  it('that runs to its end is stopped by an interrupt', async () => {
    const interrupt = new AbortController()
    const begun = until(() => existsSync(join(folder, 'pid')) && noted() > 0)
    void begun.then(() => interrupt.abort())
    await expect(runToEnd(program(STAYS), interrupt.signal)).rejects.toThrow('aborted')
    expect(processState(noted()).running).toBe(false)
  })
})
