'use client'

import { useState } from 'react'
import type { Reading } from '../../../domain/plan/reading.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Drafted } from './drafted.ts'
import { ListedFields } from './listed-fields.tsx'
import { SignedAgain } from './signed-again.tsx'
import { type ToggleDraft, toggleDrafts, toggleEdits } from './toggle-edits.ts'

interface TogglesFormProps {
  toggles: Reading['toggles']
  onDraft: (drafted: Drafted) => void
}

export function TogglesForm({ toggles, onDraft }: TogglesFormProps) {
  const [drafts, setDrafts] = useState(() => toggleDrafts(toggles))
  const [next, setNext] = useState(toggles.length)

  const draft = (newer: ToggleDraft[]) => {
    setDrafts(newer)
    onDraft(toggleEdits(toggles, newer))
  }
  const write = (id: number, words: Partial<ToggleDraft>) =>
    draft(drafts.map((one) => (one.id === id ? { ...one, ...words } : one)))

  return (
    <>
      {drafts.map(({ id, key, description }, at) => (
        <ListedFields
          key={id}
          legend={`Toggle ${at + 1} of ${drafts.length}`}
          name={key || 'the new toggle'}
          columns="sm:grid-cols-2"
          onRemove={() => draft(drafts.filter((one) => one.id !== id))}
        >
          <TextField
            label="Key"
            className="font-mono"
            maxLength={200}
            spellCheck={false}
            autoComplete="off"
            value={key}
            onChange={(event) => write(id, { key: event.currentTarget.value })}
          />
          <TextField
            label="Description"
            optional
            maxLength={400}
            autoComplete="off"
            value={description}
            onChange={(event) => write(id, { description: event.currentTarget.value })}
          />
        </ListedFields>
      ))}
      <div>
        <Button
          size="small"
          onClick={() => {
            draft([...drafts, { id: next, from: null, key: '', description: '' }])
            setNext(next + 1)
          }}
        >
          Name another toggle
        </Button>
      </div>
      <SignedAgain />
    </>
  )
}
