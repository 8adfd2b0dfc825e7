'use client'

import { NumberField as AriaNumberField, Group, Input, Label, Text } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { controlLook, FieldError, type FieldWords } from './field.tsx'

type NumberFieldProps = FieldWords & {
  value?: number
  defaultValue?: number
  onChange?: (value: number) => void
  min?: number
  max?: number
  step?: number
  decimals?: number
  /** Stands after the field: "%". Read out as part of the label. */
  unit?: string
  name?: string
  disabled?: boolean
}

export function NumberField({
  label,
  description,
  error,
  labelHidden,
  min,
  max,
  step = 1,
  decimals = 0,
  unit,
  disabled = false,
  ...rest
}: NumberFieldProps) {
  return (
    <AriaNumberField
      {...rest}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      step={step}
      isDisabled={disabled}
      isInvalid={Boolean(error)}
      formatOptions={{ maximumFractionDigits: decimals, useGrouping: false }}
      className="flex flex-col gap-1.5"
    >
      <Label className={classNames('text-sm font-semibold', labelHidden && 'sr-only')}>
        {label}
        {unit && <span className="sr-only"> in {unit}</span>}
      </Label>
      {description && (
        <Text slot="description" className="-mt-1 text-xs text-ink-soft">
          {description}
        </Text>
      )}
      <Group className="flex items-center gap-2">
        <Input className={classNames(controlLook, 'w-24 text-right')} />
        {unit && (
          <span className="text-sm text-ink-soft" aria-hidden="true">
            {unit}
          </span>
        )}
      </Group>
      {error && (
        <Text slot="errorMessage" elementType="div">
          <FieldError>{error}</FieldError>
        </Text>
      )}
    </AriaNumberField>
  )
}
