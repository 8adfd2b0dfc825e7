'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedArea } from '../privacy/logged-area.tsx'
import { Button } from '../ui/button.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { MetricFields } from './metric-fields.tsx'
import { draftOf, figure, type MetricDraft, metricBody } from './outcome-draft.ts'
import type { ShownCheckIn, ShownCriterion, ShownRun } from './rollout-shown.ts'

interface OutcomeFormProps {
  /** Below /api/v1. */
  path: string
  action: string
  /** What was recorded before, to correct. */
  recorded: NonNullable<ShownRun['results']> | ShownCheckIn['recorded']
  kpis: readonly ShownCriterion[]
  /** What else goes along: the toggle, the version seen. */
  more: object
  asksDecision: boolean
}

const decisions = [
  { value: 'proceed', label: 'Proceed' },
  { value: 'hold', label: 'Hold' },
  { value: 'roll_back', label: 'Roll back' },
] as const

/** What a stage or a look back came to. It moves nothing: a flip does. */
export function OutcomeForm(props: OutcomeFormProps) {
  const { path, action, recorded, kpis, more, asksDecision } = props
  const router = useRouter()
  const { pending, problem, act } = useAct()
  const [users, setUsers] = useState(recorded?.users?.toString() ?? '')
  const [errors, setErrors] = useState(recorded?.errors?.toString() ?? '')
  const [errorsNote, setErrorsNote] = useState(recorded?.errors_note ?? '')
  const [note, setNote] = useState(recorded?.note ?? '')
  const [drafts, setDrafts] = useState<readonly MetricDraft[]>(() =>
    (recorded?.metrics ?? kpis).map(draftOf),
  )
  const [decision, setDecision] = useState<(typeof decisions)[number]['value']>(
    recorded && 'decision' in recorded ? recorded.decision : 'proceed',
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    const body = {
      ...more,
      users: figure(users),
      metrics: drafts.map(metricBody),
      errors: figure(errors),
      ...(errorsNote.trim() === '' ? {} : { errors_note: errorsNote }),
      ...(note.trim() === '' ? {} : { note }),
      ...(asksDecision ? { decision } : {}),
    }
    void act(true, async () => {
      await callApi('PUT', path, { body })
      showToast({ tone: 'success', title: 'Recorded' })
      router.refresh()
    })
  }

  const errorOf = (field: string) => fieldError(problem, field)
  return (
    <form onSubmit={submit} className="flex max-w-3xl flex-col gap-4">
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Unique users"
          optional
          inputMode="numeric"
          value={users}
          error={errorOf('users')}
          onChange={(event) => setUsers(event.currentTarget.value)}
        />
        <TextField
          label="Errors logged"
          optional
          inputMode="numeric"
          value={errors}
          error={errorOf('errors')}
          onChange={(event) => setErrors(event.currentTarget.value)}
        />
      </div>
      <MetricFields drafts={drafts} onChange={setDrafts} errorOf={errorOf} />
      <LoggedArea
        label="Kinds of errors"
        rows={2}
        value={errorsNote}
        onChange={(event) => setErrorsNote(event.currentTarget.value)}
      />
      <LoggedArea
        label="Notes"
        rows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {asksDecision && (
        <SegmentedControl
          name="decision"
          label="Decision"
          description="Kept in the log. It moves nothing by itself."
          options={decisions}
          value={decision}
          onChange={setDecision}
        />
      )}
      {problem && <ApiProblemNote problem={problem} />}
      <div>
        <Button type="submit" variant="primary" pending={pending !== null}>
          {action}
        </Button>
      </div>
    </form>
  )
}
