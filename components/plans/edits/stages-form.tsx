'use client'

import { useState } from 'react'
import type { Reading } from '../../../domain/plan/reading.ts'
import { announce } from '../../shell/announcements.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Drafted } from './drafted.ts'
import { ListedFields } from './listed-fields.tsx'
import { SignedAgain } from './signed-again.tsx'
import { type StageDraft, stageDrafts, stageEdits } from './stage-edits.ts'

const FIELDS = [
  { name: 'label', label: 'Stage' },
  { name: 'share', label: 'Share in %' },
  { name: 'soak', label: 'Soak' },
  { name: 'dates', label: 'Dates' },
] as const

interface StagesFormProps {
  stages: Reading['stages']
  onDraft: (drafted: Drafted) => void
}

export function StagesForm({ stages, onDraft }: StagesFormProps) {
  const [drafts, setDrafts] = useState(() => stageDrafts(stages))
  const [next, setNext] = useState(stages.length)

  const draft = (newer: StageDraft[]) => {
    setDrafts(newer)
    onDraft(stageEdits(stages, newer))
  }
  const write = (id: number, name: (typeof FIELDS)[number]['name'], words: string) =>
    draft(drafts.map((one) => (one.id === id ? { ...one, [name]: words } : one)))
  const move = (stage: StageDraft, at: number, to: number) => {
    draft(drafts.toSpliced(at, 1).toSpliced(to, 0, stage))
    announce(`${stage.label} is stage ${to + 1} of ${drafts.length} now.`)
  }

  return (
    <>
      {drafts.map((stage, at) => (
        <ListedFields
          key={stage.id}
          legend={`Stage ${at + 1} of ${drafts.length}`}
          name={stage.label || 'the new stage'}
          columns="sm:grid-cols-[minmax(0,2.2fr)_5rem_minmax(0,1fr)_minmax(0,1fr)]"
          onRemove={() => draft(drafts.filter(({ id }) => id !== stage.id))}
          onUp={at > 0 ? () => move(stage, at, at - 1) : undefined}
          onDown={at < drafts.length - 1 ? () => move(stage, at, at + 1) : undefined}
        >
          {FIELDS.map(({ name, label }) => (
            <TextField
              key={name}
              label={label}
              maxLength={200}
              autoComplete="off"
              value={stage[name]}
              onChange={(event) => write(stage.id, name, event.currentTarget.value)}
            />
          ))}
        </ListedFields>
      ))}
      <div>
        <Button
          size="small"
          onClick={() => {
            const added = { id: next, from: null, label: '', share: '', soak: '', dates: '' }
            draft([...drafts, added])
            setNext(next + 1)
          }}
        >
          Add a stage
        </Button>
      </div>
      <SignedAgain />
    </>
  )
}
