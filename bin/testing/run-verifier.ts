import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asText, type Export } from './audit-export.ts'

const folder = mkdtempSync(join(tmpdir(), 'rollcall-verify-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** Writes a file of a test's own and gives its path; it is gone when the tests are. */
export function fileOf(content: string | Uint8Array): string {
  const path = join(folder, randomUUID())
  writeFileSync(path, content)
  return path
}

/** What the verifier said, on either stream, and how it ended. */
export interface Verdict {
  readonly code: number
  readonly said: string
}

/** Runs the verifier as a person would. */
export function verifier(...given: string[]): Promise<Verdict> {
  return new Promise((resolve) => {
    const script = join(import.meta.dirname, '../verify-audit.mjs')
    execFile(process.execPath, [script, ...given], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr })
    })
  })
}

/** Runs the verifier on an export. */
export function verdictOn(log: Export, ...given: string[]): Promise<Verdict> {
  return verifier(fileOf(asText(log)), ...given)
}
