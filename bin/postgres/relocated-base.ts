import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePrivateFile } from '../private-file.ts'

function firstWritable(): string {
  const name = randomBytes(8).toString('hex')
  for (const root of ['/var/lib', tmpdir()]) {
    const base = join(root, 'rollcall', name)
    try {
      mkdirSync(base, { recursive: true, mode: 0o711 })
      return base
    } catch {
      // A read-only root: the next one.
    }
  }
  throw new Error('Neither /var/lib nor the temporary folder takes the data of PostgreSQL.')
}

/**
 * The folder outside `folder` that holds this installation's data, `undefined` where it lives in
 * place. Once moved, data stays there: a note in `folder` names it, so that a start which could
 * run in place again never begins with an empty database.
 */
export function relocatedBase(
  folder: string,
  needed: boolean,
  onLine: (line: string) => void,
): string | undefined {
  const note = join(folder, 'moved-to')
  const known = existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined
  if (known === undefined && !needed) return undefined
  if (known !== undefined && existsSync(known)) return known
  if (known !== undefined) onLine(`The database was in ${known}, which is gone: starting anew.`)
  const base = firstWritable()
  onLine(`The database is kept in ${base}: its own user cannot reach ${folder}.`)
  writePrivateFile(note, base)
  return base
}
