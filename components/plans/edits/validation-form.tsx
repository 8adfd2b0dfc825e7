'use client'

import { useState } from 'react'
import type { Reading } from '../../../domain/plan/reading.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import type { Drafted } from './drafted.ts'

interface ValidationFormProps {
  prompts: Reading['validation']
  onDraft: (drafted: Drafted) => void
}

export function ValidationForm({ prompts, onDraft }: ValidationFormProps) {
  const [ticks, setTicks] = useState<ReadonlyMap<number, boolean>>(new Map())

  const tick = (line: number, checked: boolean) => {
    const newer = new Map(ticks).set(line, checked)
    setTicks(newer)
    const edits = prompts.flatMap((prompt) => {
      const now = newer.get(prompt.line)
      return now === undefined || now === (prompt.checked ?? false)
        ? []
        : [{ edit: 'tick_validation' as const, line: prompt.line, checked: now }]
    })
    onDraft({ edits, missing: null })
  }

  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-2 text-sm font-semibold">What was validated</legend>
      {prompts.map(({ prompt, checked, line }) => (
        <Checkbox
          key={line}
          label={prompt}
          checked={ticks.get(line) ?? checked ?? false}
          onChange={(event) => tick(line, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  )
}
