import { keyWords } from '../flag-key.ts'
import { plainText, wordsOf } from '../inline-text.ts'
import type { PlanEdit } from '../plan-edit.ts'
import type { Reading } from '../reading.ts'
import { stageMeaning, stagesAreDone } from './stages-are-done.ts'

/** What an edit must leave as it was, by name of the part. */
type Part =
  | 'title'
  | 'toggles'
  | 'stages'
  | 'staged_rollout'
  | 'rollback'
  | 'contacts'
  | 'validation'
  | 'check_ins'

const touched: Record<PlanEdit['edit'], Part[]> = {
  answer_question: ['staged_rollout'],
  answer_statement: ['staged_rollout'],
  answer_prompt: ['toggles', 'stages', 'staged_rollout', 'rollback', 'contacts', 'check_ins'],
  add_toggle: ['toggles'],
  // A stage may be named for the toggle that it turns on.
  change_toggle: ['toggles', 'stages', 'rollback', 'validation'],
  remove_toggle: ['toggles'],
  // A plan without stages of its own may refuse staging in passing; with them that says nothing.
  add_stage: ['stages', 'staged_rollout'],
  change_stage: ['stages', 'staged_rollout'],
  // The order of toggles that stages mention goes with the stages.
  move_stage: ['stages', 'staged_rollout', 'toggles'],
  remove_stage: ['stages', 'staged_rollout'],
  // What the words name comes and goes with them.
  set_rollback: ['rollback', 'toggles'],
  add_contact: ['contacts'],
  change_contact: ['contacts'],
  remove_contact: ['contacts'],
  tick_validation: ['validation'],
  set_check_in: ['check_ins', 'toggles'],
}

/** Whether the reading of the edited text has the edit, and every other part as before. */
export function isDone(edit: PlanEdit, before: Reading, after: Reading): boolean {
  const parts = Object.entries(meanings(after))
  const old = new Map(Object.entries(meanings(before)))
  const mine = new Set<string>(touched[edit.edit])
  const kept = parts.every(([part, meaning]) => mine.has(part) || old.get(part) === meaning)
  return kept && has(edit, before, after)
}

/** Each part of a reading as text, without lines: they move. */
function meanings(reading: Reading): Record<Part, string> {
  const { toggles, stages, staged_rollout, contacts, validation } = reading
  return {
    title: `${reading.kind} ${reading.title}`,
    toggles: JSON.stringify(toggles.map(({ key }) => key)),
    stages: JSON.stringify(stages.map(stageMeaning)),
    staged_rollout: JSON.stringify([staged_rollout.required, staged_rollout.answers]),
    rollback: JSON.stringify(reading.rollback?.text),
    contacts: JSON.stringify(contacts.map(({ name, role, tier }) => [name, role, tier])),
    validation: JSON.stringify(validation.map(({ prompt, checked }) => [prompt, checked])),
    check_ins: JSON.stringify(reading.check_ins),
  }
}

function has(edit: PlanEdit, before: Reading, after: Reading): boolean {
  switch (edit.edit) {
    case 'answer_question':
      return after.staged_rollout.required === edit.required
    case 'answer_statement':
      return after.staged_rollout.answers.every(
        (answer, n) => answer === (n === edit.n ? edit.answer : before.staged_rollout.answers[n]),
      )
    case 'answer_prompt':
      return (
        after.unanswered === before.unanswered - 1 &&
        waitingOn(after, edit.line) === waitingOn(before, edit.line) - 1
      )
    case 'add_toggle':
      return (
        keys(after).join() === [...new Set([...keys(before), edit.key])].join() ||
        isAdded(before, after, edit.key)
      )
    case 'change_toggle':
      return toggleIsChanged(edit, before, after)
    case 'remove_toggle':
      return (
        keys(after).join() ===
        keys(before)
          .filter((key) => keyWords(key) !== keyWords(edit.key))
          .join()
      )
    case 'add_stage':
    case 'change_stage':
    case 'move_stage':
    case 'remove_stage':
      return stagesAreDone(edit, before, after)
    case 'set_rollback':
      return sameWords(after.rollback?.text ?? '', edit.text)
    case 'add_contact':
    case 'change_contact':
    case 'remove_contact':
      return contactsAreDone(edit, before, after)
    case 'tick_validation':
      return after.validation.every(({ checked, line }, index) =>
        line === edit.line
          ? checked === edit.checked
          : checked === before.validation[index]?.checked,
      )
    case 'set_check_in':
      return checkInIsDone(edit.which, before, after)
  }
}

const waitingOn = (reading: Reading, line: number) =>
  reading.unanswered_items.filter((item) => item.line === line).length

const keys = (reading: Reading) => reading.toggles.map(({ key }) => key)

function isAdded(before: Reading, after: Reading, key: string): boolean {
  return (
    keys(after).includes(key) &&
    keys(after).length === keys(before).length + 1 &&
    keys(before).every((one) => keys(after).includes(one))
  )
}

type ToggleChange = Extract<PlanEdit, { edit: 'change_toggle' }>

/** In its place among the others stands the new key, with the description that was asked for. */
function toggleIsChanged(edit: ToggleChange, before: Reading, after: Reading): boolean {
  const at = before.toggles.findIndex(({ key }) => keyWords(key) === keyWords(edit.key))
  const [old, now] = [before.toggles[at], after.toggles[at]]
  if (!old || !now || after.stages.length !== before.stages.length) return false
  const expected = keys(before).with(at, edit.to ?? old.key)
  return (
    keys(after).join() === expected.join() &&
    (edit.description === undefined || now.description === edit.description)
  )
}

type ContactEdit = Extract<PlanEdit, { edit: 'add_contact' | 'change_contact' | 'remove_contact' }>

function contactsAreDone(edit: ContactEdit, before: Reading, after: Reading): boolean {
  const told = (reading: Reading) =>
    reading.contacts.map(({ name, role, tier }) => `${name}|${role}|${tier}`)
  const [old, now] = [told(before), told(after)]
  if (edit.edit === 'add_contact') {
    const added = `${edit.name}|${edit.role}|${edit.tier}`
    return (
      now.length === old.length + 1 && now.includes(added) && old.every((one) => now.includes(one))
    )
  }
  const gone = before.contacts.findIndex(
    ({ name, line }) => name === edit.name && line === edit.line,
  )
  const one = before.contacts[gone]
  if (!one) return false
  const instead =
    edit.edit === 'remove_contact'
      ? []
      : [`${edit.to ?? one.name}|${edit.role ?? one.role}|${one.tier}`]
  return JSON.stringify(old.toSpliced(gone, 1, ...instead)) === JSON.stringify(now)
}

function checkInIsDone(which: 'one_week' | 'one_month', before: Reading, after: Reading): boolean {
  const other = which === 'one_week' ? 'one_month' : 'one_week'
  return after.check_ins[which] === 'answered' && after.check_ins[other] === before.check_ins[other]
}

const sameWords = (a: string, b: string) =>
  wordsOf(plainText(a))
    .filter((word) => !/^\d$/.test(word))
    .join(' ') ===
  wordsOf(plainText(b))
    .filter((word) => !/^\d$/.test(word))
    .join(' ')
