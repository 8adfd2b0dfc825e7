import type { PlanEdit } from '../../../domain/plan/plan-edit.ts'
import type { PlanStage } from '../../../domain/plan/reading.ts'
import type { Drafted } from './drafted.ts'

/** A stage as a form holds it. */
export interface StageDraft {
  readonly id: number
  /** Its place in the plan, from 0; null for one that is new. */
  readonly from: number | null
  readonly label: string
  readonly share: string
  readonly soak: string
  readonly dates: string
}

export function stageDrafts(stages: readonly PlanStage[]): StageDraft[] {
  return stages.map(({ label, percentage, soak, dates }, from) => ({
    id: from,
    from,
    label,
    share: percentage === null ? '' : String(percentage),
    soak: soak ?? '',
    dates: dates ?? '',
  }))
}

/** The edits that make a plan's stages those of the form: out, changed, moved, and then the new ones. */
export function stageEdits(before: readonly PlanStage[], drafts: readonly StageDraft[]): Drafted {
  const kept = before.map((_, n) => n).filter((n) => drafts.some(({ from }) => from === n))
  const gone = before.map((_, n) => n).filter((n) => !kept.includes(n))
  const edits: PlanEdit[] = gone.reverse().map((n) => ({ edit: 'remove_stage', n }))
  for (const draft of drafts) {
    const missing = missingOf(draft, draft.from === null ? undefined : before[draft.from])
    if (missing) return { edits: [], missing }
    edits.push(...changes(draft, before, kept))
  }
  const order = drafts.flatMap(({ from }) => from ?? [])
  let now = kept
  for (const [to, stage] of order.entries()) {
    const n = now.indexOf(stage)
    if (n === to) continue
    edits.push({ edit: 'move_stage', n, to })
    now = now.toSpliced(n, 1).toSpliced(to, 0, stage)
  }
  for (const [place, draft] of drafts.entries()) {
    if (draft.from === null) edits.push({ edit: 'add_stage', after: place - 1, ...valuesOf(draft) })
  }
  return { edits, missing: null }
}

function valuesOf({ label, share, soak, dates }: StageDraft) {
  return {
    label: label.trim(),
    percentage: shareOf(share),
    soak: soak.trim() || null,
    dates: dates.trim() || null,
  }
}

function changes(
  draft: StageDraft,
  before: readonly PlanStage[],
  kept: readonly number[],
): PlanEdit[] {
  const old = draft.from === null ? undefined : before[draft.from]
  if (!old || draft.from === null) return []
  const { label, percentage, soak, dates } = valuesOf(draft)
  const changed = {
    ...(label !== old.label && { label }),
    ...(percentage !== null && percentage !== old.percentage && { percentage }),
    ...(soak !== null && soak !== old.soak && { soak }),
    ...(dates !== null && dates !== old.dates && { dates }),
  }
  if (Object.keys(changed).length === 0) return []
  return [{ edit: 'change_stage', n: kept.indexOf(draft.from), ...changed }]
}

function missingOf(draft: StageDraft, old: PlanStage | undefined): string | null {
  const { label, percentage, soak, dates } = valuesOf(draft)
  if (label === '') return 'Name every stage.'
  if (draft.share.trim() !== '' && percentage === null) {
    return `The share of “${label}” is a percentage from 0 to 100.`
  }
  const emptied =
    old &&
    ((old.percentage !== null && percentage === null) ||
      (old.soak !== null && soak === null) ||
      (old.dates !== null && dates === null))
  return emptied
    ? `What “${label}” says can be changed here. To take it out altogether, edit the Markdown.`
    : null
}

/** A share as it is written, "25", "25 %" or "0,5"; null for anything else. */
export function shareOf(words: string): number | null {
  const number = /^(\d{1,3}(?:[.,]\d{1,3})?) ?%?$/.exec(words.trim())?.[1]?.replace(',', '.')
  return number !== undefined && Number(number) <= 100 ? Number(number) : null
}
