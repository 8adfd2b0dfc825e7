import type { Actor } from '../../domain/actor.ts'
import type { Db } from '../db.ts'
import { enqueueMail } from '../mail/enqueue-mail.ts'
import { toTellOfOverride } from '../toggles/mail-override.ts'
import type { TakenOver } from './take-over.ts'

interface TakenTogether {
  readonly taken: readonly TakenOver[]
  readonly maker: Actor
  readonly reason: string
  /** The server's host. */
  readonly server: string
}

const NAMED = 20

/**
 * Tells who has to know of what was taken over from a Flipper server although checks failed: one
 * mail a person, however many toggles it was.
 */
export async function mailTakenOver(
  tx: Db,
  { taken, maker, reason, server }: TakenTogether,
): Promise<void> {
  const toTell = new Map<string, TakenOver[]>()
  for (const one of taken.filter(({ unmet }) => unmet.length > 0)) {
    for (const person of await toTellOfOverride(tx, one.row, maker.id)) {
      toTell.set(person, [...(toTell.get(person) ?? []), one])
    }
  }
  for (const [personId, own] of toTell) {
    const [first] = own
    if (!first) continue
    const { toggle, environment } = first.row
    const keys = own.map(({ row }) => row.toggle.key)
    const more = keys.length > NAMED ? `\n… and ${keys.length - NAMED} more` : ''
    await enqueueMail(tx, {
      to: { personId },
      subject: `Checks overridden: ${counted(keys.length)} taken over in ${environment.name}`,
      text: `${maker.name} took over what stands on ${server} for ${environment.name}, although checks did not pass:\n\n${keys.slice(0, NAMED).join('\n')}${more}\n\nTheir reason: ${reason}\n\nEach stays open until a second person has reviewed it.`,
      link: {
        label: 'Look at the first',
        path: `/toggles/${encodeURIComponent(toggle.key)}#${environment.key}`,
      },
    })
  }
}

function counted(count: number): string {
  return count === 1 ? '1 toggle' : `${count} toggles`
}
