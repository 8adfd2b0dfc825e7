'use client'

import Form from 'next/form'
import type { FormEvent } from 'react'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { narrows, type ToggleQuery } from './toggle-query.ts'

type Choice = { readonly slug: string; readonly name: string }

type ToggleFilterProps = {
  query: ToggleQuery
  teams: readonly Choice[]
  plans: readonly Choice[]
}

const states = [
  { value: '', label: 'Any state' },
  { value: 'off', label: 'Off somewhere' },
  { value: 'conditional', label: 'Partly on somewhere' },
  { value: 'on', label: 'On somewhere' },
]

/** A form of its own address: it works before scripts do; with them a choice is applied at once. */
export function ToggleFilter({ query, teams, plans }: ToggleFilterProps) {
  function apply(event: FormEvent<HTMLFormElement>) {
    const field = event.target
    const chooses =
      field instanceof HTMLSelectElement ||
      (field instanceof HTMLInputElement && field.type === 'checkbox')
    if (chooses) event.currentTarget.requestSubmit()
  }

  const { q = '', team = '', state = '', plan = '', archived = false } = query
  return (
    <search>
      <Form
        // The fields hold what the address says, also when it changes by going back.
        key={JSON.stringify(query)}
        action="/toggles"
        onChange={apply}
        className="mb-4 flex flex-wrap items-end gap-x-3 gap-y-3"
      >
        <div className="min-w-52 flex-1">
          <TextField label="Key or description" name="q" type="search" defaultValue={q} />
        </div>
        {teams.length > 1 && (
          <div className="max-w-56">
            <Select
              label="Team"
              name="team"
              defaultValue={team}
              options={choices('Every team', teams)}
            />
          </div>
        )}
        <Select label="State" name="state" defaultValue={state} options={states} />
        {plans.length > 0 && (
          <div className="max-w-56">
            <Select
              label="Plan"
              name="plan"
              defaultValue={plan}
              options={choices('Every plan', plans)}
            />
          </div>
        )}
        <div className="py-1">
          <Checkbox label="Archived" name="archived" value="true" defaultChecked={archived} />
        </div>
        <Button type="submit">Show</Button>
        {narrows(query) && (
          <TextLink href="/toggles" className="py-2 text-sm">
            Clear
          </TextLink>
        )}
      </Form>
    </search>
  )
}

function choices(all: string, some: readonly Choice[]) {
  return [
    { value: '', label: all },
    ...some.map(({ slug, name }) => ({ value: slug, label: name })),
  ]
}
