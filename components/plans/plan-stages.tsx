import type { Reading } from '../../domain/plan/reading.ts'
import type { ShownRollout } from '../rollout/rollout-shown.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'

interface PlanStagesProps {
  slug: string
  reading: Reading
  rollouts: readonly ShownRollout[]
}

/** The planned stages, left of the document; prose where the plan has none. */
export function PlanStages({ slug, reading, rollouts }: PlanStagesProps) {
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
          {stages.map(({ label, percentage, soak, line }, index) => (
            <li
              key={`${line}:${label}`}
              className="min-w-40 border-l-2 border-rule-strong py-2 pl-4 wrap-anywhere"
            >
              <span className="block font-semibold">
                {percentage === null ? 'No percentage' : `${percentage} %`}
              </span>
              <span className="block">{label}</span>
              {soak && <span className="block text-xs text-ink-soft">Soak: {soak}</span>}
              <StageStands n={index + 1} rollouts={rollouts} />
            </li>
          ))}
        </ol>
      )}
      <p className="pt-3">
        <TextLink href={`/plans/${slug}/stages`}>Where they are, and check-ins</TextLink>
      </p>
    </aside>
  )
}

const STANDS = {
  running: { status: 'go', word: 'Now' },
  paused: { status: 'waiting', word: 'Paused' },
  done: { status: 'neutral', word: 'Done' },
  rolled_back: { status: 'no-go', word: 'Rolled back' },
} as const

/** Where a stage stands, for each toggle that came to it; nothing before anything did. */
function StageStands({ n, rollouts }: { n: number; rollouts: readonly ShownRollout[] }) {
  return rollouts.map(({ environment, toggle, stages }) => {
    const state = stages.find((stage) => stage.n === n)?.state ?? 'ahead'
    if (state === 'ahead' || state === 'skipped') return null
    return (
      <span key={`${environment} ${toggle}`} className="block text-xs">
        <StatusMark status={STANDS[state].status}>{STANDS[state].word}</StatusMark>
        {rollouts.length > 1 && <span className="text-ink-soft"> {toggle}</span>}
      </span>
    )
  })
}
