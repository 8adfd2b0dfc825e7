import { describe, expect, test } from 'vitest'
import { change } from '../change.ts'
import { db } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { useCast } from '../testing/test-database.ts'
import { enqueueMail, type MailAsked } from './enqueue-mail.ts'

const link = { label: 'Open the roll call', path: '/plans/intake/roll-call' }

function asked(more: Partial<MailAsked> = {}): MailAsked {
  return {
    to: { personId: cast.ben().id },
    subject: 'Asked of you: go or no-go',
    text: 'Priya Raman asks you.',
    link,
    ...more,
  }
}

const jobs = () => db().$queryRaw<{ n: number }[]>`
  SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'send_mail'`

describe('a mail', () => {
  useCast()

  test('to a person is kept with their address, and a job to send it', async () => {
    const id = await enqueueMail(db(), asked())
    expect(await db().mail.findMany()).toMatchObject([
      { id, name: 'Ben Castellano', address: 'ben.castellano@example.gov', status: 'pending' },
    ])
    expect(await jobs()).toEqual([{ n: 1 }])
  })

  test('is not written when the change that it tells is rolled back', async () => {
    const failing = change(cast.priya(), { tried: 'ask', target: {} }, async (tx) => {
      await enqueueMail(tx, asked())
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await db().mail.count()).toBe(0)
    expect(await jobs()).toEqual([{ n: 0 }])
  })

  test('told once is not told again, also when two tell it at the same moment', async () => {
    const once = 'reminder:1'
    const ids = await Promise.all([1, 2, 3].map(() => enqueueMail(db(), asked({ once }))))
    expect(ids.filter((id) => id !== null)).toHaveLength(1)
    expect(await db().mail.count()).toBe(1)
    expect(await jobs()).toEqual([{ n: 1 }])
  })

  test('cannot be given a header through its subject, a name or the words of its link', async () => {
    const forged = 'Go\r\nBcc: everyone@example.gov'
    await enqueueMail(
      db(),
      asked({
        to: { address: 'ben.castellano@example.gov', name: forged },
        subject: forged,
        link: { label: forged, path: '/plans' },
      }),
    )
    const flat = 'Go Bcc: everyone@example.gov'
    expect(await db().mail.findFirst()).toMatchObject({
      subject: flat,
      name: flat,
      linkLabel: flat,
    })
  })

  test.each([
    'nobody',
    'a@b.example\r\nBcc: everyone@example.gov',
    'a@example.gov, b@example.gov',
    'Ben <ben@example.gov>',
  ])('goes to no address that is not one: %j', async (address) => {
    expect(await enqueueMail(db(), asked({ to: { address, name: 'Ben' } }))).toBeNull()
    expect(await db().mail.count()).toBe(0)
  })

  test('leads to no other place than the app', async () => {
    await expect(
      enqueueMail(db(), asked({ link: { label: 'Look', path: 'https://elsewhere.example' } })),
    ).rejects.toThrow('a path of the app')
  })

  test('goes to nobody who is not here', async () => {
    const personId = '0b9c3a52-6f0e-4a63-9a7e-0d9d3f1f2c11'
    expect(await enqueueMail(db(), asked({ to: { personId } }))).toBeNull()
  })
})
