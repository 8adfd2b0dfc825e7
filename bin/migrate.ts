import { bringUpToDate } from './bring-up-to-date.ts'

const url = process.env.DATABASE_URL
if (url === undefined || url === '') {
  console.error('DATABASE_URL is not set: give the address of the database, as its owner.')
  process.exit(1)
}

try {
  const applied = await bringUpToDate(url, console.log)
  console.log(applied.length === 0 ? 'The database is up to date.' : 'Migrations applied.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
