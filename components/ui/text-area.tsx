import { type ComponentProps, useId } from 'react'
import { classNames } from './class-names.ts'
import { controlLook, describedBy, Field, type FieldWords } from './field.tsx'

type TextAreaProps = ComponentProps<'textarea'> &
  FieldWords & {
    optional?: boolean
    /** For text whose characters matter, such as Markdown. */
    monospace?: boolean
  }

export function TextArea({
  label,
  description,
  error,
  labelHidden = false,
  optional = false,
  monospace = false,
  id,
  className,
  rows = 3,
  ...rest
}: TextAreaProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  const words = { label, description, error, labelHidden }
  return (
    <Field {...words} id={fieldId} optional={optional}>
      <textarea
        {...rest}
        id={fieldId}
        rows={rows}
        aria-describedby={describedBy(fieldId, words)}
        aria-invalid={error ? true : undefined}
        className={classNames(
          controlLook,
          'w-full',
          'leading-6',
          monospace && 'font-mono',
          className,
        )}
      />
    </Field>
  )
}
