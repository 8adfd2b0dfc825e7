'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { type ApiProblem, problemOf } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { Button } from '../ui/button.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import type { ShownRollCall } from './shown-plan.ts'

interface PlanActionsProps {
  slug: string
  rollCalls: readonly ShownRollCall[]
  canOpen: boolean
}

/** To the open roll call, or the button that opens one. */
export function PlanActions({ slug, rollCalls, canOpen }: PlanActionsProps) {
  const router = useRouter()
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const newest = rollCalls[0]
  const href = `/plans/${slug}/roll-call`

  async function open() {
    setPending(true)
    setProblem(null)
    try {
      await callApi('POST', `/release-plans/${slug}/roll-calls`, { body: {} })
      router.push(href)
    } catch (error) {
      setProblem(problemOf(error))
      setPending(false)
    }
  }

  if (newest && newest.decision === null) {
    return (
      <LinkButton href={href} variant="primary">
        Go to the roll call
      </LinkButton>
    )
  }
  return (
    <div className="flex flex-col items-end gap-2">
      <div className="flex flex-wrap gap-2">
        {newest && <LinkButton href={href}>Roll call {newest.number}</LinkButton>}
        {canOpen && (
          <Button variant={newest ? 'secondary' : 'primary'} pending={isPending} onClick={open}>
            {newest ? 'Call the roll again' : 'Call the roll'}
          </Button>
        )}
      </div>
      {problem && <ApiProblemNote problem={problem} />}
    </div>
  )
}
