'use client'

import { useState } from 'react'
import type { Reading } from '../../../domain/plan/reading.ts'
import { TextArea } from '../../ui/text-area.tsx'
import type { Drafted } from './drafted.ts'

const CHECK_INS = [
  { which: 'one_week', label: 'One-week results' },
  { which: 'one_month', label: 'One-month results' },
] as const

interface CheckInsFormProps {
  checkIns: Reading['check_ins']
  onDraft: (drafted: Drafted) => void
}

/** What the looks after launch found, put below the heading of each. */
export function CheckInsForm({ checkIns, onDraft }: CheckInsFormProps) {
  const [results, setResults] = useState({ one_week: '', one_month: '' })

  const write = (which: keyof typeof results, words: string) => {
    const newer = { ...results, [which]: words }
    setResults(newer)
    const edits = CHECK_INS.flatMap(({ which: one }) => {
      const text = newer[one].trim()
      return text === '' ? [] : [{ edit: 'set_check_in' as const, which: one, text }]
    })
    onDraft({ edits, missing: null })
  }

  return CHECK_INS.map(({ which, label }) => (
    <TextArea
      key={which}
      label={label}
      description={
        checkIns[which] === 'answered'
          ? 'The plan has results already; what you write comes before them.'
          : 'How many people used it, what went wrong, what will change.'
      }
      optional
      rows={4}
      maxLength={20_000}
      value={results[which]}
      onChange={(event) => write(which, event.currentTarget.value)}
    />
  ))
}
