import type { KnownToggle } from '../../domain/migration/import-steps.ts'
import type { IncomingToggle } from '../../domain/migration/incoming.ts'
import { Refused } from '../../domain/refusal.ts'
import { OFF } from '../../domain/toggle/state.ts'
import type { Db } from '../db.ts'
import { GATE_COLUMNS, stateOfColumns } from '../toggles/state-row.ts'

/**
 * The registry's side of an import: those of the incoming toggles that it has.
 *
 * @throws Refused `not_found` for an unknown environment.
 */
export async function knownToggles(
  tx: Db,
  incoming: readonly IncomingToggle[],
  environment: string,
): Promise<ReadonlyMap<string, KnownToggle>> {
  const known = await tx.environment.count({ where: { key: environment } })
  if (known === 0) throw new Refused({ code: 'not_found', what: 'environment', key: environment })
  const rows = await tx.toggle.findMany({
    where: { key: { in: incoming.map(({ key }) => key) } },
    select: {
      key: true,
      description: true,
      actorType: true,
      archived: true,
      toggleStates: { where: { environment: { key: environment } }, select: GATE_COLUMNS },
    },
  })
  return new Map(
    rows.map(({ toggleStates, ...toggle }) => {
      const columns = toggleStates[0]
      return [toggle.key, { ...toggle, state: columns ? stateOfColumns(columns) : OFF }]
    }),
  )
}
