import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Binaries, binariesIn, findBinaries } from './binaries.ts'
import { relocatedBase } from './relocated-base.ts'
import { chooseServerUser, type ServerUser } from './server-user.ts'

/** Where one cluster lives, and who runs it. `folder` holds what we keep, `data` what the server keeps. */
export type Place = {
  folder: string
  data: string
  binaries: Binaries
  user: ServerUser
}

const NO_WAY =
  'PostgreSQL refuses to run as root, and this machine lets root neither run it as another user nor make a user namespace: start Rollcall as an ordinary user, or set DATABASE_URL.'

/** Another account must get through to the data; what is secret on the way is mode 0600. */
function letThrough(folder: string): void {
  const { mode } = statSync(folder)
  if ((mode & 0o011) !== 0o011) chmodSync(folder, mode | 0o011)
}

function refuseForeign(folder: string): void {
  const me = process.getuid?.()
  if (me === undefined || me === 0 || statSync(folder).uid === me) return
  throw new Error(`${folder} belongs to another user: start Rollcall as that user, or remove it.`)
}

/** Copies a folder so that a kill in the middle leaves none, never half of one. */
function copyWhole(from: string, to: string): void {
  if (existsSync(to)) return
  const draft = `${to}.new`
  rmSync(draft, { recursive: true, force: true })
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  renameSync(draft, to)
}

/** Makes the server's user the owner of `path` and all below it, where that is not so yet. */
export function giveToServer(user: ServerUser, path: string): void {
  if (user.kind === 'self') return
  const { uid, gid } = user.kind === 'account' ? user : { uid: 0, gid: 0 }
  if (statSync(path).uid === uid) return
  if (statSync(path).isDirectory()) {
    for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
      lchownSync(join(path, entry), uid, gid)
    }
  }
  // The top last: it is what says that all below has been given already.
  chownSync(path, uid, gid)
}

/**
 * Finds out, for the cluster of `home`, where programs and data are and who may run them, and
 * makes the folders. Throws a plain sentence where this machine allows no way.
 */
export function findPlace(home: string, onLine: (line: string) => void): Place {
  const folder = join(home, 'postgres')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  refuseForeign(folder)
  if (process.getuid?.() === 0) for (const path of [home, folder]) letThrough(path)
  const binaries = findBinaries()
  const choice = chooseServerUser(binaries.postgres, folder)
  if (choice === undefined) throw new Error(NO_WAY)
  const { user } = choice
  const inPlace = join(folder, 'data')
  const base = relocatedBase(folder, choice.relocated, onLine)
  if (base === undefined) {
    if (existsSync(inPlace)) giveToServer(user, inPlace)
    return { folder, data: inPlace, binaries, user }
  }
  const data = join(base, 'data')
  if (existsSync(inPlace)) {
    copyWhole(inPlace, data)
    // A copy of a folder is open to all; the server refuses such a one.
    chmodSync(data, 0o700)
    renameSync(inPlace, join(folder, 'data-before-it-moved'))
  }
  if (existsSync(data)) giveToServer(user, data)
  const native = join(base, `programs-${binaries.version}`)
  if (choice.relocated) copyWhole(binaries.native, native)
  return {
    folder,
    data,
    binaries: existsSync(native) ? binariesIn(native, binaries.version) : binaries,
    user,
  }
}
