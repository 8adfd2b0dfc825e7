import type { HeadingKind } from '../heading-kind.ts'
import type { Section } from '../outline.ts'
import type { PlanText } from '../plan-text.ts'
import { everything } from './everything.ts'
import { lineEndOf, lineStart, lineStop } from './source-place.ts'
import type { TextChange } from './text-change.ts'

/** The parts of a plan in the template's order. */
const order: HeadingKind[] = [
  'guidance',
  'overview',
  'toggles',
  'validation',
  'production',
  'staged_question',
  'exceptions',
  'rollback',
  'contacts',
  'uat',
  'rollout',
  'stage',
  'go_live',
  'post_launch',
  'one_week',
  'one_month',
  'questions',
]

/** Which chapter of the template a part belongs to, where the plan has that chapter. */
const chapterOf: Partial<Record<HeadingKind, HeadingKind>> = {
  staged_question: 'production',
  rollback: 'production',
  uat: 'production',
  rollout: 'production',
  one_week: 'post_launch',
  one_month: 'post_launch',
}

const blankAtEnd = /(?:\r\n|\n|\r(?!\n)){2}$/

/**
 * Puts a missing part at its place in the template's order: before the first part that comes later
 * there, else at the end. `lines` begin with the heading, its marks left out.
 */
export function placeSection(
  plan: PlanText,
  kind: HeadingKind,
  level: number,
  lines: readonly string[],
): TextChange {
  const inside = inChapter(plan, kind, lines)
  if (inside) return inside
  const end = lineEndOf(plan.source)
  const after = order.slice(order.indexOf(kind) + 1)
  const later = plan.sections.filter(
    (one) =>
      one.heading?.kind === 'heading' && !one.isTitle && one.kind && after.includes(one.kind),
  )
  // A chapter rather than a part of one, so that nothing lands in the middle of another chapter.
  const top = later.reduce((least, one) => Math.min(least, one.level), 6)
  const next = later.find((one) => one.level === top)
  const text = (marks: number) =>
    [`${'#'.repeat(marks)} ${lines[0] ?? ''}`, ...lines.slice(1)].join(end)
  if (next?.heading) {
    const at = lineStart(plan.source, next.heading.from)
    return { from: at, to: at, text: text(Math.min(level, next.level)) + end + end }
  }
  const at = plan.source.length
  const gap = plan.source === '' || blankAtEnd.test(plan.source) ? '' : end
  const apart = /[\r\n]$/.test(plan.source) || plan.source === '' ? gap : end + end
  return { from: at, to: at, text: apart + text(level) + end }
}

/** In its chapter: before the first part of it that comes later in the template, else at its end. */
function inChapter(plan: PlanText, kind: HeadingKind, lines: readonly string[]): TextChange | null {
  const parent = chapterOf[kind]
  const chapter = plan.sections.find((one) => one.kind === parent && one.heading && !one.isTitle)
  if (!parent || chapter?.heading?.kind !== 'heading' || chapter.level > 5) return null
  const end = lineEndOf(plan.source)
  const after = order.slice(order.indexOf(kind) + 1)
  const next = chapter.children.find((one) => one.kind && after.includes(one.kind))
  const text = (level: number) =>
    [`${'#'.repeat(level)} ${lines[0] ?? ''}`, ...lines.slice(1)].join(end)
  if (next?.heading?.kind === 'heading') {
    const at = lineStart(plan.source, next.heading.from)
    return { from: at, to: at, text: text(next.level) + end + end }
  }
  const last = everything(chapter).findLast((block) => block.kind !== 'rule') ?? chapter.heading
  const at = lineStop(plan.source, last.to)
  return { from: at, to: at, text: end + end + text(chapter.level + 1) }
}

/** Lines put at the end of a section's own words, before its first sub-heading, a blank line apart. */
export function endOfSection(
  plan: PlanText,
  section: Section,
  lines: readonly string[],
): TextChange {
  const end = lineEndOf(plan.source)
  const last = section.blocks.findLast((block) => block.kind !== 'rule') ?? section.heading
  const at = lineStop(plan.source, last?.to ?? 0)
  return { from: at, to: at, text: end + lines.map((line) => end + line).join('') }
}
