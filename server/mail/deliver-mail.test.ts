import { describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { useCast } from '../testing/test-database.ts'
import { deliverMail, type Message, NotTaken, type Post } from './deliver-mail.ts'
import { enqueueMail } from './enqueue-mail.ts'

const origin = 'https://rollcall.example.gov'

async function aMail(): Promise<string> {
  const id = await enqueueMail(db(), {
    to: { personId: cast.ben().id },
    subject: 'Asked of you',
    text: 'Priya asks you.',
    link: { label: 'Open the roll call', path: '/plans/intake/roll-call' },
  })
  if (id === null) throw new Error('Ben has no address')
  return id
}

/** A mail server that answers as told, in turn, and keeps what it took. */
function postOffice(...answers: (NotTaken | null)[]): { taken: Message[]; post: Post } {
  const taken: Message[] = []
  const send = async (message: Message) => {
    const answer = answers.shift() ?? null
    if (answer) throw answer
    taken.push(message)
  }
  return { taken, post: { domain: 'example.gov', send } }
}

const row = (id: string) => db().mail.findUniqueOrThrow({ where: { id } })

describe('delivering a mail', () => {
  useCast()

  test('sends it with an id of its own and keeps that it was sent', async () => {
    const id = await aMail()
    const { taken, post } = postOffice()
    expect(await deliverMail(id, { post, origin, isLastTry: false })).toBe('sent')
    expect(taken).toMatchObject([
      {
        messageId: `<${id}@example.gov>`,
        to: { name: 'Ben Castellano', address: 'ben.castellano@example.gov' },
        subject: 'Asked of you',
      },
    ])
    expect(taken[0]?.text).toContain('https://rollcall.example.gov/plans/intake/roll-call')
    expect(await row(id)).toMatchObject({ status: 'sent', attempts: 1 })
  })

  test('does nothing when it was sent before', async () => {
    const id = await aMail()
    const { taken, post } = postOffice()
    await deliverMail(id, { post, origin, isLastTry: false })
    expect(await deliverMail(id, { post, origin, isLastTry: false })).toBe('done before')
    expect(taken).toHaveLength(1)
  })

  test('is tried again when the mail server is busy, with the same message id', async () => {
    const id = await aMail()
    const { taken, post } = postOffice(new NotTaken('busy', false))
    await expect(deliverMail(id, { post, origin, isLastTry: false })).rejects.toThrow('busy')
    expect(await row(id)).toMatchObject({ status: 'pending', lastError: 'busy' })
    await deliverMail(id, { post, origin, isLastTry: false })
    expect(taken).toHaveLength(1)
    expect(await row(id)).toMatchObject({ status: 'sent', attempts: 2, lastError: null })
  })

  test('is given up when the server refuses it for good, or at the last try', async () => {
    const [refused, tired] = [await aMail(), await aMail()]
    const forGood = postOffice(new NotTaken('no such mailbox', true)).post
    expect(await deliverMail(refused, { post: forGood, origin, isLastTry: false })).toBe('failed')
    const busy = postOffice(new NotTaken('busy', false)).post
    expect(await deliverMail(tired, { post: busy, origin, isLastTry: true })).toBe('failed')
    expect(await row(refused)).toMatchObject({ status: 'failed', lastError: 'no such mailbox' })
    expect(await row(tired)).toMatchObject({ status: 'failed', lastError: 'busy' })
  })

  test('is kept unsent while mail is off', async () => {
    const id = await aMail()
    expect(await deliverMail(id, { post: null, origin, isLastTry: false })).toBe('off')
    expect(await row(id)).toMatchObject({ status: 'off', attempts: 0 })
  })

  test('left half done by a worker that died is sent again under its own id', async () => {
    const id = await aMail()
    const dying: Post = {
      domain: 'example.gov',
      send: () => Promise.reject(new Error('killed here')),
    }
    await expect(deliverMail(id, { post: dying, origin, isLastTry: false })).rejects.toThrow()
    const left = await row(id)
    expect(left).toMatchObject({ status: 'sending', attempts: 1 })
    const { taken, post } = postOffice()
    await deliverMail(id, { post, origin, isLastTry: false })
    expect(taken[0]?.messageId).toBe(left.messageId)
  })
})
