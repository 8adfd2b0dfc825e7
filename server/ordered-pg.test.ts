import { expect, test } from 'vitest'
import { db } from './db.ts'
import { cast } from './testing/cast.ts'
import { useCast as givenCast } from './testing/test-database.ts'

givenCast()

test('a transaction asks its connection one thing at a time, whatever is asked at once', async () => {
  const warned: string[] = []
  const warn = (warning: Error) => warned.push(warning.message)
  process.on('warning', warn)
  const names = await db().$transaction(async (tx) => {
    const asked = Array.from({ length: 20 }, () =>
      tx.person.findUniqueOrThrow({
        where: { id: cast.tomas().id },
        include: { memberships: { include: { team: true } }, sessions: true },
      }),
    )
    return (await Promise.all(asked)).map(({ name }) => name)
  })
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', warn)
  expect(new Set(names)).toEqual(new Set(['Tomás Ibarra']))
  expect(warned.filter((message) => message.includes('client.query()'))).toEqual([])
})

test('what fails in a transaction is told to who asked it, and the transaction undone', async () => {
  const failing = db().$transaction(async (tx) => {
    await tx.$executeRaw`CREATE TEMPORARY TABLE kept_not (n int)`
    await Promise.all([tx.$executeRaw`SELECT 1 / 0`, tx.$queryRaw`SELECT 1`])
  })
  await expect(failing).rejects.toThrow(/division by zero/)
  const [row] = await db().$queryRaw<{ there: string | null }[]>`
    SELECT to_regclass('pg_temp.kept_not')::text AS there`
  expect(row?.there).toBeNull()
})
