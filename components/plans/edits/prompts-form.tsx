'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import type { Reading } from '../../../domain/plan/reading.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Drafted } from './drafted.ts'
import { promptEdits } from './prompt-edits.ts'

interface PromptsFormProps {
  items: Reading['unanswered_items']
  onDraft: (drafted: Drafted) => void
}

/** From one unanswered prompt to the next; Enter goes on, and all answers are saved together. */
export function PromptsForm({ items, onDraft }: PromptsFormProps) {
  const [at, setAt] = useState(0)
  const [answers, setAnswers] = useState<ReadonlyMap<number, string>>(new Map())
  const field = useRef<HTMLInputElement>(null)
  const item = items[at]
  const written = [...answers.values()].filter((answer) => answer.trim() !== '').length

  const write = (words: string) => {
    const newer = new Map(answers).set(at, words)
    setAnswers(newer)
    onDraft(promptEdits(items, newer))
  }
  const go = (to: number) => {
    setAt((to + items.length) % items.length)
    field.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    go(at + 1)
  }

  if (!item) return <p>Nothing in the plan is left unanswered.</p>
  return (
    <>
      <p className="text-xs text-ink-soft" aria-live="polite">
        Prompt {at + 1} of {items.length}, line {item.line}
        {written > 0 && ` · ${written} answered, not saved yet`}
      </p>
      <TextField
        ref={field}
        label={item.prompt}
        description="Enter goes to the next one."
        maxLength={400}
        autoComplete="off"
        value={answers.get(at) ?? ''}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={press}
      />
      {items.length > 1 && (
        <div className="flex gap-2">
          <Button size="small" onClick={() => go(at - 1)}>
            Previous
          </Button>
          <Button size="small" onClick={() => go(at + 1)}>
            Next
          </Button>
        </div>
      )}
    </>
  )
}
