import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Mark } from './mark.tsx'

export type FieldWords = {
  label: ReactNode
  description?: ReactNode
  error?: ReactNode
  /** The label is still read out; for a field whose place already says what it is. */
  labelHidden?: boolean
}

type FieldProps = FieldWords & { id: string; optional?: boolean; children: ReactNode }

export const controlLook =
  'min-h-9 rounded-md border border-edge bg-paper px-2.5 py-1.5 text-sm text-ink ' +
  'placeholder:text-ink-soft hover:border-ink aria-invalid:border-no-go ' +
  'disabled:cursor-not-allowed disabled:border-rule-strong disabled:bg-well disabled:text-ink-soft ' +
  '[&[readonly]]:bg-well'

export function describedBy(id: string, words: FieldWords): string | undefined {
  const ids = [words.description && `${id}-description`, words.error && `${id}-error`]
  return ids.filter(Boolean).join(' ') || undefined
}

export function Field({
  id,
  label,
  description,
  error,
  labelHidden,
  optional,
  children,
}: FieldProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className={classNames('text-sm font-semibold', labelHidden && 'sr-only')}>
        {label}
        {optional && <span className="font-normal text-ink-soft"> (optional)</span>}
      </label>
      {description && (
        <p id={`${id}-description`} className="-mt-1 text-xs text-ink-soft">
          {description}
        </p>
      )}
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-xs font-medium text-no-go">
      <span className="mt-0.5">
        <Mark name="danger" />
      </span>
      {children}
    </p>
  )
}
