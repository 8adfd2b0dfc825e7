'use client'

import { type ChangeEvent, type ReactNode, useId, useState } from 'react'
import { classNames } from './class-names.ts'
import { describedBy, FieldError } from './field.tsx'
import { Mark } from './mark.tsx'

type FileDropProps = {
  label: string
  description?: ReactNode
  error?: ReactNode
  /** As of `<input accept>`. A dropped file is not held to it: check what arrives. */
  accept?: string
  onFile: (file: File) => void
  /** Name of the file that was taken. */
  chosen?: string | null
  disabled?: boolean
}

/** The file field itself covers the whole area: browsers take a file dropped on one. */
export function FileDrop({
  label,
  description,
  error,
  accept,
  onFile,
  chosen,
  disabled = false,
}: FileDropProps) {
  const id = useId()
  const [over, setOver] = useState(false)

  function take(event: ChangeEvent<HTMLInputElement>) {
    const file = event.currentTarget.files?.[0]
    // Emptied, so that the same file can be chosen again after it was corrected.
    event.currentTarget.value = ''
    setOver(false)
    if (file) onFile(file)
  }

  return (
    <div className="flex flex-col gap-1.5">
      <div
        className={classNames(
          'relative flex flex-col items-center gap-1 rounded-md border border-dashed px-6 py-8 text-center',
          'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
          over ? 'border-accent bg-accent-wash' : 'border-edge bg-well hover:border-ink',
          Boolean(error) && !over && 'border-no-go',
        )}
      >
        <Mark name="file" className="size-6 text-ink-soft" />
        <label htmlFor={id} className="text-sm font-semibold">
          {label}
        </label>
        {description && (
          <p id={`${id}-description`} className="text-xs text-ink-soft">
            {description}
          </p>
        )}
        {chosen && <p className="text-sm">Chosen: {chosen}</p>}
        <input
          id={id}
          type="file"
          accept={accept}
          disabled={disabled}
          aria-describedby={describedBy(id, { label, description, error })}
          aria-invalid={error ? true : undefined}
          onChange={take}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          className="absolute inset-0 cursor-pointer opacity-0 file:cursor-pointer disabled:cursor-not-allowed"
        />
      </div>
      <div aria-live="polite">{error && <FieldError id={`${id}-error`}>{error}</FieldError>}</div>
    </div>
  )
}
