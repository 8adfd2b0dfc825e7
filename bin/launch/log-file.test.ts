import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { finished } from 'node:stream/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { openLogFile, splitLines } from './log-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'rollcall-log-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function say(log: ReturnType<typeof openLogFile>, ...pieces: (string | Buffer)[]) {
  const stream = new PassThrough()
  log.take(stream)
  for (const piece of pieces) stream.write(piece)
  stream.end()
  await finished(stream)
}

describe('lines', () => {
  it('are whole however the text was cut, in the middle of a letter too', () => {
    const seen: string[] = []
    const lines = splitLines((whole) => seen.push(...whole))
    const text = Buffer.from('Tomás says\r\nhello\n\nand bye')
    for (const byte of text) lines.write(Buffer.from([byte]))
    lines.end()
    expect(seen).toEqual(['Tomás says', 'hello', '', 'and bye'])
  })
})

describe('a log file', () => {
  it('puts time and name before each line, and tells them on', async () => {
    const path = join(folder, 'deep', 'web.log')
    const told: string[] = []
    const log = openLogFile(path, 'web', (line) => told.push(line))
    await say(log, 'one\ntw', 'o')
    expect(told).toEqual(['one', 'two'])
    expect(readFileSync(path, 'utf8')).toMatch(
      /^\d{4}-\d\d-\d\dT[\d:.]+Z web \| one\n\d{4}-\d\d-\d\dT[\d:.]+Z web \| two\n$/,
    )
    expect(log.lastLines(1)).toEqual(['two'])
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('begins anew when it is full, and keeps the one before', async () => {
    const path = join(folder, 'full.log')
    const log = openLogFile(path, 'web', undefined, 50)
    await say(log, `${'x'.repeat(60)}\n`)
    await say(log, 'second\n')
    expect(existsSync(`${path}.1`)).toBe(true)
    expect(log.lastLines(10)).toEqual(['second'])
  })
})
