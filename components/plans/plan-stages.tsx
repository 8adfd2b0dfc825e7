import type { Reading } from '../../domain/plan/reading.ts'

/** The planned stages, left of the document; prose where the plan has none. */
export function PlanStages({ reading }: { reading: Reading }) {
  const { stages, staged_rollout: staged } = reading
  return (
    <aside aria-label="Stages" className="text-sm lg:order-first lg:col-span-2 xl:col-span-1">
      <h2 className="mb-3 text-sm font-semibold">Stages</h2>
      {stages.length === 0 ? (
        <p className="text-ink-soft">
          {staged.required === false
            ? 'None: the plan answers that no staged rollout is needed.'
            : 'The plan lists none.'}
        </p>
      ) : (
        <ol className="flex flex-wrap gap-x-8 xl:flex-col">
          {stages.map(({ label, percentage, soak, line }) => (
            <li
              key={`${line}:${label}`}
              className="min-w-40 border-l-2 border-rule-strong py-2 pl-4 wrap-anywhere"
            >
              <span className="block font-semibold">
                {percentage === null ? 'No percentage' : `${percentage} %`}
              </span>
              <span className="block">{label}</span>
              {soak && <span className="block text-xs text-ink-soft">Soak: {soak}</span>}
            </li>
          ))}
        </ol>
      )}
    </aside>
  )
}
