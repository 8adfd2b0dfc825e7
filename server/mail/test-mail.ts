import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { enqueueMail } from './enqueue-mail.ts'

/**
 * Sends a mail to the asker's own address and to nobody else's, to see whether mail goes out.
 *
 * @returns the mail's id.
 * @throws Refused `forbidden`; `not_permitted` for who has no address.
 */
export async function testMail(actor: Actor): Promise<Done<{ id: string }>> {
  return change(actor, { tried: 'send a test mail', target: {} }, async (tx) => {
    if (actor.kind !== 'person' || !may(actor, 'person.manage')) {
      throw new Refused({ code: 'forbidden', action: 'person.manage' })
    }
    const id = await enqueueMail(tx, {
      to: { personId: actor.id },
      subject: 'A test mail of Rollcall',
      text: 'You asked for this mail in the settings. That it reached you says that mail goes out.',
      link: { label: 'Open the mail settings', path: '/settings/mail' },
    })
    if (id === null) {
      const detail = 'You have no e-mail address here: the identity provider gives none.'
      throw new Refused({ code: 'not_permitted', detail })
    }
    const entry = { type: 'mail.tested', target: {}, data: {}, changed: [] } as const
    return { result: { id }, entries: [entry] }
  })
}
