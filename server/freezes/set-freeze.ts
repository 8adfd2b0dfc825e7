import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { type Freeze, freezeOf } from './find-freezes.ts'

/** What a freeze takes: from when to when, why, and where; no environments means all of them. */
export interface SetFreeze {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly reason: string
  readonly environments: readonly string[]
}

/**
 * Sets a window in which nothing widens.
 *
 * @throws Refused `forbidden`; `invalid` for an end before the start or an unknown environment.
 */
export async function setFreeze(actor: Actor, input: SetFreeze): Promise<Done<Freeze>> {
  return change(actor, { tried: 'set a freeze', target: {} }, async (tx) => {
    if (!may(actor, 'freeze.set')) throw new Refused({ code: 'forbidden', action: 'freeze.set' })
    if (input.endsAt <= input.startsAt) throw invalid('ends_at', 'must be after starts_at.')
    const environments = [...new Set(input.environments)].sort()
    const known = await tx.environment.findMany({ select: { key: true } })
    const unknown = environments.find((key) => !known.some((one) => one.key === key))
    if (unknown !== undefined)
      throw invalid('environments', `There is no environment "${unknown}".`)
    const row = await tx.freezeWindow.create({
      data: {
        id: randomUUID(),
        startsAt: input.startsAt,
        endsAt: input.endsAt,
        reason: input.reason,
        environments,
        createdBy: actor.id,
      },
      include: { createdByPerson: { select: { name: true } } },
    })
    const data = {
      starts_at: input.startsAt.toISOString(),
      ends_at: input.endsAt.toISOString(),
      environments,
    }
    const changed = [{ entity: 'freeze_window', id: row.id, before: null }] as const
    const texts = { reason: input.reason }
    return {
      result: freezeOf(row),
      entries: [{ type: 'freeze.set', target: {}, data, texts, changed }],
    }
  })
}

function invalid(path: string, message: string): Refused {
  return new Refused({ code: 'invalid', errors: [{ path, message }] })
}
