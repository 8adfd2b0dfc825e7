'use client'

import { PromptRow } from './prompt-row.tsx'
import { useTheMeeting } from './the-meeting.ts'

/** The prompts of the plan's go/no-go sheet, worked through; a launch asks for an answer to each. */
export function PromptList() {
  const { meeting } = useTheMeeting()
  const { prompts } = meeting.round
  if (prompts.length === 0) return null
  const answered = prompts.filter(({ answer }) => answer !== null).length
  return (
    <section id="prompts" className="mt-10" aria-labelledby="prompts-title">
      <h2 id="prompts-title" tabIndex={-1} className="mb-2 text-lg font-semibold">
        Prompts{' '}
        <span className="font-normal text-ink-soft tabular-nums">
          {answered} of {prompts.length} answered
        </span>
      </h2>
      <ol className="border-t border-rule-strong">
        {prompts.map((prompt) => (
          <PromptRow key={prompt.n} prompt={prompt} />
        ))}
      </ol>
    </section>
  )
}
