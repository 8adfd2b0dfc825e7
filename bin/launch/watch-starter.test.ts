import { describe, expect, it } from 'vitest'
import { starters } from './watch-starter.ts'

/** A process table: each process with its parent and its command. */
function look(table: Record<number, [parent: number, command: string]>) {
  return {
    parentOf: (pid: number) => table[pid]?.[0] ?? 0,
    commandOf: (pid: number) => table[pid]?.[1] ?? '',
  }
}

describe('those who started this process', () => {
  it('are all up to npm, and not the shell that npm was typed into', () => {
    const table = look({
      50: [40, 'node bin/launch.ts'],
      40: [30, 'node bin/start.mjs'],
      30: [20, 'sh -c node bin/start.mjs'],
      20: [10, 'npm start'],
      10: [1, 'bash -c npm start & sleep 5'],
    })
    expect(starters(50, table)).toEqual([40, 30, 20])
  })

  it('are found when npm shows as the program that it is', () => {
    const table = look({
      50: [40, 'node bin/launch.ts'],
      40: [20, 'node bin/start.mjs'],
      20: [10, '/usr/bin/node /usr/lib/node_modules/npm/bin/npm-cli.js start'],
    })
    expect(starters(50, table)).toEqual([40, 20])
  })

  it('are the parent alone without npm', () => {
    const table = look({
      50: [40, 'node bin/launch.ts'],
      40: [10, 'node bin/start.mjs'],
      10: [5, 'bash'],
      5: [1, 'sshd'],
    })
    expect(starters(50, table)).toEqual([40])
    expect(starters(50, look({ 50: [1, 'node bin/launch.ts'] }))).toEqual([])
  })
})
