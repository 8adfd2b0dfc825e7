'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { narrows, readToggleQuery, type ToggleQuery, toggleListAddress } from './toggle-query.ts'

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
  const router = useRouter()
  const [fields, setFields] = useState(fieldsOf(query))
  const address = toggleListAddress(query)
  const [shown, setShown] = useState(address)
  // The fields hold what the address says, also when it changes by going back.
  if (shown !== address) {
    setShown(address)
    setFields(fieldsOf(query))
  }

  function choose(change: Partial<typeof fields>) {
    const next = { ...fields, ...change }
    setFields(next)
    router.push(toggleListAddress(readToggleQuery(next)))
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    choose({})
  }

  return (
    <search>
      <form
        action="/toggles"
        onSubmit={submit}
        className="mb-4 flex flex-wrap items-end gap-x-3 gap-y-3"
      >
        <div className="min-w-52 flex-1">
          <TextField
            label="Key or description"
            name="q"
            type="search"
            value={fields.q}
            onChange={(event) => setFields({ ...fields, q: event.currentTarget.value })}
          />
        </div>
        {teams.length > 1 && (
          <div className="max-w-56">
            <Select
              label="Team"
              name="team"
              value={fields.team}
              onChange={(event) => choose({ team: event.currentTarget.value })}
              options={choices('Every team', teams)}
            />
          </div>
        )}
        <Select
          label="State"
          name="state"
          value={fields.state}
          onChange={(event) => choose({ state: event.currentTarget.value })}
          options={states}
        />
        {plans.length > 0 && (
          <div className="max-w-56">
            <Select
              label="Plan"
              name="plan"
              value={fields.plan}
              onChange={(event) => choose({ plan: event.currentTarget.value })}
              options={choices('Every plan', plans)}
            />
          </div>
        )}
        <div className="py-1">
          <Checkbox
            label="Archived"
            name="archived"
            value="true"
            checked={fields.archived !== ''}
            onChange={(event) => choose({ archived: event.currentTarget.checked ? 'true' : '' })}
          />
        </div>
        <div className="py-1">
          <Checkbox
            label="Stale"
            name="stale"
            value="true"
            checked={fields.stale !== ''}
            onChange={(event) => choose({ stale: event.currentTarget.checked ? 'true' : '' })}
          />
        </div>
        <Button type="submit">Show</Button>
        {narrows(query) && (
          <TextLink href="/toggles" className="py-2 text-sm">
            Clear
          </TextLink>
        )}
      </form>
    </search>
  )
}

function fieldsOf({ q = '', team = '', plan = '', state, archived, stale }: ToggleQuery) {
  const chosen: string = state ?? ''
  const ticked = (is: true | undefined) => (is ? 'true' : '')
  return { q, team, plan, state: chosen, archived: ticked(archived), stale: ticked(stale) }
}

function choices(all: string, some: readonly Choice[]) {
  return [
    { value: '', label: all },
    ...some.map(({ slug, name }) => ({ value: slug, label: name })),
  ]
}
