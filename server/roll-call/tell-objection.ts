import { PERMISSIONS } from '../../domain/permissions.ts'
import { disciplineName } from '../../domain/roll-call/disciplines.ts'
import type { RosterRow } from '../../domain/roll-call/roster.ts'
import type { Db } from '../db.ts'
import { enqueueMail } from '../mail/enqueue-mail.ts'
import type { PlanRow } from '../plans/lock-plan.ts'
import type { Round } from './load-round.ts'

/**
 * Writes to those who may widen when, with a launch decided, a discipline says no-go or takes its
 * word back. In the transaction of the word: told if it is kept, and once.
 */
export async function tellObjection(
  tx: Db,
  plan: PlanRow,
  round: Round,
  { discipline, status, required, sign_off }: RosterRow,
): Promise<void> {
  if (!sign_off || (status !== 'no_go' && status !== 'withdrawn')) return
  if (!(await isLaunched(tx, plan))) return
  const roles = [...PERMISSIONS['flip.widen_protected'].roles]
  const widen = await tx.membership.findMany({
    where: { teamId: plan.teamId, revoked: false, role: { in: roles } },
    select: { personId: true },
    distinct: ['personId'],
  })
  const name = disciplineName(discipline)
  const what = status === 'no_go' ? 'says no-go' : 'took its word back'
  const held = required
    ? 'Nothing widens any further on that launch until a new roll call decides. Nothing was undone: rolling back is yours to decide.'
    : `${name} was invited and not required, so nothing is held.`
  for (const { personId } of widen) {
    await enqueueMail(tx, {
      to: { personId },
      subject: `${plan.title}: ${name} ${what} after the launch`,
      text: [
        `${name} ${what} in roll call ${round.number} of “${plan.title}” (${sign_off.given_by.name}).`,
        sign_off.note ?? '',
        held,
      ]
        .filter((paragraph) => paragraph !== '')
        .join('\n\n'),
      link: { label: 'Open the roll call', path: `/plans/${plan.slug}/roll-call` },
      once: `objection:${sign_off.id}:${personId}`,
    })
  }
}

async function isLaunched(tx: Db, plan: PlanRow): Promise<boolean> {
  const decided = await tx.rollCall.findFirst({
    where: { planId: plan.id, decision: { not: null } },
    select: { decision: true },
    orderBy: { number: 'desc' },
  })
  return decided?.decision === 'launch'
}
