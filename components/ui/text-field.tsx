import { type ComponentProps, useId } from 'react'
import { classNames } from './class-names.ts'
import { controlLook, describedBy, Field, type FieldWords } from './field.tsx'

type TextFieldProps = ComponentProps<'input'> & FieldWords & { optional?: boolean }

export function TextField({
  label,
  description,
  error,
  labelHidden = false,
  optional = false,
  id,
  className,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  const words = { label, description, error, labelHidden }
  return (
    <Field {...words} id={fieldId} optional={optional}>
      <input
        {...rest}
        id={fieldId}
        type={type}
        aria-describedby={describedBy(fieldId, words)}
        aria-invalid={error ? true : undefined}
        className={classNames(controlLook, 'w-full', className)}
      />
    </Field>
  )
}
