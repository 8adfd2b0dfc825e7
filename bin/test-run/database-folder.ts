import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processState } from '../process-state.ts'

const MEMORY = '/dev/shm'
const TMPFS = 0x01021994
/** Several times what the tests' databases take at their most. */
const ROOM_BYTES = 4 * 1024 ** 3
const NAME = 'rollcall-database-'

/**
 * New folders for the database server of a test run, to be tried in this order: in memory where there
 * is room, then on disk. Each test copies and drops a database of some 700 files, and on some disks to
 * make that many takes half a second.
 */
export function* databaseFolders(): Generator<string> {
  removeLeftDatabases()
  if (hasRoom()) {
    yield mkdtempSync(join(MEMORY, `${NAME}${process.pid}-`))
  }
  yield mkdtempSync(join(tmpdir(), NAME))
}

function hasRoom(): boolean {
  try {
    const { type, bavail, bsize } = statfsSync(MEMORY)
    return type === TMPFS && Math.min(bavail * bsize, process.availableMemory()) >= ROOM_BYTES
  } catch {
    return false
  }
}

/** Removes from memory the databases of test runs that are over: it would hold them for ever. */
export function removeLeftDatabases(): void {
  if (!existsSync(MEMORY)) return
  for (const name of readdirSync(MEMORY)) {
    const pid = name.startsWith(NAME) ? Number.parseInt(name.slice(NAME.length), 10) : Number.NaN
    if (Number.isNaN(pid) || processState(pid).running) continue
    try {
      // A server whose starter was killed is still closing, and writes while this removes.
      rmSync(join(MEMORY, name), { recursive: true, maxRetries: 20, retryDelay: 200 })
    } catch {
      // Another user's.
    }
  }
}
