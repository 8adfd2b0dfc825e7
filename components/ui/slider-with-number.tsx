'use client'

import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { FieldError } from './field.tsx'
import { percentWords } from './level-words.ts'
import { NumberField } from './number-field.tsx'
import { Slider } from './slider.tsx'
import type { Tick } from './snap-to-tick.ts'

type SliderWithNumberProps = {
  label: string
  value: number
  onChange: (value: number) => void
  /** Named values, each also a button; the pointer snaps to them. */
  ticks?: readonly Tick[]
  /** Where it stands now: the part between this and the value is drawn as the change. */
  origin?: number
  description?: ReactNode
  error?: ReactNode
  disabled?: boolean
}

/** A percentage from 0 to 100, to 0.001. It only ever proposes: nothing happens on release. */
export function SliderWithNumber({
  label,
  value,
  onChange,
  ticks = [],
  origin,
  description,
  error,
  disabled = false,
}: SliderWithNumberProps) {
  const id = useId()
  const ids = [description && `${id}-description`, error && `${id}-error`].filter(Boolean)
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="pb-1.5 text-sm font-semibold">{label}</legend>
      {description && (
        <p id={`${id}-description`} className="-mt-1.5 text-xs text-ink-soft">
          {description}
        </p>
      )}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="min-w-48 flex-1 pt-1.5">
          <Slider
            label={label}
            value={value}
            onChange={onChange}
            ticks={ticks}
            {...(origin === undefined ? {} : { origin })}
            disabled={disabled}
            describedBy={ids.join(' ') || undefined}
          />
        </div>
        <div className="w-36">
          {' '}
          <NumberField
            label={`${label}, exact`}
            labelHidden
            value={value}
            onChange={onChange}
            min={0}
            max={100}
            decimals={3}
            unit="%"
            disabled={disabled}
          />
        </div>
      </div>
      {ticks.length > 0 && (
        <ul className="flex flex-wrap gap-x-1 gap-y-1">
          {ticks.map((tick) => (
            <li key={`${tick.value} ${tick.label}`}>
              <button
                type="button"
                disabled={disabled}
                aria-pressed={tick.value === value}
                onClick={() => onChange(tick.value)}
                className={classNames(
                  'min-h-7 cursor-pointer rounded-md border px-2 text-xs tabular-nums',
                  'disabled:cursor-not-allowed disabled:border-rule disabled:bg-transparent disabled:text-ink-soft',
                  tick.value === value
                    ? 'border-ink bg-ink text-paper'
                    : 'border-rule-strong text-ink hover:border-ink',
                )}
              >
                {tick.label} <span className="font-semibold">{percentWords(tick.value)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}
