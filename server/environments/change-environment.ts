import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done, told } from '../change.ts'
import { holdWidening } from '../toggles/facts/widening-lock.ts'
import { type Entry, imageOf } from '../write-entry.ts'
import { holdEnvironments } from './environment-lock.ts'

/** What of an environment is to be otherwise; what is left out stays. */
export interface ChangeEnvironment {
  readonly key: string
  readonly name?: string | undefined
  /** True alone: taking the protection away needs a second person (see proposeUnprotection). */
  readonly protected?: true | undefined
}

/**
 * Renames an environment or protects it. Its key stays: applications and the log name it.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function changeEnvironment(
  actor: Actor,
  { key, name, protected: protect }: ChangeEnvironment,
): Promise<Done<{ key: string }>> {
  const target = { environment: key }
  return change(actor, { tried: `change the environment ${key}`, target }, async (tx) => {
    if (!may(actor, 'settings.change')) {
      throw new Refused({ code: 'forbidden', action: 'settings.change' })
    }
    await holdEnvironments(tx)
    await holdWidening(tx)
    const row = await tx.environment.findUnique({ where: { key } })
    if (!row) throw new Refused({ code: 'not_found', what: 'environment', key })
    const isRenamed = name !== undefined && name !== row.name
    const isProtected = protect === true && !row.protected
    if (!isRenamed && !isProtected) return { result: { key }, entries: 'unchanged' }
    const before = await imageOf(tx, 'environment', row.id)
    await tx.environment.update({
      where: { id: row.id },
      data: {
        name: name ?? row.name,
        protected: row.protected || isProtected,
        version: row.version + 1,
      },
    })
    const changed = [{ entity: 'environment', id: row.id, before }] as const
    const protecting: Entry[] = isProtected
      ? [{ type: 'environment.protected', target, data: {}, changed }]
      : []
    // A row changes once in a transaction: the first of two entries tells its change.
    const renaming: Entry[] = isRenamed
      ? [
          {
            type: 'environment.renamed',
            target,
            data: { from: row.name, to: name },
            changed: isProtected ? [] : changed,
          },
        ]
      : []
    return told({ key }, [...protecting, ...renaming])
  })
}
