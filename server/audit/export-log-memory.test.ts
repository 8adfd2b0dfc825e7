import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDatabase, disconnectDatabase } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../testing/test-database.ts'
import { EXPORT_FORMATS, exportLog } from './export-log.ts'
import { fillLog } from './testing/long-log.ts'
import { asSuperuser } from './testing/tamper.ts'

// LONG_EXPORT=1000000 is the run of record.
const ENTRIES = Number(process.env.LONG_EXPORT ?? '8000')
const MB = 2 ** 20

let database: TestDatabase
let collect: () => void

beforeAll(async () => {
  setFlagsFromString('--expose-gc')
  collect = runInNewContext('gc')
  database = await freshDatabase('cast')
  await fillLog(asSuperuser(database), { entries: ENTRIES, toggles: 20 })
  await connectDatabase(database.appUrl)
}, 3_600_000)

afterAll(async () => {
  await disconnectDatabase()
  await database.drop()
})

function inUse(): number {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

test.each(EXPORT_FORMATS)(
  'a long export as %s is taken piece by piece, and what it needs at once does not grow with it',
  async (format) => {
    const stream = await exportLog(cast.grace(), { format, filter: {} })
    const seen: number[] = []
    let [bytes, largest] = [0, 0]
    for await (const piece of stream) {
      bytes += piece.byteLength
      largest = Math.max(largest, piece.byteLength)
      seen.push(inUse())
    }
    const quarter = Math.floor(seen.length / 4)
    expect(quarter).toBeGreaterThan(5)
    expect(bytes).toBeGreaterThan(ENTRIES * 150)
    expect(largest).toBeLessThan(MB)
    // What is still in use where the least is: were the pieces kept, half of them came between.
    const grown = Math.min(...seen.slice(-quarter)) - Math.min(...seen.slice(quarter, 2 * quarter))
    expect(grown).toBeLessThan(bytes / 4)
    process.stdout.write(
      `${format}: of ${(bytes / MB).toFixed(1)} MB, ${(grown / MB).toFixed(2)} MB more in use at the end\n`,
    )
  },
  3_600_000,
)
