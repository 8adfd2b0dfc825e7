'use client'

import { DISCIPLINES, disciplineName } from '../../domain/roll-call/disciplines.ts'
import { LoggedField } from '../privacy/logged-field.tsx'
import { Select } from '../ui/select.tsx'

/** How a round asks a discipline otherwise than its policy does. */
export interface Asking {
  readonly how: 'required' | 'invited' | 'dropped'
  /** Why it is dropped. */
  readonly reason: string
}

interface AskedOtherwiseProps {
  required: readonly string[]
  asking: ReadonlyMap<string, Asking>
  onChange: (asking: ReadonlyMap<string, Asking>) => void
}

/** What a round's request says of the disciplines. */
export function bodyOfAsking(asking: ReadonlyMap<string, Asking>, required: readonly string[]) {
  const those = (how: Asking['how']) =>
    [...asking].filter(([, one]) => one.how === how).map(([discipline]) => discipline)
  const drop = [...asking]
    .filter(([discipline, { how }]) => how === 'dropped' && required.includes(discipline))
    .map(([discipline, { reason }]) => ({ discipline, reason }))
  return { require: those('required'), invite: those('invited'), drop }
}

/** Each discipline: asked as policy says, required, invited, or left out with a reason. */
export function AskedOtherwise({ required, asking, onChange }: AskedOtherwiseProps) {
  function set(discipline: string, one: Asking | null) {
    const next = new Map(asking)
    if (one) next.set(discipline, one)
    else next.delete(discipline)
    onChange(next)
  }

  return (
    <ul className="grid w-full gap-x-6 gap-y-3 sm:grid-cols-2">
      {DISCIPLINES.map((discipline) => {
        const isRequired = required.includes(discipline)
        const one = asking.get(discipline)
        return (
          <li key={discipline} className="flex flex-col gap-2">
            <Select
              label={disciplineName(discipline)}
              value={one?.how ?? ''}
              options={isRequired ? ofRequired : ofOthers}
              onChange={({ currentTarget: { value } }) =>
                set(discipline, isHow(value) ? { how: value, reason: '' } : null)
              }
            />
            {one?.how === 'dropped' && (
              <LoggedField
                label={`Why without ${disciplineName(discipline)}`}
                value={one.reason}
                required
                onChange={(event) =>
                  set(discipline, { how: 'dropped', reason: event.currentTarget.value })
                }
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

const ofRequired = [
  { value: '', label: 'Required by policy' },
  { value: 'dropped', label: 'Left out, with a reason' },
]
const ofOthers = [
  { value: '', label: 'Not asked' },
  { value: 'required', label: 'Required' },
  { value: 'invited', label: 'Invited' },
]

function isHow(value: string): value is Asking['how'] {
  return value === 'required' || value === 'invited' || value === 'dropped'
}
