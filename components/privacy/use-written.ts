import { type RefObject, useEffect, useRef, useState } from 'react'

interface Field<E> {
  readonly value?: unknown
  readonly defaultValue?: unknown
  readonly onInput?: ((event: E) => void) | undefined
}

interface Written<E> {
  readonly text: string
  readonly onInput: (event: E) => void
  /** What the field stands in, in its form. */
  readonly place: RefObject<HTMLDivElement | null>
}

/** What somebody has written in a field so far, whether the field is held by its page or by itself. */
export function useWritten<E extends { readonly currentTarget: { readonly value: string } }>({
  value,
  defaultValue,
  onInput,
}: Field<E>): Written<E> {
  const first = String(defaultValue ?? '')
  const [written, setWritten] = useState(first)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    const forget = () => setWritten(first)
    form?.addEventListener('reset', forget)
    return () => form?.removeEventListener('reset', forget)
  }, [first])
  return {
    place,
    text: value === undefined ? written : String(value),
    onInput: (event) => {
      setWritten(event.currentTarget.value)
      onInput?.(event)
    },
  }
}
