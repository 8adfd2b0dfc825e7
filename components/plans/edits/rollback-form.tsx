'use client'

import { useState } from 'react'
import { TextArea } from '../../ui/text-area.tsx'
import { type Drafted, NOTHING } from './drafted.ts'
import { SignedAgain } from './signed-again.tsx'

interface RollbackFormProps {
  text: string
  onDraft: (drafted: Drafted) => void
}

export function RollbackForm({ text, onDraft }: RollbackFormProps) {
  const [written, setWritten] = useState(text)

  const write = (words: string) => {
    setWritten(words)
    const said = words.trim()
    if (said === text.trim()) onDraft(NOTHING)
    else if (said === '') onDraft({ edits: [], missing: 'Say how the release is rolled back.' })
    else onDraft({ edits: [{ edit: 'set_rollback', text: said }], missing: null })
  }

  return (
    <>
      <TextArea
        label="How it is rolled back"
        description="Who turns what off, how fast, and who is told. Markdown is kept as it is."
        rows={6}
        maxLength={20_000}
        value={written}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <SignedAgain />
    </>
  )
}
