import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { enqueueMail } from './enqueue-mail.ts'
import { tidyMail } from './tidy-mail.ts'

givenCast()

async function mailOf(hours: number): Promise<string> {
  const id = await enqueueMail(db(), {
    to: { address: 'ben.castellano@example.gov', name: 'Ben Castellano' },
    subject: 'Asked of you',
    text: 'Priya asks you.',
    link: { label: 'Open', path: '/plans' },
  })
  const row = await db().mail.findUniqueOrThrow({ where: { id: id ?? '' } })
  // The application may not set a mail's age, so an older one is written in its place.
  await db().mail.delete({ where: { id: row.id } })
  const createdAt = new Date(Date.now() - hours * 3_600_000)
  await db().mail.create({ data: { ...row, createdAt } })
  return row.id
}

const statusOf = async (id: string) => (await db().mail.findUnique({ where: { id } }))?.status

test('old mail goes, and what nobody will send any more is said to have failed', async () => {
  const old = await mailOf(24 * 91)
  const waiting = await mailOf(2)
  const lost = await mailOf(2)
  const young = await mailOf(0)
  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts
    WHERE key IN (${`mail:${lost}`}, ${`mail:${young}`})`
  expect(await tidyMail()).toBe(1)
  expect(await statusOf(old)).toBeUndefined()
  expect(await statusOf(waiting)).toBe('pending')
  expect(await statusOf(lost)).toBe('failed')
  expect(await statusOf(young)).toBe('pending')
})
