import type { Actor } from '../../domain/actor.ts'
import { may, whoMay } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import { directionOf } from '../../domain/toggle/direction.ts'
import { type NarrowTarget, narrowTo } from '../../domain/toggle/narrow-to.ts'
import { isSameState, type ToggleState } from '../../domain/toggle/state.ts'
import { change, type Done, told } from '../change.ts'
import { type Db, db } from '../db.ts'
import { leaveStages } from '../rollout/follow-stages.ts'
import type { Entry } from '../write-entry.ts'
import { factOf } from './record-flip.ts'
import { findStateRows, type StateRow } from './state-row.ts'
import { permissionFor } from './weigh.ts'
import { writeStates } from './write-states.ts'

/** Which toggles are narrowed together, how far and where. */
export interface NarrowTogether {
  readonly environment: string
  readonly to: NarrowTarget
  /** Keys; every toggle of `team` where left out. */
  readonly toggles?: readonly string[] | undefined
  /** A team's slug. */
  readonly team?: string | undefined
}

interface Narrowing {
  readonly row: StateRow
  readonly after: ToggleState
}

/** What becomes of each toggle that was named. */
export interface NarrowedTogether {
  readonly narrowed: readonly {
    readonly toggle: string
    /** In words. */
    readonly from: string
    readonly to: string
    /** After the write. */
    readonly version: number
  }[]
  /** At or below the target already. */
  readonly unchanged: readonly string[]
  /** Left as they are, with the reason as a sentence. */
  readonly left: readonly { readonly toggle: string; readonly why: string }[]
}

/**
 * Narrows many toggles of an environment in one transaction, for an incident: no check, no freeze
 * and nobody's say holds it. What would not purely narrow is left as it is and named: a toggle whose
 * off is the dangerous side, and one of a team where the actor may not narrow.
 *
 * @throws Refused `forbidden` when none of them may be narrowed by this actor, `not_found`, `invalid`.
 */
export async function narrowTogether(
  actor: Actor,
  input: NarrowTogether & { readonly reason: string },
): Promise<Done<NarrowedTogether>> {
  const { environment, reason } = input
  const attempt = { tried: `narrow toggles together in ${environment}`, target: { environment } }
  return change(actor, attempt, async (tx) => {
    const sorted = await sortOut(tx, actor, input, { lock: true })
    const changed = await writeStates(tx, sorted.narrowings)
    const entries = sorted.narrowings.flatMap(({ row, after }): Entry[] => {
      const weighed = { direction: 'narrows', checks: [], barred: [], restsOn: null } as const
      const rowChanged = changed.get(row.id)
      if (!rowChanged) return []
      const fact = factOf({ row, after, weighed }, false)
      return [{ ...fact, texts: { reason }, changed: [rowChanged] }]
    })
    const inStages = sorted.narrowings.filter(({ row }) => row.environment.protected)
    return told(answerOf(sorted, 1), [...entries, ...(await leaveStages(tx, inStages))])
  })
}

/**
 * What narrowing together would do now, toggle by toggle. Changes nothing.
 *
 * @throws Refused as the narrowing itself.
 */
export async function proposeNarrowing(
  actor: Actor,
  input: NarrowTogether,
): Promise<NarrowedTogether> {
  return db().$transaction(async (tx) =>
    answerOf(await sortOut(tx, actor, input, { lock: false }), 0),
  )
}

interface Sorted extends Pick<NarrowedTogether, 'unchanged' | 'left'> {
  readonly narrowings: readonly Narrowing[]
}

function answerOf({ narrowings, unchanged, left }: Sorted, step: 0 | 1): NarrowedTogether {
  const narrowed = narrowings.map(({ row, after }) => ({
    toggle: row.toggle.key,
    from: describeState(row.state),
    to: describeState(after),
    version: row.version + step,
  }))
  return { narrowed, unchanged, left }
}

async function sortOut(
  tx: Db,
  actor: Actor,
  input: NarrowTogether,
  { lock }: { lock: boolean },
): Promise<Sorted> {
  const rows = await findStateRows(tx, await keysOf(tx, input), input.environment, { lock })
  const narrowings: Narrowing[] = []
  const unchanged: string[] = []
  const left: { toggle: string; why: string }[] = []
  for (const row of rows) {
    const { key } = row.toggle
    const after = narrowTo(row.state, input.to)
    const why = whyLeft(actor, row, after)
    if (isSameState(row.state, after)) unchanged.push(key)
    else if (why !== null) left.push({ toggle: key, why })
    else narrowings.push({ row, after })
  }
  const action = rows[0] ? permissionFor(rows[0], 'narrows') : 'flip.narrow_protected'
  if (!rows.some(({ toggle }) => may(actor, action, toggle.teamId))) {
    throw new Refused({ code: 'forbidden', action })
  }
  return { narrowings, unchanged, left }
}

function whyLeft(actor: Actor, row: StateRow, after: ToggleState): string | null {
  if (row.toggle.archived) return 'It is archived and lets nobody in.'
  const { offIsDangerous } = row.toggle
  const direction = directionOf(row.state, after, { offIsDangerous })
  if (direction === 'widens' || direction === 'both') {
    return 'Off is its dangerous side: taking people out is checked, on its own page.'
  }
  const action = permissionFor(row, direction)
  return may(actor, action, row.toggle.teamId)
    ? null
    : `It is another team's: narrowing it is for ${whoMay(action)} there.`
}

async function keysOf(tx: Db, { toggles, team }: NarrowTogether): Promise<readonly string[]> {
  if ((toggles === undefined) === (team === undefined)) throw invalid('toggles or team is named.')
  if (toggles !== undefined) return [...new Set(toggles)]
  const rows = await tx.toggle.findMany({
    where: { archived: false, team: { slug: team ?? '' } },
    orderBy: { key: 'asc' },
    select: { key: true },
  })
  if (rows.length > 0) return rows.map(({ key }) => key)
  throw new Refused({ code: 'not_found', what: 'team with toggles', key: team ?? '' })
}

function invalid(message: string): Refused {
  return new Refused({ code: 'invalid', errors: [{ path: 'toggles', message }] })
}
