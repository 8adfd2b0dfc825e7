import type { Signal } from '../../domain/guard/signal.ts'
import type { Db } from '../db.ts'
import { enqueueMail } from '../mail/enqueue-mail.ts'
import type { StateRow } from '../toggles/state-row.ts'
import type { GuardRow } from './guard-row.ts'

interface Telling {
  readonly guard: GuardRow
  readonly row: StateRow
  readonly signal: Signal
  readonly signalId: string
}

/** Writes to whoever made a guard and to the tech leads of its team what it did or asks. */
export async function tellKeepers(
  tx: Db,
  { guard, row, signal, signalId }: Telling,
  what: 'holds' | 'lowered' | 'asks',
): Promise<void> {
  const leads = await tx.membership.findMany({
    where: { teamId: row.toggle.teamId, role: 'tech_lead', revoked: false },
    select: { personId: true },
  })
  const people = new Set([guard.madeBy, ...leads.map(({ personId }) => personId)])
  const where = `${guard.toggle} in ${guard.environment}`
  for (const personId of people) {
    await enqueueMail(tx, {
      to: { personId },
      subject: `${SUBJECTS[what]} ${where}`,
      text: `The guard “${guard.name}” was told: ${signal.said}\n\n${SENTENCES[what](where)}`,
      link: {
        label: `Open ${guard.toggle}`,
        path: `/toggles/${encodeURIComponent(guard.toggle)}#${encodeURIComponent(guard.environment)}`,
      },
      once: `guard:${signalId}:${personId}`,
    })
  }
}

const SUBJECTS = {
  holds: 'Held by a guard:',
  lowered: 'Lowered by a guard:',
  asks: 'A guard asks you about',
} as const

const SENTENCES = {
  holds: (where: string) =>
    `It holds ${where}: nothing widens there until a person releases the hold. Nobody was taken out.`,
  lowered: (where: string) => `It lowered ${where}. A rollback restores what stood before.`,
  asks: (where: string) =>
    `It could not tell whether that is bad for ${where}, and changed nothing. Look at it and decide.`,
} as const
