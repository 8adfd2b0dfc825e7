'use client'

import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { COMPARATOR_OPTIONS, emptyDraft, type MetricDraft } from './outcome-draft.ts'

interface MetricFieldsProps {
  drafts: readonly MetricDraft[]
  onChange: (drafts: readonly MetricDraft[]) => void
  /** The message for a field of the nth metric: "metrics.0.name". */
  errorOf: (path: string) => string | undefined
}

/** The metrics of a stage or a check-in as rows of fields; any number of them. */
export function MetricFields({ drafts, onChange, errorOf }: MetricFieldsProps) {
  const set = (id: number, differs: Partial<MetricDraft>) =>
    onChange(drafts.map((draft) => (draft.id === id ? { ...draft, ...differs } : draft)))
  return (
    <div className="flex flex-col gap-4">
      {drafts.map((draft, index) => {
        const field = (name: keyof MetricDraft, path: string, label: string) => ({
          label,
          value: String(draft[name]),
          error: errorOf(`metrics.${index}.${path}`),
          onChange: (event: { currentTarget: { value: string } }) =>
            set(draft.id, { [name]: event.currentTarget.value }),
        })
        return (
          <fieldset key={draft.id} className="border-l-2 border-rule-strong pl-4">
            <legend className="sr-only">Metric {index + 1}</legend>
            <div className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_8rem_5rem_5rem_5rem]">
              <TextField {...field('name', 'name', 'Metric')} />
              <Select
                label="Wanted"
                options={COMPARATOR_OPTIONS}
                value={draft.comparator}
                onChange={(event) => {
                  const { value } = event.currentTarget
                  const chosen = COMPARATOR_OPTIONS.find((option) => option.value === value)
                  if (chosen) set(draft.id, { comparator: chosen.value })
                }}
              />
              <TextField {...field('threshold', 'threshold', 'Threshold')} inputMode="decimal" />
              {draft.comparator === 'within' && (
                <TextField {...field('thresholdTo', 'threshold_to', 'And')} inputMode="decimal" />
              )}
              <TextField {...field('unit', 'unit', 'Unit')} />
              <TextField {...field('actual', 'actual', 'Came to')} inputMode="decimal" />
            </div>
            <div className="mt-2 flex flex-wrap items-end gap-3">
              <span className="min-w-60 flex-1">
                <TextField {...field('link', 'link', 'Link to the dashboard')} optional />
              </span>
              <Button
                size="small"
                onClick={() => onChange(drafts.filter(({ id }) => id !== draft.id))}
              >
                Remove metric {index + 1}
              </Button>
            </div>
          </fieldset>
        )
      })}
      <div>
        <Button
          size="small"
          onClick={() =>
            onChange([...drafts, emptyDraft(Math.max(0, ...drafts.map(({ id }) => id)) + 1)])
          }
        >
          Add a metric
        </Button>
      </div>
    </div>
  )
}
