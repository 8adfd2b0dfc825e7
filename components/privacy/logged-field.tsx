'use client'

import type { ComponentProps } from 'react'
import { TextField } from '../ui/text-field.tsx'
import { NumberNote } from './number-note.tsx'
import { useWritten } from './use-written.ts'

/** The same in one line. */
export function LoggedField(props: ComponentProps<typeof TextField>) {
  const { text, onInput, place } = useWritten(props)
  return (
    <div ref={place} className="flex w-full flex-col">
      <TextField {...props} onInput={onInput} />
      <NumberNote text={text} />
    </div>
  )
}
