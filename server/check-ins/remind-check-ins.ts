import { dayInWords } from '../../domain/audit/moment-words.ts'
import { systemActor } from '../access/system-actor.ts'
import { change } from '../change.ts'
import { enqueueMail } from '../mail/enqueue-mail.ts'
import { dueCheckIns } from './find-due-check-ins.ts'

const NAMES = { one_week: 'one-week', one_month: 'one-month' } as const

/**
 * Writes to the program managers and tech leads of a plan's team when a check-in is due, and once
 * more when it is overdue; each once, however often and by however many workers it is run.
 *
 * @returns how many mails were written.
 */
export async function remindCheckIns(): Promise<number> {
  const { result } = await change(
    systemActor(),
    { tried: 'remind of check-ins', target: {} },
    async (tx) => {
      let written = 0
      for (const { plan, team_id, which, state, due_on } of await dueCheckIns(tx)) {
        const dueOn = new Date(`${due_on}T00:00:00Z`)
        const { count } = await tx.checkInReminder.createMany({
          data: { planId: plan.id, which, dueOn, kind: state },
          skipDuplicates: true,
        })
        if (count === 0) continue
        const people = await tx.membership.findMany({
          where: {
            teamId: team_id,
            revoked: false,
            role: { in: ['program_manager', 'tech_lead'] },
          },
          select: { personId: true },
          distinct: ['personId'],
        })
        const was = state === 'due' ? 'is due today' : `was due on ${dayInWords(due_on)}`
        for (const { personId } of people) {
          const mail = await enqueueMail(tx, {
            to: { personId },
            subject: `Check-in ${state === 'due' ? 'due' : 'overdue'}: ${plan.title}`,
            text: `The ${NAMES[which]} check-in of "${plan.title}" ${was}. Record how many people used it and how its measures came out; Rollcall writes it into the plan.`,
            link: { label: 'Record the check-in', path: `/plans/${plan.slug}/stages` },
          })
          if (mail !== null) written += 1
        }
      }
      return { result: written, entries: 'unchanged' }
    },
  )
  return result
}
