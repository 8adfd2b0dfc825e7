import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import type { SectionName } from '../../domain/plan/section-name.ts'
import { sectionContents } from '../../domain/plan/sections.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { db } from '../db.ts'
import { planText, revisionText } from '../plans/plan-text.ts'
import { warmPlan } from '../plans/warm-plan.ts'
import { findRound, rosterOf } from './load-round.ts'

/** A section's text as it was signed and as it stands. */
export interface ChangedSection {
  readonly section: SectionName
  readonly before: string
  readonly after: string
}

/** What changed under a discipline's word since it was given. */
export interface ChangesSince {
  readonly discipline: Discipline
  /** The revision it was given on; null when it has said nothing. */
  readonly signed: number | null
  readonly revision: number
  /** The sections that make it stale. Before and after are alike where an edit was taken back. */
  readonly sections: readonly ChangedSection[]
}

/**
 * What changed since a discipline signed: the text of each section that makes its word stale, as it
 * was and as it is. None where its word is current.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findChangesSince(
  actor: Actor,
  { slug, id, discipline }: { slug: string; id: string; discipline: Discipline },
): Promise<ChangesSince> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  await warmPlan(slug)
  const texts = await db().$transaction(
    async (tx) => {
      const plan = await tx.plan.findUnique({ where: { slug }, select: { id: true } })
      if (!plan) throw new Refused({ code: 'not_found', what: 'release plan', key: slug })
      const round = await findRound(tx, plan.id, id)
      if (!round) throw new Refused({ code: 'not_found', what: 'roll call', key: id })
      const rows = await rosterOf(tx, round)
      const row = rows.find((one) => one.discipline === discipline)
      if (!row) {
        const what = 'discipline of this roll call'
        throw new Refused({ code: 'not_found', what, key: discipline })
      }
      const signed = row.sign_off?.revision ?? null
      const before = signed === null ? null : await revisionText(tx, plan.id, signed)
      const { text: after, revision } = await planText(tx, plan.id)
      return { signed, revision, stale: row.stale_sections, before: before?.text ?? '', after }
    },
    { isolationLevel: 'RepeatableRead' },
  )
  const { signed, revision, stale } = texts
  if (stale.length === 0) return { discipline, signed, revision, sections: [] }
  const before = sectionContents(texts.before)
  const after = sectionContents(texts.after)
  const sections = stale.map((section) => ({
    section,
    before: before[section].source,
    after: after[section].source,
  }))
  return { discipline, signed, revision, sections }
}
