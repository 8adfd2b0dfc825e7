import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import type { Told } from '../../domain/record/told.ts'
import { windowsBetween } from '../../domain/rollout/freeze.ts'
import { recurrenceWords } from '../../domain/rollout/freeze-words.ts'
import type { Db } from '../db.ts'
import { NO_TERMS, termsImage, timesOfImages, windowImage } from '../freezes/freeze-images.ts'
import { type Act, actsOf } from './acts-of.ts'

const FREEZES_SHOWN = 100

/** The freezes with a window in a span of time, as the log told them up to an entry. */
export async function recordFreezes(
  tx: Db,
  { from, to, upTo }: { readonly from: Date; readonly to: Date; readonly upTo: number },
): Promise<ReleaseRecord['freezes']> {
  const rows = await tx.freezeWindow.findMany({
    select: { id: true, reason: true, terms: { select: { id: true } } },
  })
  const ids = rows.map(({ id }) => id)
  const termsIds = rows.flatMap(({ terms }) => terms?.id ?? [])
  const acts = await actsOf(tx, 'freeze_window', ids, upTo)
  const termsActs = await actsOf(tx, 'freeze_terms', termsIds, upTo)
  const teams = await tx.team.findMany({ select: { id: true, slug: true } })
  const slugs = new Map(teams.map(({ id, slug }) => [id, slug]))
  const there = rows.flatMap(({ id, reason, terms }) => {
    const its = acts.get(id) ?? []
    const newest = its.at(-1)
    if (!newest) return []
    const window = windowImage.parse(newest.after)
    const kept = terms && termsActs.get(terms.id)?.at(-1)
    const { team_id, ...term } = kept ? termsImage.parse(kept.after) : NO_TERMS
    const times = timesOfImages(window, term)
    if (windowsBetween(times, from, to).length === 0) return []
    return {
      id,
      starts_at: window.starts_at.toISOString(),
      ends_at: window.ends_at.toISOString(),
      recurrence: recurrenceWords(times),
      environments: window.environments,
      team: team_id === null ? null : (slugs.get(team_id) ?? null),
      override_allowed: term.override_allowed,
      reason: its.findLast(({ texts }) => texts.reason)?.texts.reason ?? reason,
      set: newestOf(its, 'freeze.set'),
      changed: newestOf(its, 'freeze.changed'),
      lifted: newestOf(its, 'freeze.lifted'),
    }
  })
  there.sort(
    (one, other) => one.starts_at.localeCompare(other.starts_at) || one.id.localeCompare(other.id),
  )
  return { total: there.length, shown: there.slice(-FREEZES_SHOWN) }
}

function newestOf(acts: readonly Act[], type: string): Told | null {
  return acts.findLast((act) => act.type === type)?.told ?? null
}
