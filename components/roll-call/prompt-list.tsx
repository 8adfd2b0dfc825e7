'use client'

import { useRouter } from 'next/navigation'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import type { ShownPrompt } from './shown-round.ts'

interface PromptListProps {
  slug: string
  round: { readonly id: string; readonly prompts: readonly ShownPrompt[] }
  canAnswer: boolean
}

const ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not_applicable', label: 'Not applicable' },
]

/** The prompts of the plan's go/no-go sheet; a launch asks for an answer to each. */
export function PromptList({ slug, round, canAnswer }: PromptListProps) {
  const router = useRouter()
  const { problem, act } = useAct<number>()

  const answer = (n: number, value: string) =>
    act(n, async () => {
      const path = `/release-plans/${slug}/roll-calls/${round.id}/prompts/${n}`
      await callApi('PUT', path, { body: { answer: value } })
      router.refresh()
    })

  return (
    <section className="mt-10" aria-label="Prompts">
      <h2 className="mb-2 text-lg font-semibold">Prompts</h2>
      {problem && <ApiProblemNote problem={problem} />}
      <ol className="border-t border-rule-strong">
        {round.prompts.map(({ n, text, owner, answer: given, note }) => (
          <li
            key={n}
            className="grid gap-x-8 gap-y-2 border-b border-rule py-3 text-sm md:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div className="max-w-reading">
              <p>
                {n}. {text}
              </p>
              <p className="text-xs text-ink-soft">
                {owner ?? 'No owner named'}
                {note && `: ${note}`}
              </p>
            </div>
            {canAnswer ? (
              <SegmentedControl
                name={`prompt-${n}`}
                label={`Answer to prompt ${n}`}
                labelHidden
                options={ANSWERS}
                value={given ?? ''}
                onChange={(value) => answer(n, value)}
              />
            ) : (
              <span className="font-semibold">
                {ANSWERS.find(({ value }) => value === given)?.label ?? 'Not answered'}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
