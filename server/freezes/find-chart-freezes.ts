import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type FreezeVersion, pastWindows } from '../../domain/rollout/freeze-past.ts'
import { type Db, db } from '../db.ts'
import { type Act, actsOf } from '../record/acts-of.ts'
import { NO_TERMS, termsImage, timesOfImages, windowImage } from './freeze-images.ts'

/** A stretch of a freeze as a chart shades it; ISO 8601. */
export interface ChartFreeze {
  readonly from: string
  readonly until: string
  readonly reason: string
}

/** Which toggles a chart is of, and the time that it shows. */
export interface ChartFrame {
  readonly environment: string
  /** The slug of the toggle's team. */
  readonly team: string
  readonly from: Date
  readonly until: Date
}

const FREEZES_READ = 200
const STRETCHES_SHOWN = 200

/**
 * When freezes really stood over a team's toggles in an environment, as the log tells it: those that
 * came again and again with each of their windows, those that were lifted until they were. Of the
 * newest 200 freezes the newest 200 stretches, in their order.
 *
 * @throws Refused `forbidden`.
 */
export async function findChartFreezes(actor: Actor, frame: ChartFrame): Promise<ChartFreeze[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const tx = db()
  const rows = await tx.freezeWindow.findMany({
    where: { startsAt: { lt: frame.until } },
    orderBy: { startsAt: 'desc' },
    take: FREEZES_READ,
    select: { id: true, reason: true, terms: { select: { id: true } } },
  })
  if (rows.length === 0) return []
  const { id: teamId } = await tx.team.findUniqueOrThrow({ where: { slug: frame.team } })
  const windows = await everyAct(tx, 'freeze_window', rows)
  const terms = await everyAct(
    tx,
    'freeze_terms',
    rows.flatMap((row) => row.terms ?? []),
  )
  return rows
    .flatMap((row) => {
      const own = windows.get(row.id) ?? []
      const itsTerms = row.terms ? (terms.get(row.terms.id) ?? []) : []
      const versions = versionsOf(own, itsTerms, frame.environment, teamId)
      return pastWindows(versions, frame.from, frame.until).map(({ startsAt, endsAt }) => ({
        from: startsAt.toISOString(),
        until: endsAt.toISOString(),
        reason: row.reason,
      }))
    })
    .sort((one, other) => one.from.localeCompare(other.from))
    .slice(-STRETCHES_SHOWN)
}

function everyAct(
  tx: Db,
  entity: 'freeze_window' | 'freeze_terms',
  rows: readonly { readonly id: string }[],
) {
  const ids = rows.map(({ id }) => id)
  return actsOf(tx, entity, ids, Number.MAX_SAFE_INTEGER)
}

/** A freeze after each entry that set, changed or lifted it. */
function versionsOf(
  windows: readonly Act[],
  terms: readonly Act[],
  environment: string,
  teamId: string,
): FreezeVersion[] {
  return windows.map(({ told, after }) => {
    const window = windowImage.parse(after)
    const known = terms.findLast((act) => act.told.seq <= told.seq)
    const { team_id, ...term } = known ? termsImage.parse(known.after) : NO_TERMS
    const isHere = window.environments.length === 0 || window.environments.includes(environment)
    return {
      since: new Date(told.at),
      times: timesOfImages(window, term),
      stood: !window.lifted && isHere && (team_id === null || team_id === teamId),
    }
  })
}
