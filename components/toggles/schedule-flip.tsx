'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedField } from '../privacy/logged-field.tsx'
import { Button } from '../ui/button.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { exactWords } from '../ui/time-words.ts'
import { showToast } from '../ui/toast-queue.ts'
import { statePath } from './toggle-view.ts'

const targets = [
  { value: 'share', label: 'A percentage' },
  { value: 'off', label: 'Off' },
  { value: 'on', label: 'Fully on' },
]

type ScheduleFlipProps = {
  toggle: string
  environment: string
  /** The environment within a sentence. */
  called: string
}

/** Signs a flip for a moment to come, in the reader's own time of day, told in UTC as well. */
export function ScheduleFlip({ toggle, environment, called }: ScheduleFlipProps) {
  const router = useRouter()
  const { pending, problem, act } = useAct()
  const [at, setAt] = useState('')
  const [target, setTarget] = useState('share')
  const [share, setShare] = useState(10)
  const [reason, setReason] = useState('')
  const moment = at === '' ? null : new Date(at)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (moment === null) return
    void act(true, async () => {
      const gate =
        target === 'share' ? { percentage_of_actors: share } : { boolean: target === 'on' }
      await callApi('POST', `${statePath(toggle, environment)}/schedules`, {
        body: { at: moment.toISOString(), reason, ...gate },
      })
      setAt('')
      setReason('')
      showToast({ tone: 'success', title: `Scheduled in ${called} for ${exactWords(moment)}` })
      router.refresh()
    })
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3 border-t border-rule pt-3">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label="At, in your time"
          type="datetime-local"
          required
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
          description={moment ? exactWords(moment) : 'It is weighed again then, as you.'}
          error={fieldError(problem, 'at')}
        />
        <Select
          label="To"
          options={targets}
          value={target}
          onChange={(event) => setTarget(event.currentTarget.value)}
        />
        {target === 'share' && (
          <NumberField
            label={`Percentage of actors in ${called} then`}
            value={share}
            onChange={setShare}
            min={0}
            max={100}
            decimals={3}
            unit="%"
          />
        )}
      </div>
      <LoggedField
        label="Reason"
        required
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={fieldError(problem, 'reason')}
      />
      {problem && <ApiProblemNote problem={problem} shown={['at', 'reason']} />}
      <div>
        <Button type="submit" pending={pending !== null}>
          Schedule it in {called}
        </Button>
      </div>
    </form>
  )
}
