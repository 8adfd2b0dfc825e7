'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { type Discipline, disciplineName } from '../../domain/roll-call/disciplines.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedField } from '../privacy/logged-field.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'

type DelegateFormProps = {
  team: string
  you: {
    readonly own: readonly Discipline[]
    readonly alternates: readonly { readonly id: string; readonly name: string }[]
  }
}

/** Lets another member of the team speak in one's place, for a time. Moments are UTC. */
export function DelegateForm({ team, you }: DelegateFormProps) {
  const router = useRouter()
  const heading = useId()
  const { pending, problem, act } = useAct()
  const [isDone, setDone] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const said = new FormData(form)
    const text = (name: string) => String(said.get(name) ?? '').trim()
    const starts = text('starts_at')
    const body = {
      discipline: text('discipline'),
      to: text('to'),
      ends_at: `${text('ends_at')}:00Z`,
      reason: text('reason'),
      ...(starts === '' ? {} : { starts_at: `${starts}:00Z` }),
    }
    setDone(false)
    await act(true, async () => {
      await callApi('POST', `/teams/${team}/delegations`, { body })
      form.reset()
      setDone(true)
      router.refresh()
    })
  }

  return (
    <form
      aria-labelledby={heading}
      onSubmit={submit}
      className="mt-8 flex max-w-2xl flex-col gap-4"
    >
      <h3 id={heading} className="font-semibold">
        Let somebody speak in your place
      </h3>
      {problem && <ApiProblemNote problem={problem} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Discipline"
          name="discipline"
          options={you.own.map((value) => ({ value, label: disciplineName(value) }))}
        />
        <Select
          label="Who speaks"
          name="to"
          options={you.alternates.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          label="From, in UTC"
          name="starts_at"
          type="datetime-local"
          optional
          description="At once when left empty."
        />
        <TextField
          label="Until, in UTC"
          name="ends_at"
          type="datetime-local"
          required
          description="90 days later at most."
        />
      </div>
      <LoggedField label="Why" name="reason" required maxLength={4000} />
      <div className="flex items-center gap-4">
        <Button type="submit" variant="primary" pending={pending !== null}>
          Let them speak
        </Button>
        <p role="status" className="text-sm text-ink-soft">
          {isDone && 'Kept. They were told by mail.'}
        </p>
      </div>
    </form>
  )
}
