import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { type FreezeTimes, freezeFaults, type Recurrence } from '../../domain/rollout/freeze.ts'
import { readRule } from '../../domain/rollout/freeze-rule.ts'
import type { Db } from '../db.ts'

/** What a freeze takes: when, why and where; no environments means all of them, no team every team. */
export interface SetFreeze {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly reason: string
  readonly environments: readonly string[]
  /** The slug of the team over whose toggles alone it stands. */
  readonly team?: string | null | undefined
  readonly recurrence?: Recurrence | null | undefined
  /** Whether an override may pass it; it may when nothing is said. */
  readonly overrideAllowed?: boolean | undefined
}

/** A freeze as it is written. */
export interface FreezeToWrite extends FreezeTimes {
  readonly reason: string
  readonly environments: string[]
  readonly team: { readonly id: string; readonly slug: string } | null
  readonly overrideAllowed: boolean
}

/**
 * Reads what a freeze is to be, and whether this actor may set it over that team.
 *
 * @throws Refused `forbidden`; `invalid` for its times, an unknown environment or team.
 */
export async function readFreeze(tx: Db, actor: Actor, input: SetFreeze): Promise<FreezeToWrite> {
  const { startsAt, endsAt, reason } = input
  const team = await teamOf(tx, input.team ?? null)
  if (!may(actor, 'freeze.set', team?.id)) {
    throw new Refused({ code: 'forbidden', action: 'freeze.set' })
  }
  const times = { startsAt, endsAt, recurrence: input.recurrence ?? null }
  const errors = freezeFaults(times)
  if (errors.length > 0) throw new Refused({ code: 'invalid', errors })
  const environments = [...new Set(input.environments)].sort()
  const known = await tx.environment.findMany({ select: { key: true } })
  const unknown = environments.find((key) => !known.some((one) => one.key === key))
  if (unknown !== undefined) throw invalid('environments', `There is no environment "${unknown}".`)
  const recurrence = times.recurrence && {
    ...times.recurrence,
    rule: oneSpelling(times.recurrence),
  }
  const overrideAllowed = input.overrideAllowed ?? true
  return { startsAt, endsAt, recurrence, reason, environments, team, overrideAllowed }
}

/** What an entry says of a freeze, besides its reason. */
export function freezeData({ startsAt, endsAt, ...freeze }: FreezeToWrite) {
  return {
    starts_at: startsAt.toISOString(),
    ends_at: endsAt.toISOString(),
    environments: freeze.environments,
    team: freeze.team?.slug ?? null,
    rule: freeze.recurrence?.rule ?? null,
    time_zone: freeze.recurrence?.timeZone ?? null,
    override_allowed: freeze.overrideAllowed,
  }
}

async function teamOf(tx: Db, slug: string | null): Promise<FreezeToWrite['team']> {
  if (slug === null) return null
  const team = await tx.team.findUnique({ where: { slug }, select: { id: true, slug: true } })
  if (!team) throw invalid('team', `There is no team "${slug}".`)
  return team
}

function oneSpelling({ rule }: Recurrence): string {
  const read = readRule(rule)
  return 'rule' in read ? read.rule : rule
}

function invalid(path: string, message: string): Refused {
  return new Refused({ code: 'invalid', errors: [{ path, message }] })
}
