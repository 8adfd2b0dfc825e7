import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { change, type Done } from '../change.ts'
import { holdWidening } from '../toggles/facts/widening-lock.ts'
import { FREEZE_ROW, type Freeze, freezeOf } from './find-freezes.ts'
import { freezeData, readFreeze, type SetFreeze } from './freeze-input.ts'

/**
 * Sets a window in which nothing widens, once or again and again. What widens under way is waited for:
 * once this is answered, nothing that it covers widens while it stands.
 *
 * @throws Refused `forbidden`; `invalid` for its times, an unknown environment or team.
 */
export async function setFreeze(actor: Actor, input: SetFreeze): Promise<Done<Freeze>> {
  return change(actor, { tried: 'set a freeze', target: {} }, async (tx) => {
    const freeze = await readFreeze(tx, actor, input)
    await holdWidening(tx)
    const [id, termsId] = [randomUUID(), randomUUID()]
    const { startsAt, endsAt, reason, environments } = freeze
    await tx.freezeWindow.create({
      data: { id, startsAt, endsAt, reason, environments, createdBy: actor.id },
    })
    await tx.freezeTerms.create({
      data: {
        id: termsId,
        freezeId: id,
        teamId: freeze.team?.id ?? null,
        rule: freeze.recurrence?.rule ?? null,
        timeZone: freeze.recurrence?.timeZone ?? null,
        overrideAllowed: freeze.overrideAllowed,
      },
    })
    const row = await tx.freezeWindow.findUniqueOrThrow({ where: { id }, include: FREEZE_ROW })
    return {
      result: freezeOf(row, new Date()),
      entries: [
        {
          type: 'freeze.set',
          target: {},
          data: freezeData(freeze),
          texts: { reason },
          changed: [
            { entity: 'freeze_window', id, before: null },
            { entity: 'freeze_terms', id: termsId, before: null },
          ],
        },
      ],
    }
  })
}
