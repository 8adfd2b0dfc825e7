import type { FilterFields } from '../../domain/audit/entry-query.ts'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { actionsOffered, offered, plansOffered } from './filter-options.ts'
import { inputMoment } from './input-moment.ts'

type EntryFilterFormProps = {
  fields: FilterFields
  choices: {
    readonly toggles: readonly string[]
    readonly environments: readonly { readonly key: string }[]
    readonly people: readonly string[]
    readonly plans: readonly { readonly slug: string; readonly title: string }[]
    readonly types: readonly string[]
  }
}

const outcomes = [
  { value: '', label: 'Any' },
  { value: 'allowed', label: 'Done' },
  { value: 'denied', label: 'Refused' },
]

const spans = [
  { value: '', label: 'All time' },
  { value: 'hour', label: 'The last hour' },
  { value: 'day', label: 'The last day' },
  { value: 'week', label: 'The last week' },
]

/** A form of its own address, so that it works before scripts do and can be kept as a link. */
export function EntryFilterForm({ fields, choices }: EntryFilterFormProps) {
  const narrows = Object.keys(fields).length > 0
  const isSet = (name: keyof FilterFields) => fields[name] !== undefined
  return (
    <search>
      <form
        // The fields are the address's: a new address starts them anew.
        key={JSON.stringify(fields)}
        action="/audit"
        className="mb-3 flex flex-col gap-2"
      >
        <div className={GRID}>
          <div className="col-span-2">
            <TextField
              label="Words"
              name="q"
              type="search"
              placeholder="In reasons, notes and what happened"
              defaultValue={fields.q}
            />
          </div>
          <TextField
            label="Toggle"
            name="toggle"
            list="audit-toggles"
            autoComplete="off"
            defaultValue={fields.toggle}
          />
          <Select
            label="Environment"
            name="environment"
            defaultValue={fields.environment ?? ''}
            options={offered(
              'Any',
              choices.environments.map(({ key }) => key),
              fields.environment,
            )}
          />
          <Select
            label="Outcome"
            name="outcome"
            defaultValue={fields.outcome ?? ''}
            options={outcomes}
          />
          {fields.request && <input type="hidden" name="request" value={fields.request} />}
          <div className="flex items-center gap-4">
            <Button type="submit">Show</Button>
            {narrows && (
              <TextLink href="/audit" className="text-sm">
                Clear
              </TextLink>
            )}
          </div>
        </div>
        <Disclosure summary="By person, action, plan and time" open={RARER.some(isSet)}>
          <RarerFilters fields={fields} choices={choices} />
        </Disclosure>
        <Offered id="audit-toggles" words={choices.toggles} />
        <Offered id="audit-people" words={choices.people} />
      </form>
    </search>
  )
}

const GRID = 'grid grid-cols-2 items-end gap-3 sm:grid-cols-4 lg:grid-cols-6'

const RARER = ['actor', 'action', 'plan', 'from', 'to', 'last'] as const

function RarerFilters({ fields, choices }: EntryFilterFormProps) {
  return (
    <div className={GRID}>
      <TextField
        label="Person"
        name="actor"
        list="audit-people"
        autoComplete="off"
        defaultValue={fields.actor}
      />
      <Select
        label="Action"
        name="action"
        defaultValue={fields.action ?? ''}
        options={actionsOffered(choices.types, fields.action)}
      />
      <Select
        label="Plan"
        name="plan"
        defaultValue={fields.plan ?? ''}
        options={plansOffered(choices.plans, fields.plan)}
      />
      <Select label="Within" name="last" defaultValue={fields.last ?? ''} options={spans} />
      <div className="col-span-2 sm:col-span-1">
        <TextField
          label="From (UTC)"
          name="from"
          type="datetime-local"
          defaultValue={inputMoment(fields.from)}
        />
      </div>
      <div className="col-span-2 sm:col-span-1">
        <TextField
          label="To (UTC)"
          name="to"
          type="datetime-local"
          defaultValue={inputMoment(fields.to)}
        />
      </div>
    </div>
  )
}

function Offered({ id, words }: { id: string; words: readonly string[] }) {
  return (
    <datalist id={id}>
      {words.map((word) => (
        <option key={word} value={word} />
      ))}
    </datalist>
  )
}
