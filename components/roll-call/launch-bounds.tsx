'use client'

import { type ApiProblem, fieldError } from '../api/api-problem.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { ShownBounds } from './shown-round.ts'

/** What a launch allows, as it is being written. */
export interface Bounds {
  readonly environment: string
  /** A stage's label, "share" for a share of its own, or empty for all the way on. */
  readonly upTo: string
  readonly share: number
  /** As a local date and time, "2027-01-31T09:00"; empty without an end. */
  readonly until: string
}

/** What a decision's request says of its bounds; nothing where it has none. */
export function scopeOf(bounds: Bounds | null) {
  if (bounds === null) return {}
  const { environment, upTo, share, until } = bounds
  const up_to = upTo === '' ? 'full' : upTo === 'share' ? { percentage: share } : { stage: upTo }
  const end = until === '' ? {} : { until: new Date(until).toISOString() }
  return { scope: { environment, up_to, ...end } }
}

/** Paths of the fields that show their own message. */
export const SCOPE_FIELDS = [
  'scope.environment',
  'scope.up_to',
  'scope.up_to.stage',
  'scope.up_to.percentage',
  'scope.until',
] as const

interface LaunchScopeFieldsProps {
  choices: ShownBounds
  /** Null where the launch allows everything. */
  bounds: Bounds | null
  problem: ApiProblem | null
  onChange: (bounds: Bounds | null) => void
}

/** Whether a launch is bounded, and then where it holds, how far, and until when. */
export function LaunchScopeFields({ choices, bounds, problem, onChange }: LaunchScopeFieldsProps) {
  const environment = choices.environments.at(-1)?.key
  if (environment === undefined) return null
  return (
    <div className="flex flex-col gap-3">
      <Checkbox
        label="Set bounds to the launch"
        description="Without them it allows every stage, without an end."
        checked={bounds !== null}
        onChange={() =>
          onChange(bounds === null ? { environment, upTo: '', share: 25, until: '' } : null)
        }
      />
      {bounds && (
        <LaunchBounds choices={choices} bounds={bounds} problem={problem} onChange={onChange} />
      )}
    </div>
  )
}

interface LaunchBoundsProps {
  choices: ShownBounds
  bounds: Bounds
  problem: ApiProblem | null
  onChange: (bounds: Bounds) => void
}

function LaunchBounds({ choices, bounds, problem, onChange }: LaunchBoundsProps) {
  const error = (...paths: string[]) =>
    problem ? paths.map((path) => fieldError(problem, path)).find(Boolean) : undefined
  const stages = choices.stages.map(({ label, percentage }) => ({
    value: label,
    label: `${label} (${percentage} %)`,
  }))
  return (
    <div className="grid max-w-2xl gap-4 sm:grid-cols-3">
      <Select
        label="In"
        error={error('scope.environment')}
        value={bounds.environment}
        options={choices.environments.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(event) => onChange({ ...bounds, environment: event.currentTarget.value })}
      />
      <div className="flex flex-col gap-2">
        <Select
          label="Up to"
          value={bounds.upTo}
          error={error('scope.up_to', 'scope.up_to.stage', 'scope.up_to.percentage')}
          options={[
            { value: '', label: 'All the way on' },
            ...stages,
            ...(stages.length === 0 ? [{ value: 'share', label: 'A share of actors' }] : []),
          ]}
          onChange={(event) => onChange({ ...bounds, upTo: event.currentTarget.value })}
        />
        {bounds.upTo === 'share' && (
          <NumberField
            label="Share of actors"
            unit="%"
            min={0.001}
            max={100}
            decimals={3}
            value={bounds.share}
            onChange={(share) => onChange({ ...bounds, share })}
          />
        )}
      </div>
      <TextField
        label="Until"
        optional
        type="datetime-local"
        value={bounds.until}
        error={error('scope.until')}
        onChange={(event) => onChange({ ...bounds, until: event.currentTarget.value })}
      />
    </div>
  )
}
