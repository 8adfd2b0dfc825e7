'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedField } from '../privacy/logged-field.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast-queue.ts'

type OpenIncidentProps = {
  toggle: string
  environments: readonly { readonly environment: string; readonly name: string }[]
}

/** Says that something is wrong with a toggle: it then widens nowhere that the incident stands. */
export function OpenIncident({ toggle, environments }: OpenIncidentProps) {
  const router = useRouter()
  const [title, setTitle] = useState('')
  const [link, setLink] = useState('')
  const [environment, setEnvironment] = useState('')
  const [isAsked, setAsked] = useState(false)
  const { pending, problem, act } = useAct()
  const isMissing = isAsked && title.trim() === ''

  function open(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (title.trim() === '') return
    void act(true, async () => {
      await callApi('POST', `/toggles/${encodeURIComponent(toggle)}/incidents`, {
        body: {
          title: title.trim(),
          ...(link.trim() === '' ? {} : { link: link.trim() }),
          ...(environment === '' ? {} : { environment }),
        },
      })
      showToast({ tone: 'warning', title: 'The incident is open' })
      setTitle('')
      setLink('')
      setAsked(false)
      router.refresh()
    })
  }

  return (
    <Disclosure summary="Open an incident">
      <form onSubmit={open} className="flex flex-col gap-4" noValidate>
        <LoggedField
          label="What is wrong"
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={isMissing ? 'Say what is wrong.' : fieldError(problem, 'title')}
        />
        <TextField
          label="Link"
          optional
          type="url"
          value={link}
          onChange={(event) => setLink(event.currentTarget.value)}
          error={fieldError(problem, 'link')}
        />
        <Select
          label="Where"
          value={environment}
          onChange={(event) => setEnvironment(event.currentTarget.value)}
          options={[
            { value: '', label: 'Everywhere' },
            ...environments.map((one) => ({ value: one.environment, label: one.name })),
          ]}
        />
        {problem && <ApiProblemNote problem={problem} shown={['title', 'link']} />}
        <div>
          <Button type="submit" variant="danger" pending={pending !== null}>
            Open the incident
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
