import { type CheckBinding, isCheckName } from '../../../domain/rollout/check-binding.ts'
import type { FlipFacts } from '../../../domain/rollout/checks.ts'
import type { Db } from '../../db.ts'
import { freezeOver } from '../../freezes/freeze-over.ts'
import type { StateRow } from '../state-row.ts'
import { joinWidening } from './widening-lock.ts'

type GuardFacts = Pick<FlipFacts, 'freeze' | 'lineStop' | 'incidents' | 'binding'>

interface Row {
  readonly stop: { readonly reason: string; readonly by: string; readonly since: string } | null
  readonly incidents: readonly { readonly title: string; readonly link: string | null }[] | null
  readonly binding: { readonly bound: string[]; readonly unbound: string[] } | null
}

/**
 * What guards a toggle in an environment at this moment, by the database's clock, and what of its checks
 * binds. What is set meanwhile waits until this transaction ends.
 */
export async function guardFacts(
  tx: Db,
  { toggle, environment }: Pick<StateRow, 'toggle' | 'environment'>,
): Promise<GuardFacts> {
  await joinWidening(tx)
  const freeze = await freezeOver(tx, { environment: environment.key, teamId: toggle.teamId })
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT (SELECT jsonb_build_object('reason', s.reason, 'by', p.name, 'since',
                     to_char(s.stopped_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
              FROM line_stop s JOIN person p ON p.id = s.stopped_by
             WHERE s.released_by IS NULL) AS stop,
           (SELECT jsonb_agg(jsonb_build_object('title', i.title, 'link', i.link) ORDER BY i.opened_at)
              FROM incident i
             WHERE i.toggle_id = ${toggle.id}::uuid AND i.resolved_by IS NULL
               AND (i.environment_id IS NULL OR i.environment_id = ${environment.id}::uuid)) AS incidents,
           (SELECT jsonb_build_object('bound', b.bound, 'unbound', b.unbound)
              FROM check_binding b
             WHERE b.team_id = ${toggle.teamId}::uuid
               AND b.environment_id = ${environment.id}::uuid) AS binding`
  return {
    freeze,
    lineStop: row?.stop ?? null,
    incidents: row?.incidents ?? [],
    binding: bindingOf(row?.binding ?? { bound: [], unbound: [] }),
  }
}

/** A row of check_binding as the rules read it; a check that this version does not know is left out. */
export function bindingOf({
  bound,
  unbound,
}: {
  bound: string[]
  unbound: string[]
}): CheckBinding {
  return Object.fromEntries([
    ...bound.filter(isCheckName).map((check) => [check, true]),
    ...unbound.filter(isCheckName).map((check) => [check, false]),
  ])
}
