import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import type { Db } from '../db.ts'
import { holdWidening } from '../toggles/facts/widening-lock.ts'
import { type Changed, imageOf } from '../write-entry.ts'
import { FREEZE_ROW, type Freeze, type FreezeRow, freezeOf } from './find-freezes.ts'
import { type FreezeToWrite, freezeData, readFreeze, type SetFreeze } from './freeze-input.ts'

/** What of a freeze is to be otherwise; what is left out stays as it is. */
export interface ChangeFreeze extends Partial<SetFreeze> {
  readonly id: string
  /** The version that the caller saw. */
  readonly expectedVersion?: number | undefined
}

/**
 * Changes when, where or over whom a freeze stands.
 *
 * @throws Refused `forbidden`, `not_found` (also for a lifted one), `version_conflict`, `invalid`.
 */
export async function changeFreeze(actor: Actor, asked: ChangeFreeze): Promise<Done<Freeze>> {
  const { id, expectedVersion } = asked
  return change(actor, { tried: 'change a freeze', target: {} }, async (tx) => {
    if (!may(actor, 'freeze.set')) throw new Refused({ code: 'forbidden', action: 'freeze.set' })
    await holdWidening(tx)
    await tx.$executeRaw`SELECT 1 FROM freeze_window WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.freezeWindow.findUnique({ where: { id }, include: FREEZE_ROW })
    if (!row || row.lifted) throw new Refused({ code: 'not_found', what: 'freeze', key: id })
    if (expectedVersion !== undefined && expectedVersion !== row.version) {
      const { version: actual } = row
      throw new Refused({
        code: 'version_conflict',
        what: 'The freeze',
        expected: expectedVersion,
        actual,
      })
    }
    const freeze = await readFreeze(tx, actor, { ...asNow(row), ...asked })
    if (isSame(row, freeze)) return { result: freezeOf(row, new Date()), entries: 'unchanged' }
    const changed = [await writeWindow(tx, row, freeze), await writeTerms(tx, row, freeze)]
    const now = await tx.freezeWindow.findUniqueOrThrow({ where: { id }, include: FREEZE_ROW })
    const texts = { reason: freeze.reason }
    return {
      result: freezeOf(now, new Date()),
      entries: [{ type: 'freeze.changed', target: {}, data: freezeData(freeze), texts, changed }],
    }
  })
}

function asNow({ terms, ...row }: FreezeRow): SetFreeze {
  const { rule, timeZone } = terms ?? { rule: null, timeZone: null }
  return {
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    reason: row.reason,
    environments: row.environments,
    team: terms?.team?.slug ?? null,
    recurrence: rule === null || timeZone === null ? null : { rule, timeZone },
    overrideAllowed: terms?.overrideAllowed ?? true,
  }
}

function isSame(row: FreezeRow, freeze: FreezeToWrite): boolean {
  const now = asNow(row)
  const { team, ...rest } = freeze
  return (
    JSON.stringify(sorted(now)) === JSON.stringify(sorted({ ...rest, team: team?.slug ?? null }))
  )
}

function sorted(freeze: SetFreeze): unknown[] {
  const { startsAt, endsAt, reason, environments, team, recurrence, overrideAllowed } = freeze
  const again = recurrence ? [recurrence.rule, recurrence.timeZone] : null
  return [startsAt, endsAt, reason, environments, team, again, overrideAllowed]
}

async function writeWindow(tx: Db, row: FreezeRow, freeze: FreezeToWrite): Promise<Changed> {
  const { startsAt, endsAt, reason, environments } = freeze
  const before = await imageOf(tx, 'freeze_window', row.id)
  await tx.freezeWindow.update({
    where: { id: row.id },
    data: { startsAt, endsAt, reason, environments, version: row.version + 1 },
  })
  return { entity: 'freeze_window', id: row.id, before }
}

async function writeTerms(tx: Db, row: FreezeRow, freeze: FreezeToWrite): Promise<Changed> {
  const terms = {
    teamId: freeze.team?.id ?? null,
    rule: freeze.recurrence?.rule ?? null,
    timeZone: freeze.recurrence?.timeZone ?? null,
    overrideAllowed: freeze.overrideAllowed,
  }
  if (!row.terms) {
    const id = randomUUID()
    await tx.freezeTerms.create({ data: { id, freezeId: row.id, ...terms } })
    return { entity: 'freeze_terms', id, before: null }
  }
  const { id, version } = row.terms
  const before = await imageOf(tx, 'freeze_terms', id)
  await tx.freezeTerms.update({ where: { id }, data: { ...terms, version: version + 1 } })
  return { entity: 'freeze_terms', id, before }
}
