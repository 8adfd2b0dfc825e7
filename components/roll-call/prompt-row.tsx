'use client'

import { type FormEvent, useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedField } from '../privacy/logged-field.tsx'
import { Button } from '../ui/button.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import type { ShownPrompt } from './shown-round.ts'
import { useTheMeeting } from './the-meeting.ts'

const ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not_applicable', label: 'Not applicable' },
]

/** One prompt: its owner, its answer, the note, and what the plan's own sheet says to it. */
export function PromptRow({ prompt }: { prompt: ShownPrompt }) {
  const { slug, meeting, you, isOpen } = useTheMeeting()
  const { n, text, owner, note, in_document: sheet } = prompt
  const { pending, problem, act } = useAct<string>()
  const [draft, setDraft] = useState<string | null>(null)
  const answer = pending ?? prompt.answer
  const path = `/release-plans/${encodeURIComponent(slug)}/roll-calls/${meeting.round.id}/prompts/${n}`
  const written = (draft ?? note ?? '').trim()

  const give = (value: string) =>
    act(value, async () => {
      await callApi('PUT', path, { body: { answer: value, note: written === '' ? null : written } })
      setDraft(null)
    })

  function saveNote(event: FormEvent) {
    event.preventDefault()
    if (answer !== null) void give(answer)
  }

  return (
    <li
      id={`prompt-${n}`}
      className="grid gap-x-8 gap-y-2 border-b border-rule py-3 text-sm md:grid-cols-[minmax(0,1fr)_auto]"
    >
      <div className="max-w-reading">
        <p>
          {n}. {text}
        </p>
        <p className="text-xs text-ink-soft">
          {owner ?? 'No owner named'}
          {sheet?.answer && `. The sheet says ${sheet.answer.replaceAll('_', ' ')}`}
          {sheet?.note && `: ${sheet.note}`}
        </p>
        {note && !(isOpen && you.answer) && (
          <p className="mt-1 border-l-2 border-rule-strong pl-3">{note}</p>
        )}
      </div>
      {isOpen && you.answer ? (
        <div className="flex flex-col gap-2">
          {problem && <ApiProblemNote problem={problem} />}
          <SegmentedControl
            name={`prompt-${n}`}
            label={`Answer to prompt ${n}`}
            labelHidden
            options={ANSWERS}
            value={answer ?? ''}
            onChange={give}
          />
          <form onSubmit={saveNote} className="flex items-end gap-2">
            <LoggedField
              label={`Note on prompt ${n}`}
              labelHidden
              placeholder="Note"
              value={draft ?? note ?? ''}
              onChange={(event) => setDraft(event.currentTarget.value)}
            />
            {draft !== null && draft.trim() !== (note ?? '') && (
              <Button
                type="submit"
                size="small"
                reason={answer === null ? 'Answer first.' : null}
                pending={pending !== null}
              >
                Keep the note
              </Button>
            )}
          </form>
        </div>
      ) : (
        <span className="font-semibold">
          {ANSWERS.find(({ value }) => value === prompt.answer)?.label ?? 'Not answered'}
        </span>
      )}
    </li>
  )
}
