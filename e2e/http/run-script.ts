import { execFile } from 'node:child_process'

/** Runs one of the scripts that people run by themselves; what it said, and how it ended. */
export function runScript(
  script: string,
  ...given: string[]
): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...given], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr })
    })
  })
}
