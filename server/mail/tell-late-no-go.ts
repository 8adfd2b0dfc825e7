import { type Discipline, disciplineName } from '../../domain/roll-call/disciplines.ts'
import { spoken } from '../../domain/roll-call/policy.ts'
import type { Db } from '../db.ts'
import { whoMayDo } from '../people/who-may-do.ts'
import { enqueueMail } from './enqueue-mail.ts'

/** A go taken back, or a no-go, after the launch was decided. */
export interface LateNoGoTold {
  /** Of the sign-off: told once. */
  readonly id: string
  readonly plan: { readonly slug: string; readonly title: string; readonly teamId: string }
  readonly discipline: Discipline
  /** `withdrawn`: what it said before was taken back. */
  readonly said: 'no_go' | 'withdrawn'
  /** Whose word it is. */
  readonly by: { readonly id: string | null; readonly name: string }
  readonly note: string | null
}

/**
 * Tells those who widen in protected environments that a discipline said no-go after the launch, in
 * the transaction of that word. Answers how many mails were written.
 */
export async function tellLateNoGo(tx: Db, told: LateNoGoTold): Promise<number> {
  const { plan, discipline, by, note } = told
  const deed = told.said === 'no_go' ? 'said no-go for' : 'took back the word of'
  const what = told.said === 'no_go' ? 'No-go' : 'Go taken back'
  const name = spoken(disciplineName(discipline))
  let written = 0
  for (const personId of await whoMayDo(tx, 'flip.widen_protected', plan.teamId)) {
    if (personId === by.id) continue
    const mail = await enqueueMail(tx, {
      to: { personId },
      subject: `${what} after launch: ${plan.title}`,
      text: [
        `${by.name} ${deed} ${name} after “${plan.title}” was launched. Its toggles are not widened further until that is settled; nothing was undone.`,
        ...(note ? [`Why: ${note}`] : []),
      ].join('\n\n'),
      link: { label: 'Look at the roll call', path: `/plans/${plan.slug}/roll-call` },
      once: `late-no-go:${told.id}:${personId}`,
    })
    if (mail !== null) written += 1
  }
  return written
}
