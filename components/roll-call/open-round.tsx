'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'

interface OpenRoundProps {
  slug: string
  number: number
}

/** Opens a round on the plan as it is now. */
export function OpenRound({ slug, number }: OpenRoundProps) {
  const router = useRouter()
  const { pending, problem, act } = useAct()

  const open = (event: FormEvent) => {
    event.preventDefault()
    void act(true, async () => {
      await callApi('POST', `/release-plans/${encodeURIComponent(slug)}/roll-calls`, { body: {} })
      router.push(`/plans/${slug}/roll-call`)
      router.refresh()
    })
  }

  return (
    <form onSubmit={open} className="flex max-w-2xl flex-col items-start gap-4">
      {problem && <ApiProblemNote problem={problem} />}
      <Button type="submit" variant="primary" pending={pending !== null}>
        Open roll call {number}
      </Button>
    </form>
  )
}
