import type { Settings } from '../../server/settings.ts'
import { bringUpToDate } from '../bring-up-to-date.ts'
import { databaseUrlFile } from '../embedded-environment.ts'
import { writePrivateFile } from '../private-file.ts'
import { keepPostgres } from './keep-postgres.ts'
import type { Launch } from './launch-context.ts'
import { step } from './progress.ts'

async function migrateWithSteps(url: string, say: Launch['say']): Promise<void> {
  await step(
    say,
    {
      done: (applied) =>
        applied.length === 0 ? 'Database up to date' : `Migrations applied: ${applied.length}`,
    },
    () => bringUpToDate(url),
  )
}

async function migrateExternal(url: string, say: Launch['say']): Promise<void> {
  try {
    await migrateWithSteps(url, say)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (!/permission denied|must be (owner|member)/.test(message)) throw error
    throw new Error(
      'The database needs migrations that the role of DATABASE_URL may not apply: run npm run migrate as its owner, then start again.',
    )
  }
}

/** Starts the built-in database where there is no other, and brings the database up to date. */
export async function prepareDatabase(settings: Settings, launch: Launch): Promise<void> {
  const { say, undo, signal } = launch
  if (settings.databaseUrl !== null) {
    await migrateExternal(settings.databaseUrl, say)
    return
  }
  const { postgres } = await step(say, { done: 'PostgreSQL started' }, async () => {
    const kept = await keepPostgres(settings.home, say)
    undo.push(kept.stop)
    return kept
  })
  signal.throwIfAborted()
  await migrateWithSteps(postgres.ownerUrl, say)
  writePrivateFile(databaseUrlFile(settings.home), `${postgres.appUrl}\n`)
}
