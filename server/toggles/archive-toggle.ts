import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { archiveObstacles } from '../../domain/toggle/archiving.ts'
import { change, type Done } from '../change.ts'
import { pushSoon } from '../connected/push-soon.ts'
import type { Db } from '../db.ts'
import { endStages } from '../rollout/end-stages.ts'
import { imageOf } from '../write-entry.ts'
import { environmentState, STATE_SHOWN } from './environment-state.ts'
import { findUses } from './find-uses.ts'

/** What archiving takes. */
export interface ArchiveToggle {
  readonly key: string
  readonly reason: string
  /** That whoever is in is taken out, and that code asked for it lately, was read. */
  readonly confirmed: boolean
}

/**
 * Retires a toggle: it lets nobody in, no longer changes, and its key is never used again. The stages
 * that still run of it end with it.
 *
 * @throws Refused `forbidden`, `not_found`, `archived`; `confirmation_needed` where it still lets
 * somebody in or code asked for it lately; `not_permitted` where off is the dangerous side and it is not off.
 */
export async function archiveToggle(
  actor: Actor,
  { key, reason, confirmed }: ArchiveToggle,
): Promise<Done<{ key: string }>> {
  return change(actor, { tried: `archive ${key}`, target: { toggle: key } }, async (tx) => {
    const row = await lockToggle(tx, key)
    if (!may(actor, 'toggle.archive', row.teamId)) {
      throw new Refused({ code: 'forbidden', action: 'toggle.archive' })
    }
    if (row.archived) throw new Refused({ code: 'archived', what: 'toggle', key })
    const environments = await standing(tx, row.id)
    const { offIsDangerous } = row
    const { forbidden, toConfirm } = archiveObstacles(
      environments,
      { offIsDangerous },
      await askedByItself(tx, row.id),
    )
    if (forbidden.length > 0) {
      throw new Refused({ code: 'not_permitted', detail: forbidden.join(' ') })
    }
    const takesOut = environments.some((one) => one.protected && one.state !== 'off')
    if (takesOut && !may(actor, 'flip.narrow_protected', row.teamId)) {
      throw new Refused({ code: 'forbidden', action: 'flip.narrow_protected' })
    }
    if (toConfirm.length > 0 && !confirmed) {
      throw new Refused({
        code: 'confirmation_needed',
        what: `Archiving ${key}`,
        reasons: toConfirm,
      })
    }
    const before = await imageOf(tx, 'toggle', row.id)
    await tx.toggle.update({
      where: { id: row.id, version: row.version },
      data: { archived: true, version: row.version + 1 },
    })
    await pushSoon(tx, await stateIds(tx, row.id))
    const changed = [{ entity: 'toggle', id: row.id, before }] as const
    const entry = { type: 'toggle.archived', target: { toggle: key }, data: {} } as const
    const ended = await endStages(tx, row.id)
    return { result: { key }, entries: [{ ...entry, texts: { reason }, changed }, ...ended] }
  })
}

interface ToggleRow {
  readonly id: string
  readonly version: number
  readonly teamId: string
  readonly archived: boolean
  readonly offIsDangerous: boolean
}

async function lockToggle(tx: Db, key: string): Promise<ToggleRow> {
  // Its states first, as a flip takes them, so that no flip slips in between.
  await tx.$executeRaw`SELECT s.id FROM toggle_state s JOIN toggle t ON t.id = s.toggle_id
                        WHERE t.key = ${key} ORDER BY s.id FOR UPDATE OF s`
  const [row] = await tx.$queryRaw<ToggleRow[]>`
    SELECT id, version, team_id AS "teamId", archived, off_is_dangerous AS "offIsDangerous"
      FROM toggle WHERE key = ${key} FOR UPDATE`
  if (!row) throw new Refused({ code: 'not_found', what: 'toggle', key })
  return row
}

async function askedByItself(tx: Db, toggleId: string) {
  const now = Date.now()
  const uses = await findUses(tx, toggleId)
  return uses
    .filter(({ alone }) => alone)
    .map(({ environment, by, last_asked_at: at }) => {
      return { environment, by, agoMs: now - Date.parse(at) }
    })
}

async function standing(tx: Db, toggleId: string) {
  const rows = await tx.toggleState.findMany({ where: { toggleId }, select: STATE_SHOWN })
  return rows.map((row) => environmentState(row, true))
}

async function stateIds(tx: Db, toggleId: string): Promise<string[]> {
  const rows = await tx.toggleState.findMany({ where: { toggleId }, select: { id: true } })
  return rows.map(({ id }) => id)
}
