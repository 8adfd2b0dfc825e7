'use client'

import { type ComponentProps, useState } from 'react'
import { TextArea } from '../ui/text-area.tsx'
import { NumberNote } from './number-note.tsx'

/** A text that goes into the log, with a warning of what belongs to a person. */
export function LoggedArea({ onInput, ...rest }: ComponentProps<typeof TextArea>) {
  const [written, setWritten] = useState(String(rest.defaultValue ?? ''))
  return (
    <div className="flex flex-col">
      <TextArea
        {...rest}
        onInput={(event) => {
          setWritten(event.currentTarget.value)
          onInput?.(event)
        }}
      />
      <NumberNote text={rest.value === undefined ? written : String(rest.value)} />
    </div>
  )
}
