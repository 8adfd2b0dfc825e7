'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedArea } from '../privacy/logged-area.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { showToast } from '../ui/toast-queue.ts'

type Verdict = 'justified' | 'not_justified' | 'needs_follow_up'

const verdicts = [
  { value: 'justified', label: 'Justified' },
  { value: 'not_justified', label: 'Not justified' },
  {
    value: 'needs_follow_up',
    label: 'Needs a follow-up',
    description: 'It stays open until somebody closes it; the note says what has to follow.',
  },
] as const

/** A second person's word on an override, which takes its banner away. */
export function ReviewOverride({ id }: { id: string }) {
  const router = useRouter()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [note, setNote] = useState('')
  const [isAsked, setAsked] = useState(false)
  const { pending, problem, act } = useAct()

  function review(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (!verdict) return
    void act(true, async () => {
      const said = note.trim()
      await callApi('POST', `/overrides/${id}/review`, {
        body: { verdict, ...(said === '' ? {} : { note: said }) },
      })
      showToast({ tone: 'success', title: 'The review of the override is in the log' })
      router.refresh()
    })
  }

  return (
    <Disclosure summary="Review it">
      <form onSubmit={review} className="flex max-w-reading flex-col gap-4">
        <RadioGroup<Verdict>
          label="Verdict"
          name={`verdict-${id}`}
          options={verdicts}
          value={verdict}
          onChange={setVerdict}
          error={isAsked && !verdict ? 'Choose one of the three.' : undefined}
        />
        <LoggedArea
          label="Note"
          optional={verdict !== 'needs_follow_up'}
          rows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={fieldError(problem, 'note')}
        />
        {problem && <ApiProblemNote problem={problem} shown={['note']} />}
        <div>
          <Button type="submit" variant="primary" pending={pending !== null}>
            Record the review
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
