'use client'

import { useRouter } from 'next/navigation'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
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
  const { pending, problem, act } = useAct()
  const newest = rollCalls[0]
  const href = `/plans/${slug}/roll-call`

  const open = () =>
    act(true, async () => {
      await callApi('POST', `/release-plans/${slug}/roll-calls`, { body: {} })
      router.push(href)
    })

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
          <Button
            variant={newest ? 'secondary' : 'primary'}
            pending={pending !== null}
            onClick={open}
          >
            {newest ? 'Call the roll again' : 'Call the roll'}
          </Button>
        )}
      </div>
      {problem && <ApiProblemNote problem={problem} />}
    </div>
  )
}
