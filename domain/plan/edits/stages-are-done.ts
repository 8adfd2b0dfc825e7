import type { PlanEdit } from '../plan-edit.ts'
import type { PlanStage, Reading } from '../reading.ts'
import { moved } from './move-stage.ts'

type StageEdit = Extract<
  PlanEdit,
  { edit: 'add_stage' | 'change_stage' | 'move_stage' | 'remove_stage' }
>

/** Whether a stage was added, changed, moved or removed, and every other one is as before. */
export function stagesAreDone(edit: StageEdit, before: Reading, after: Reading): boolean {
  const rest = (stages: PlanStage[], n: number) =>
    JSON.stringify(stages.toSpliced(n, 1).map(stageMeaning))
  if (edit.edit === 'remove_stage') {
    return rest(before.stages, edit.n) === JSON.stringify(after.stages.map(stageMeaning))
  }
  if (edit.edit === 'move_stage') {
    const order = moved(before.stages, edit.n, edit.to)
    // Where name and body disagree, the order decides which of the two counts.
    const disputed = before.findings.some(({ code }) => code === 'percentages_contradict')
    const meaning = (stage: PlanStage) =>
      disputed ? [stage.label, stage.soak, stage.dates] : stageMeaning(stage)
    const same = JSON.stringify(order.map(meaning)) === JSON.stringify(after.stages.map(meaning))
    return same && sortedKeys(before) === sortedKeys(after)
  }
  if (edit.edit === 'add_stage') {
    const at = Math.min(edit.after + 1, before.stages.length)
    const added = after.stages[at]
    const same = JSON.stringify(before.stages.map(stageMeaning)) === rest(after.stages, at)
    return same && added?.label === edit.label && added.percentage === edit.percentage
  }
  const [old, now] = [before.stages[edit.n], after.stages[edit.n]]
  if (!old || !now || rest(before.stages, edit.n) !== rest(after.stages, edit.n)) return false
  return (
    now.percentage === (edit.percentage ?? old.percentage) &&
    (edit.soak === undefined || (now.soak ?? '').includes(edit.soak)) &&
    (edit.dates === undefined || (now.dates ?? '') === edit.dates) &&
    (edit.label === undefined || now.label === edit.label || edit.percentage !== undefined)
  )
}

const sortedKeys = ({ toggles }: Reading) =>
  toggles
    .map(({ key }) => key)
    .sort()
    .join()

/** What a stage says, without the line it stands on. */
export const stageMeaning = ({ label, percentage, soak, dates }: PlanStage) => [
  label,
  percentage,
  soak,
  dates,
]
