import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type LoadedRules, loadedRulesFromJson } from '../server/evaluation/loaded-rules.ts'

/** The last good rules as they were kept. */
export interface Snapshot {
  readonly loaded: LoadedRules
  /** When they were last known to be current, in milliseconds since 1970. */
  readonly confirmedAt: number
}

/** What is to be kept. */
export interface ToKeep {
  readonly version: number
  readonly confirmedAt: number
  /** The rules as `writeLoadedRules` writes them. */
  readonly text: string
}

/** A snapshot on disk that is not to be trusted, with why. */
export class BadSnapshot extends Error {}

/** No rules are as large; what is, is not ours. */
const LARGEST = 128 * 1024 * 1024

const header = z.strictObject({
  format: z.literal('rollcall flags snapshot 1'),
  version: z.int().min(0),
  confirmed_at: z.number(),
  bytes: z.int().min(0),
  sha256: z.string(),
})

function fileIn(folder: string): string {
  return join(folder, 'flags-snapshot.json')
}

/**
 * Keeps rules on disk for a start without a database: one line that says how long the rest is and
 * its checksum, then the rest. Written beside and renamed into place, both flushed, so that a crash
 * at any moment leaves the old file or the new one. It holds hashes of tokens: only we may read it.
 */
export async function writeSnapshot(folder: string, kept: ToKeep): Promise<void> {
  const body = Buffer.from(kept.text)
  const head: z.infer<typeof header> = {
    format: 'rollcall flags snapshot 1',
    version: kept.version,
    confirmed_at: kept.confirmedAt,
    bytes: body.length,
    sha256: createHash('sha256').update(body).digest('hex'),
  }
  await mkdir(folder, { recursive: true })
  const beside = `${fileIn(folder)}.${process.pid}.${randomUUID()}`
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      await file.writeFile(`${JSON.stringify(head)}\n`)
      await file.writeFile(body)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, fileIn(folder))
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  const directory = await open(folder, 'r')
  await directory.sync().finally(() => directory.close())
}

/**
 * Reads the last good rules from disk; null when none were ever kept. Size, checksum, version and
 * shape are all checked before anything is taken.
 *
 * @throws BadSnapshot when one of them is wrong.
 */
export async function readSnapshot(folder: string): Promise<Snapshot | null> {
  const size = await stat(fileIn(folder)).then(
    (found) => found.size,
    (error: unknown) => {
      if (isMissing(error)) return null
      throw error
    },
  )
  if (size === null) return null
  if (size > LARGEST) throw new BadSnapshot(`The snapshot is ${size} bytes long: too large.`)
  const bytes = await readFile(fileIn(folder))
  const end = bytes.indexOf('\n')
  const head = header.safeParse(parse(bytes.subarray(0, Math.max(end, 0))))
  if (!head.success) throw new BadSnapshot('The snapshot does not begin as one.')
  const body = bytes.subarray(end + 1)
  if (body.length !== head.data.bytes) throw new BadSnapshot('The snapshot is cut short.')
  if (createHash('sha256').update(body).digest('hex') !== head.data.sha256) {
    throw new BadSnapshot('The snapshot does not match its checksum.')
  }
  const loaded = shaped(parse(body))
  if (loaded.version !== head.data.version) {
    throw new BadSnapshot('The snapshot is of another version than it says.')
  }
  return { loaded, confirmedAt: head.data.confirmed_at }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

function shaped(json: unknown): LoadedRules {
  try {
    return loadedRulesFromJson(json)
  } catch (cause) {
    throw new BadSnapshot('The snapshot does not hold rules.', { cause })
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
