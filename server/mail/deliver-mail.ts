import { db } from '../db.ts'
import { composeMail } from './compose-mail.ts'

/** A mail as it is handed to the mail server. */
export interface Message {
  readonly messageId: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Hands mail over. `send` answers once the mail server has taken it; throws NotTaken otherwise. */
export interface Post {
  /** The part of our own address behind the @: ids of messages end with it. */
  readonly domain: string
  readonly send: (message: Message) => Promise<void>
}

/** Why a mail server took no mail: `forGood` when it will not take it later either. */
export class NotTaken extends Error {
  readonly forGood: boolean
  constructor(reason: string, forGood: boolean) {
    super(reason)
    this.name = 'NotTaken'
    this.forGood = forGood
  }
}

/** How delivering one mail ended. */
export type Delivery = 'sent' | 'failed' | 'off' | 'done before'

/**
 * Sends the mail `id` and keeps how it went. It is marked as being sent before, and as sent right
 * after the mail server took it: a worker that dies between the two leaves it to be sent again,
 * with the same message id, because nobody can say whether it was taken. Nothing else sends twice.
 *
 * @param post null when mail is off: the mail is kept, unsent.
 * @param isLastTry what is refused now is given up.
 * @throws NotTaken when it should be tried again later.
 */
export async function deliverMail(
  id: string,
  { post, origin, isLastTry }: { post: Post | null; origin: string; isLastTry: boolean },
): Promise<Delivery> {
  const mail = await db().mail.findUnique({ where: { id } })
  if (mail === null || !(mail.status === 'pending' || mail.status === 'sending')) {
    return 'done before'
  }
  if (post === null) {
    await keep(id, { status: 'off' })
    return 'off'
  }
  const messageId = mail.messageId ?? `<${id}@${post.domain}>`
  await keep(id, { status: 'sending', messageId, attempts: { increment: 1 } })
  const { name, address, subject } = mail
  try {
    await post.send({
      messageId,
      to: { name, address },
      subject,
      ...composeMail(mail, origin),
    })
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error
    const isOver = error.forGood || isLastTry
    await keep(id, { status: isOver ? 'failed' : 'pending', lastError: error.message })
    if (isOver) return 'failed'
    throw error
  }
  await keep(id, { status: 'sent', sentAt: new Date(), lastError: null })
  return 'sent'
}

type Kept = Parameters<ReturnType<typeof db>['mail']['updateMany']>[0]['data']

async function keep(id: string, data: Kept): Promise<void> {
  await db().mail.updateMany({ where: { id }, data })
}
