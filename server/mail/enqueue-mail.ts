import { z } from 'zod'
import type { Db } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'

/** One mail, as a command asks for it. */
export interface MailAsked {
  /** A person of this installation, or somebody at an address. */
  readonly to: { readonly personId: string } | { readonly address: string; readonly name: string }
  readonly subject: string
  /** Paragraphs with an empty line between; plain text, shown as it is. */
  readonly text: string
  /** The one link: its words, and a path of the web app. */
  readonly link: { readonly label: string; readonly path: string }
  /** Tells this no more than once: a mail with the same word is not written again. */
  readonly once?: string
}

const mailAddress = z.email().max(254)

const SUBJECT_LENGTH = 150
const NAME_LENGTH = 100

/** A line that cannot end: what stands in a header must not begin another. */
function oneLine(text: string, length: number): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line
}

/**
 * Writes a mail in the transaction `tx`, to be sent by the worker once that has committed. Answers
 * the mail's id; null when nobody can be written to: a person without an address or disabled, an
 * address that is none, or one who was told already (`once`).
 */
export async function enqueueMail(tx: Db, asked: MailAsked): Promise<string | null> {
  const to = await recipient(tx, asked.to)
  if (to === null || !mailAddress.safeParse(to.address).success) return null
  if (!/^\/[^\p{Cc}]*$/u.test(asked.link.path)) throw new Error('a mail links to a path of the app')
  const rows = await tx.mail.createManyAndReturn({
    data: {
      once: asked.once ?? null,
      personId: to.personId,
      address: to.address,
      name: oneLine(to.name, NAME_LENGTH),
      subject: oneLine(asked.subject, SUBJECT_LENGTH),
      body: asked.text.replace(/\r\n?/g, '\n').trim(),
      linkLabel: oneLine(asked.link.label, NAME_LENGTH),
      linkPath: asked.link.path,
    },
    select: { id: true },
    skipDuplicates: true,
  })
  const mail = rows[0]
  if (!mail) return null
  await enqueue(tx, 'send_mail', { mail: mail.id }, { jobKey: `mail:${mail.id}` })
  return mail.id
}

async function recipient(
  tx: Db,
  to: MailAsked['to'],
): Promise<{ personId: string | null; address: string; name: string } | null> {
  if ('address' in to) return { personId: null, ...to }
  const person = await tx.person.findUnique({
    where: { id: to.personId },
    select: { name: true, email: true, disabled: true },
  })
  if (!person || person.disabled || person.email === null) return null
  return { personId: to.personId, address: person.email, name: person.name }
}
