import { editPlan } from './edit-plan.ts'
import { joinedChanges } from './edits/joined-changes.ts'
import type { TextChange } from './edits/text-change.ts'
import { whyNoPlace } from './edits/why-no-place.ts'
import type { PlanEdit } from './plan-edit.ts'
import { readPlan } from './read-plan.ts'
import type { Reading } from './reading.ts'

/** A text after all edits, or the first edit that found no place, with why. */
export type EditedInTurn =
  | { done: true; text: string; reading: Reading; changes: TextChange[] }
  | { done: false; at: number; why: string }

/**
 * Makes several edits one after another, all or none: each in the text that the ones before left,
 * so lines and stages are counted there. The changes are of the first text.
 */
export function editInTurn(text: string, edits: readonly PlanEdit[]): EditedInTurn {
  let now = { text, reading: readPlan(text) }
  const turns: TextChange[][] = []
  for (const [at, edit] of edits.entries()) {
    const edited = editPlan(now.text, edit, now.reading)
    if (!edited) return { done: false, at, why: whyNoPlace(edit, now.reading) }
    turns.push(edited.changes)
    now = edited
  }
  return { done: true, ...now, changes: joinedChanges(text.length, turns) }
}
