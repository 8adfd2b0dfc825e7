import { addContact } from './edits/add-contact.ts'
import { addStage } from './edits/add-stage.ts'
import { addToggle } from './edits/add-toggle.ts'
import { answerPrompt } from './edits/answer-prompt.ts'
import { answerQuestion, answerStatement } from './edits/answer-staging.ts'
import { changeContact } from './edits/change-contact.ts'
import { changeStage } from './edits/change-stage.ts'
import { changeToggle } from './edits/change-toggle.ts'
import { isDone } from './edits/is-done.ts'
import { moveStage } from './edits/move-stage.ts'
import { removeContact } from './edits/remove-contact.ts'
import { removeStage } from './edits/remove-stage.ts'
import { removeToggle } from './edits/remove-toggle.ts'
import { setCheckIn } from './edits/set-check-in.ts'
import { setRollback } from './edits/set-rollback.ts'
import { applyChanges, type TextChange } from './edits/text-change.ts'
import { tickValidation } from './edits/tick-validation.ts'
import type { PlanEdit } from './plan-edit.ts'
import { type PlanText, planText } from './plan-text.ts'
import { readPlan } from './read-plan.ts'
import type { Reading } from './reading.ts'

/** The text with the edit made, what is read of it, and the stretches of the old text it touched. */
export type EditedPlan = { text: string; reading: Reading; changes: TextChange[] }

/**
 * Makes an edit in a plan's text, in the form in which the plan is written: a table stays a table,
 * a bold label a bold label; a missing part is put at its place. Every byte outside the changes
 * stays. Of the ways there are, the first is taken whose reading has the edit and everything else
 * as before (`before` is what is read of the text); null where there is none, so nothing is ever half done or put where it is not read.
 */
export function editPlan(
  text: string,
  edit: PlanEdit,
  before: Reading = readPlan(text),
): EditedPlan | null {
  const plan = planText(text)
  for (const changes of waysTo(plan, edit)) {
    if (changes.length === 0) continue
    const edited = applyChanges(text, changes)
    const reading = readPlan(edited)
    if (isDone(edit, before, reading)) return { text: edited, reading, changes }
  }
  return null
}

function waysTo(plan: PlanText, edit: PlanEdit): TextChange[][] {
  switch (edit.edit) {
    case 'answer_question':
      return answerQuestion(plan, edit.required)
    case 'answer_statement':
      return answerStatement(plan, edit.n, edit.answer)
    case 'answer_prompt':
      return answerPrompt(plan, edit.line, edit.answer)
    case 'add_toggle':
      return addToggle(plan, edit)
    case 'change_toggle':
      return changeToggle(plan, edit)
    case 'remove_toggle':
      return removeToggle(plan, edit.key)
    case 'add_stage':
      return addStage(plan, edit.after, edit)
    case 'change_stage':
      return changeStage(plan, edit.n, edit)
    case 'move_stage':
      return moveStage(plan, edit.n, edit.to)
    case 'remove_stage':
      return removeStage(plan, edit.n)
    case 'set_rollback':
      return setRollback(plan, edit.text)
    case 'add_contact':
      return addContact(plan, edit)
    case 'change_contact':
      return changeContact(plan, edit)
    case 'remove_contact':
      return removeContact(plan, edit.name, edit.line)
    case 'tick_validation':
      return tickValidation(plan, edit.line, edit.checked)
    case 'set_check_in':
      return setCheckIn(plan, edit.which, edit.text)
  }
}
