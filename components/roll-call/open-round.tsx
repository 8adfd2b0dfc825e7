'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { TextField } from '../ui/text-field.tsx'
import { AskedOtherwise, type Asking, bodyOfAsking } from './asked-otherwise.tsx'

interface OpenRoundProps {
  slug: string
  /** The number that the round will have. */
  number: number
  /** What rounds of this plan are usually for: its stages, and what comes before and after. */
  purposes: readonly string[]
  /** The disciplines that the team's policy requires. */
  required: readonly string[]
}

/** Opens a round on the plan as it is now, and says what it is for. */
export function OpenRound({ slug, number, purposes, required }: OpenRoundProps) {
  const router = useRouter()
  const list = useId()
  const { pending, problem, act } = useAct()
  const [purpose, setPurpose] = useState('')
  const [asking, setAsking] = useState<ReadonlyMap<string, Asking>>(new Map())

  function open(event: FormEvent) {
    event.preventDefault()
    const body = {
      ...(purpose.trim() === '' ? {} : { purpose }),
      ...bodyOfAsking(asking, required),
    }
    void act(true, async () => {
      await callApi('POST', `/release-plans/${encodeURIComponent(slug)}/roll-calls`, { body })
      router.push(`/plans/${slug}/roll-call`)
      router.refresh()
    })
  }

  return (
    <form onSubmit={open} className="flex max-w-2xl flex-col items-start gap-4">
      {problem && <ApiProblemNote problem={problem} shown={['purpose']} />}
      <div className="w-full max-w-md">
        <TextField
          label="What is it for?"
          optional
          description="Test users, a stage, again after a rollback: each has a round of its own."
          list={list}
          value={purpose}
          autoComplete="off"
          maxLength={200}
          error={problem ? fieldError(problem, 'purpose') : undefined}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <datalist id={list}>
          {purposes.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </div>
      <Disclosure summary="Ask other disciplines than the policy does">
        <AskedOtherwise required={required} asking={asking} onChange={setAsking} />
      </Disclosure>
      <Button type="submit" variant="primary" pending={pending !== null}>
        Open roll call {number}
      </Button>
    </form>
  )
}
