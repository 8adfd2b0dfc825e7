'use client'

import { type ComponentProps, useState } from 'react'
import { TextField } from '../ui/text-field.tsx'
import { NumberNote } from './number-note.tsx'

/** The same in one line. */
export function LoggedField({ onInput, ...rest }: ComponentProps<typeof TextField>) {
  const [written, setWritten] = useState(String(rest.defaultValue ?? ''))
  return (
    <div className="flex flex-col">
      <TextField
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
