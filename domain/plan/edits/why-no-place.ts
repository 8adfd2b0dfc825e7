import type { PlanEdit } from '../plan-edit.ts'
import type { Reading } from '../reading.ts'

/** Why an edit found no place in a plan, as a sentence that goes on from the field's name. */
export function whyNoPlace(edit: PlanEdit, { stages, toggles, contacts }: Reading): string {
  const byHand = 'Edit the Markdown instead.'
  switch (edit.edit) {
    case 'answer_question':
    case 'answer_statement':
      return `finds no place where the answer would be read so. ${byHand}`
    case 'answer_prompt':
      return `finds no unanswered prompt on line ${edit.line}, or the answer would not be read as one.`
    case 'add_toggle':
      return toggles.some(({ key }) => key === edit.key)
        ? `finds ${edit.key} named already.`
        : `finds no place where ${edit.key} would be read as a toggle. ${byHand}`
    case 'change_toggle':
    case 'remove_toggle':
      return toggles.some(({ key }) => key === edit.key)
        ? `cannot be done alone: ${edit.key} stands in prose, which is yours to word. ${byHand}`
        : `finds no toggle ${edit.key} in the plan.`
    case 'add_stage':
      return `finds no place where this stage would be read as one: name it like the others, with the share that you give it. ${byHand}`
    case 'change_stage':
    case 'move_stage':
    case 'remove_stage':
      return stages[edit.n]
        ? `cannot be done without another part of the plan reading differently. ${byHand}`
        : `finds no stage ${edit.n}: the plan has ${stages.length}, counted from 0.`
    case 'set_rollback':
      return `would not be read as these words, or would change another part of the plan. ${byHand}`
    case 'add_contact':
      return `finds no place where ${edit.name} would be read as a contact: give a first and a last name.`
    case 'change_contact':
    case 'remove_contact':
      return contacts.some(({ name, line }) => name === edit.name && line === edit.line)
        ? `cannot be done without another contact reading differently. ${byHand}`
        : `finds no contact ${edit.name} on line ${edit.line}.`
    case 'tick_validation':
      return `finds no validation prompt on line ${edit.line}.`
    case 'set_check_in':
      return `would not be read as results of this check-in, or would change another part of the plan. ${byHand}`
  }
}
