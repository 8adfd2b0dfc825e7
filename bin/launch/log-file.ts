import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

const LIMIT_BYTES = 10_000_000

export type LogFile = {
  path: string
  /** Takes all lines of a stream, until it ends. */
  take(stream: Readable): void
  /** The last lines, without time and name. */
  lastLines(count: number): string[]
}

/** Cuts text that comes in pieces into lines, given together; what is left at the end is one too. */
export function splitLines(onLines: (lines: readonly string[]) => void): {
  write(chunk: Buffer): void
  end(): void
} {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  return {
    write(chunk) {
      const lines = (rest + decoder.write(chunk)).split('\n')
      rest = lines.pop() ?? ''
      if (lines.length > 0) onLines(lines.map((line) => line.replace(/\r$/, '')))
    },
    end() {
      const line = rest + decoder.end()
      rest = ''
      if (line !== '') onLines([line])
    },
  }
}

/**
 * A file that takes what a process says, each line with the time (UTC) and the process's name in
 * front. At ten megabytes it becomes `….1` and a new one begins.
 */
export function openLogFile(
  path: string,
  name: string,
  onLine: (line: string) => void = () => undefined,
  limit = LIMIT_BYTES,
): LogFile {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  let file = openSync(path, 'a', 0o600)
  let size = statSync(path).size
  const write = (lines: readonly string[]) => {
    if (size > limit) {
      closeSync(file)
      renameSync(path, `${path}.1`)
      file = openSync(path, 'a', 0o600)
      size = 0
    }
    // Written together: a busy process says thousands of lines a second.
    const front = `${new Date().toISOString()} ${name} | `
    size += writeSync(file, lines.map((line) => `${front}${line}\n`).join(''))
    for (const line of lines) onLine(line)
  }
  return {
    path,
    take(stream) {
      const lines = splitLines(write)
      stream.on('data', lines.write)
      stream.on('end', lines.end)
      stream.on('error', () => undefined)
    },
    lastLines(count) {
      const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(-count)
      return lines.map((line) => line.slice(line.indexOf('| ') + 2))
    },
  }
}
