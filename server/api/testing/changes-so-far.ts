import { db } from '../../db.ts'

/** How many entries tell of something that was done: the same before and after what was refused. */
export function changesSoFar(): Promise<number> {
  return db().auditEvent.count({ where: { outcome: 'allowed' } })
}
