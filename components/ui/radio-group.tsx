import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { describedBy, FieldError, type FieldWords } from './field.tsx'

export type RadioOption<Value extends string> = {
  value: Value
  label: ReactNode
  description?: ReactNode
  disabled?: boolean
}

type RadioGroupProps<Value extends string> = FieldWords & {
  name: string
  options: readonly RadioOption<Value>[]
  value?: Value | null
  defaultValue?: Value
  onChange?: (value: Value) => void
  required?: boolean
  /** One row of joined buttons, for two to four short answers. */
  segmented?: boolean
}

export function RadioGroup<Value extends string>({
  name,
  options,
  value,
  defaultValue,
  onChange,
  required = false,
  segmented = false,
  ...words
}: RadioGroupProps<Value>) {
  const id = useId()
  const controlled = value !== undefined
  return (
    <fieldset
      aria-describedby={describedBy(id, words)}
      aria-invalid={words.error ? true : undefined}
      className="flex min-w-0 flex-col gap-2"
    >
      <legend
        className={classNames('pb-1.5 text-sm font-semibold', words.labelHidden && 'sr-only')}
      >
        {words.label}
      </legend>
      {words.description && (
        <p id={`${id}-description`} className="-mt-2 text-xs text-ink-soft">
          {words.description}
        </p>
      )}
      <div className={segmented ? 'segments' : 'flex flex-col gap-1'}>
        {options.map((option) => (
          <div key={option.value} className={segmented ? 'segment' : 'flex flex-col'}>
            <label className="flex items-start gap-2.5 text-sm leading-6">
              <input
                type="radio"
                name={name}
                value={option.value}
                required={required}
                disabled={option.disabled ?? false}
                aria-describedby={option.description ? `${id}-${option.value}` : undefined}
                className={segmented ? 'sr-only' : 'radio'}
                onChange={() => onChange?.(option.value)}
                {...(controlled
                  ? { checked: value === option.value }
                  : { defaultChecked: defaultValue === option.value })}
              />
              <span>{option.label}</span>
            </label>
            {option.description && (
              <p id={`${id}-${option.value}`} className="pl-8.5 text-xs text-ink-soft">
                {option.description}
              </p>
            )}
          </div>
        ))}
      </div>
      {words.error && <FieldError id={`${id}-error`}>{words.error}</FieldError>}
    </fieldset>
  )
}
