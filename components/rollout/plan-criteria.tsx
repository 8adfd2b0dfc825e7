import { criterionKey, criterionWords } from '../../domain/rollout/criterion.ts'
import type { ShownCriterion, ShownStage } from './rollout-shown.ts'

interface PlanCriteriaProps {
  stage: Pick<ShownStage, 'label' | 'criteria'>
  /** What the results name; null before there are any. */
  named: readonly Pick<ShownCriterion, 'name'>[] | null
}

/** What the plan wants to see of a stage: figures as criteria, anything else for a person to judge. */
export function PlanCriteria({ stage, named }: PlanCriteriaProps) {
  const known = new Set(named?.map(({ name }) => criterionKey(name)))
  const open = stage.criteria.filter(
    ({ criterion }) => criterion === null || !known.has(criterionKey(criterion.name)),
  )
  if (open.length === 0) return null
  return (
    <div className="text-sm">
      <p className="text-ink-soft">
        {named === null ? 'The plan wants to see' : 'The plan also wants to see'}
      </p>
      <ul aria-label={`What the plan wants of ${stage.label}`} className="border-t border-rule">
        {open.map(({ text, criterion }) => (
          <li
            key={text}
            className="flex flex-wrap justify-between gap-x-6 border-b border-rule py-1.5 tabular-nums"
          >
            <span className="min-w-0 wrap-anywhere">
              {criterion ? criterion.name : `“${text}”`}
            </span>
            <span className={criterion ? 'font-semibold' : 'text-ink-soft'}>
              {criterion ? criterionWords(criterion) : 'for a person to judge'}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
