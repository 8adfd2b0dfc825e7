import { migrateJobs } from './job-schema.ts'
import { migrate } from './migrations.ts'

/**
 * Brings the database at `url` (its owner's) up to date: our own tables, then those of the job
 * queue. Answers the names of our migrations just applied; throws a plain sentence when one fails.
 */
export async function bringUpToDate(
  url: string,
  log: (line: string) => void = () => undefined,
): Promise<string[]> {
  const applied = await migrate(url, log)
  await migrateJobs(url)
  return applied
}
