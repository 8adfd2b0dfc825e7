'use client'

import type { ComponentProps } from 'react'
import { TextArea } from '../ui/text-area.tsx'
import { NumberNote } from './number-note.tsx'
import { useWritten } from './use-written.ts'

/** A text that goes into the log, with a warning of what belongs to a person. */
export function LoggedArea(props: ComponentProps<typeof TextArea>) {
  const { text, onInput, place } = useWritten(props)
  return (
    <div ref={place} className="flex w-full flex-col">
      <TextArea {...props} onInput={onInput} />
      <NumberNote text={text} />
    </div>
  )
}
