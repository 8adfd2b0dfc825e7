'use client'

import { NumberField } from '../ui/number-field.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'

interface GoodForProps {
  days: number | null
  onChange?: ((days: number | null) => void) | undefined
}

const USUAL_DAYS = 14

/** How long a go stays good. */
export function GoodFor({ days, onChange }: GoodForProps) {
  const words =
    days === null
      ? 'A go stays good as long as what it rests on is not edited.'
      : `A go stays good for ${days} ${days === 1 ? 'day' : 'days'}, and no longer than what it rests on.`
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">How long a go stays good</h2>
      {onChange && (
        <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
          <SegmentedControl
            name="good-for"
            label="A go stays good"
            options={[
              { value: 'content', label: 'Until an edit' },
              { value: 'days', label: 'For some days' },
            ]}
            value={days === null ? 'content' : 'days'}
            onChange={(value) => onChange(value === 'days' ? (days ?? USUAL_DAYS) : null)}
          />
          {days !== null && (
            <NumberField
              label="Days"
              value={days}
              min={1}
              max={3650}
              unit="days"
              onChange={onChange}
            />
          )}
        </div>
      )}
      <p className="max-w-reading text-sm text-ink-soft">{words}</p>
    </section>
  )
}
