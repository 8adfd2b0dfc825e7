import { useState } from 'react'

interface Field<E> {
  readonly value?: unknown
  readonly defaultValue?: unknown
  readonly onInput?: ((event: E) => void) | undefined
}

/** What somebody has written in a field so far, whether the field is held by its page or by itself. */
export function useWritten<E extends { readonly currentTarget: { readonly value: string } }>({
  value,
  defaultValue,
  onInput,
}: Field<E>): { readonly text: string; readonly onInput: (event: E) => void } {
  const [written, setWritten] = useState(String(defaultValue ?? ''))
  return {
    text: value === undefined ? written : String(value),
    onInput: (event) => {
      setWritten(event.currentTarget.value)
      onInput?.(event)
    },
  }
}
