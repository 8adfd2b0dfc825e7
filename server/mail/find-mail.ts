import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { readMailSettings } from '../mail-settings.ts'
import { demoMailbox } from './demo-mailbox.ts'

/** A mail as a list shows it: to whom and about what, not what it says. */
export interface MailSummary {
  readonly id: string
  readonly to: string
  readonly address: string
  readonly subject: string
  readonly status: 'pending' | 'sending' | 'sent' | 'failed' | 'off'
  readonly attempts: number
  readonly last_error: string | null
  readonly created_at: string
  readonly sent_at: string | null
}

/** What is set for mail, how it does, and the newest. */
export interface MailState {
  /** The mail server without its password, as this process is set; null when mail is off. */
  readonly server: string | null
  readonly from: string | null
  /** Where the demo's mail can be read; null on a real installation. */
  readonly demo_mailbox: string | null
  /** How many mails of the last week are in each state. */
  readonly last_week: Readonly<Record<MailSummary['status'], number>>
  readonly newest: readonly MailSummary[]
}

const STATES = ['pending', 'sending', 'sent', 'failed', 'off'] as const
const NEWEST = 50

/**
 * How mail does, for an administrator: settings without secrets, counts of the last week and the
 * newest fifty.
 *
 * @throws Refused `forbidden`.
 */
export async function findMail(actor: Actor): Promise<MailState> {
  if (!may(actor, 'person.manage')) {
    throw new Refused({ code: 'forbidden', action: 'person.manage' })
  }
  const week = new Date(Date.now() - 7 * 86_400_000)
  const [rows, counts] = await Promise.all([
    db().mail.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: NEWEST }),
    db().mail.groupBy({ by: ['status'], where: { createdAt: { gt: week } }, _count: true }),
  ])
  const settings = readMailSettings(
    (name) => process.env[name]?.trim() || undefined,
    () => undefined,
  )
  const url = settings ? URL.parse(settings.smtpUrl) : null
  const count = (status: MailSummary['status']) =>
    counts.find((one) => one.status === status)?._count ?? 0
  return {
    server: url ? `${url.protocol}//${url.host}` : null,
    from: settings?.from ?? null,
    demo_mailbox: demoMailbox(),
    last_week: {
      pending: count('pending'),
      sending: count('sending'),
      sent: count('sent'),
      failed: count('failed'),
      off: count('off'),
    },
    newest: rows.map((row) => ({
      id: row.id,
      to: row.name,
      address: row.address,
      subject: row.subject,
      status: STATES.find((one) => one === row.status) ?? 'pending',
      attempts: row.attempts,
      last_error: row.lastError,
      created_at: row.createdAt.toISOString(),
      sent_at: row.sentAt?.toISOString() ?? null,
    })),
  }
}
