'use client'

import { type ChangeEvent, type KeyboardEvent, useId, useState } from 'react'
import { classNames } from './class-names.ts'
import { fits, readDecimal, stepped } from './decimal.ts'
import { controlLook, describedBy, Field, type FieldWords } from './field.tsx'

type NumberFieldProps = FieldWords & {
  value: number
  onChange: (value: number) => void
  min: number
  max: number
  /** What an arrow key adds or takes away. */
  step?: number
  decimals?: number
  /** Stands after the field: "%". */
  unit?: string
  name?: string
  disabled?: boolean
}

/**
 * Tells of a value only when what is written is one. What is not is said so while it stands there,
 * and gives way to the last good value afterwards: 250 never becomes 100 by itself.
 */
export function NumberField({
  value,
  onChange,
  min,
  max,
  step = 1,
  decimals = 0,
  unit,
  name,
  disabled = false,
  error,
  ...words
}: NumberFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const range = { min, max, decimals }
  const wrong = draft !== null && !isValue(draft)
  const places = decimals > 0 ? `, to ${decimals} decimals` : ''
  const said = { ...words, error: wrong ? `A number from ${min} to ${max}${places}.` : error }

  function isValue(text: string): boolean {
    const number = readDecimal(text)
    return number !== null && fits(number, range)
  }

  function write(event: ChangeEvent<HTMLInputElement>) {
    const text = event.currentTarget.value
    const number = readDecimal(text)
    setDraft(text)
    if (number !== null && fits(number, range)) onChange(number)
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    setDraft(null)
    onChange(stepped(value, direction * step, range))
  }

  return (
    <Field {...said} id={id}>
      <span className="flex items-center gap-2">
        <input
          id={id}
          name={name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          disabled={disabled}
          value={draft ?? String(value)}
          onChange={write}
          onBlur={() => setDraft(null)}
          onKeyDown={press}
          aria-describedby={describedBy(id, said)}
          aria-invalid={said.error ? true : undefined}
          className={classNames(controlLook, 'w-24 text-right')}
        />
        {unit && <span className="text-sm text-ink-soft">{unit}</span>}
      </span>
    </Field>
  )
}
