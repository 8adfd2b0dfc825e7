import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writePrivateFile } from '../private-file.ts'
import { type KeptMail, keptMail } from './kept-mail.ts'

const MOST = 500

export interface MailStore {
  /** Newest first. */
  readonly list: () => readonly KeptMail[]
  readonly find: (id: string) => KeptMail | undefined
  readonly keep: (mail: KeptMail) => void
}

/** The newest 500 mails, in memory and in a folder of its own below `home`, a file each. */
export function openMailStore(home: string, most: number = MOST): MailStore {
  const folder = join(home, 'mail')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const fileOf = (id: string) => join(folder, `${id}.json`)
  const kept: KeptMail[] = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
    .flatMap((name) => read(join(folder, name)))
  const trim = (): void => {
    for (const { id } of kept.splice(most)) rmSync(fileOf(id), { force: true })
  }
  trim()
  return {
    list: () => kept,
    find: (id) => kept.find((mail) => mail.id === id),
    keep(mail) {
      writePrivateFile(fileOf(mail.id), `${JSON.stringify(mail)}\n`)
      kept.unshift(mail)
      trim()
    },
  }
}

/** A file that a person changed or a disk broke is passed over. */
function read(path: string): KeptMail[] {
  try {
    return [keptMail.parse(JSON.parse(readFileSync(path, 'utf8')))]
  } catch {
    return []
  }
}
