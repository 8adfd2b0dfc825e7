'use client'

import { type FormEvent, useState } from 'react'
import useSWR from 'swr'
import { problemOf } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { readApi } from '../api/call-api.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { TextField } from '../ui/text-field.tsx'
import { placeWords } from './place-words.ts'
import { statePath } from './toggle-view.ts'

type Answer = {
  actor: string
  answer: 'in' | 'out' | 'depends'
  why: string[]
  gate: string | null
  bucket: number
}

type EvaluationFormProps = {
  toggle: string
  actorType: string
  /** In the order to offer them. */
  environments: readonly {
    readonly environment: string
    readonly name: string
    readonly version: number
  }[]
}

/** "Is this person in?": the answer, the gate that gave it, and the bucket. */
export function EvaluationForm({ toggle, actorType, environments }: EvaluationFormProps) {
  const [environment, setEnvironment] = useState(environments[0]?.environment ?? '')
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const place = environments.find((one) => one.environment === environment)
  const query = new URLSearchParams({ actor: asked })
  const { data, error, isLoading } = useSWR<Answer, unknown>(
    // With the version, so that a flip asks anew.
    asked === '' ? null : [`${statePath(toggle, environment)}/evaluation?${query}`, place?.version],
    ([path]: [string]) => readApi<Answer>(path),
    { keepPreviousData: false, revalidateOnFocus: false },
  )

  function ask(event: FormEvent) {
    event.preventDefault()
    setAsked(typed.trim())
  }

  return (
    <section aria-labelledby="is-in" className="flex flex-col gap-3">
      <h2 id="is-in" className="text-lg font-semibold">
        Is this person in?
      </h2>
      <form onSubmit={ask} className="flex flex-col gap-3">
        <Select
          label="Environment"
          value={environment}
          onChange={(event) => setEnvironment(event.currentTarget.value)}
          options={environments.map((one) => ({
            value: one.environment,
            label: one.name,
          }))}
        />
        <div className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <TextField
              label={actorType === 'cookie_id' ? 'Cookie id' : 'Actor id'}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
          <Button type="submit">Ask</Button>
        </div>
      </form>
      {isLoading && <Skeleton label="Asking" lines={2} />}
      {error && !isLoading ? <ApiProblemNote problem={problemOf(error)} /> : null}
      {data && (
        <div role="status" className="flex flex-col gap-1 border-l-2 border-ink pl-3 text-sm">
          <p className="text-base">
            <StatusMark status={marks[data.answer]}>{words[data.answer]}</StatusMark>
          </p>
          <p className="wrap-anywhere text-ink-soft">
            {data.actor} in {place ? placeWords(place) : environment}
          </p>
          {data.why.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p className="text-ink-soft tabular-nums">
            {data.gate ? `Gate: ${data.gate.replaceAll('_', ' ')}` : 'No gate opened'} · bucket{' '}
            {data.bucket.toLocaleString('en')} of 100,000
          </p>
        </div>
      )}
    </section>
  )
}

const marks = { in: 'go', out: 'neutral', depends: 'waiting' } as const

const words = { in: 'Yes, in', out: 'No, not in', depends: 'It depends' } as const
