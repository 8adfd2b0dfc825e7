// `npm run bench:log`: what a long audit log costs to fill, read, look back in and verify.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../../bin/postgres.ts'
import { saying } from '../../bin/saying.ts'
import { fillLog } from '../../server/audit/testing/long-log.ts'
import { connectDatabase, db, disconnectDatabase } from '../../server/db.ts'
import { enrolledLead } from '../../server/testing/enrolled-lead.ts'
import { inDatabase } from '../../server/testing/template-database.ts'
import { measurePast } from './measure-past.ts'
import { measureReading } from './measure-reading.ts'
import { measureVerifying, measureWritten } from './measure-verifying.ts'

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000000' },
    toggles: { type: 'string', default: '700' },
    /** Lengths of exports that are written by themselves: that time grows as they do, and no faster. */
    exports: { type: 'string', default: '' },
  },
})

const say = (text: string): void => console.log(text)

await saying(async () => {
  const home = mkdtempSync(join(tmpdir(), 'rollcall-bench-log-'))
  say(`Node ${process.versions.node}, ${cpus().length} cores; milliseconds unless said otherwise.`)
  try {
    for (const length of values.exports.split(',').filter((one) => one !== '')) {
      await measureWritten(home, Number(length), say)
    }
    if (Number(values.entries) > 0) await measureDatabase(home)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})

async function measureDatabase(home: string): Promise<void> {
  const [entries, toggles] = [Number(values.entries), Number(values.toggles)]
  const postgres = await startPostgres({ home, ephemeral: true })
  try {
    const { adminUrl, appUrl } = postgres
    const reader = await enrolledLead(postgres)
    const from = performance.now()
    await fillLog(inDatabase(adminUrl, new URL(appUrl).pathname.slice(1)), { entries, toggles })
    say(`filled ${entries} entries over ${toggles} toggles in ${seconds(from)} s`)
    await connectDatabase(appUrl)
    await db().$queryRaw`SELECT count(*) FROM audit.listing`
    await measureReading(reader(), entries, say)
    await measurePast(reader(), say)
    await measureVerifying(reader(), home, say)
    await disconnectDatabase()
  } finally {
    await postgres.stop()
  }
}

function seconds(from: number): string {
  return ((performance.now() - from) / 1000).toFixed(1)
}
