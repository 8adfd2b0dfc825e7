import type { Reading } from '../../domain/plan/reading.ts'

/** The three statements that decide whether staging is needed. */
export const STATEMENTS = [
  'Adds no substantial new functionality',
  'Does not change how people move through tasks',
  'Does not change traffic to backend services',
] as const

function word(answer: boolean | null): string {
  if (answer === null) return 'Not answered'
  return answer ? 'Yes' : 'No'
}

export function StagedRolloutRead({ staged }: { staged: Reading['staged_rollout'] }) {
  const { required, answers } = staged
  return (
    <>
      <p className="mb-2">
        {required === null && 'The plan does not answer whether a staged rollout is needed.'}
        {required === true && 'A staged rollout is needed.'}
        {required === false && 'No staged rollout is needed.'}
      </p>
      <dl>
        {STATEMENTS.map((statement, index) => (
          <div key={statement} className="flex justify-between gap-6 border-b border-rule py-1.5">
            <dt>{statement}</dt>
            <dd
              className={
                answers[index] === null ? 'shrink-0 text-ink-soft' : 'shrink-0 font-semibold'
              }
            >
              {word(answers[index] ?? null)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
