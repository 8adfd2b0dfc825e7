'use client'

import { useRouter } from 'next/navigation'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { StatusMark } from '../ui/status-mark.tsx'

interface FindingSeenProps {
  slug: string
  finding: string
  seen: { readonly by: string } | null
  canSee: boolean
}

/** Who has seen a finding, or the button to say so: a launch asks for it. */
export function FindingSeen({ slug, finding, seen, canSee }: FindingSeenProps) {
  const router = useRouter()
  const { pending, problem, act } = useAct()
  if (seen) return <StatusMark status="go">Seen by {seen.by}</StatusMark>
  if (!canSee) return <StatusMark status="waiting">Nobody has seen it yet</StatusMark>

  const acknowledge = () =>
    act(true, async () => {
      const path = `/release-plans/${slug}/findings/${encodeURIComponent(finding)}`
      await callApi('PUT', path, { body: { acknowledged: true } })
      router.refresh()
    })

  return (
    <>
      {problem && <ApiProblemNote problem={problem} />}
      <Button size="small" pending={pending !== null} onClick={acknowledge}>
        I have seen this
      </Button>
    </>
  )
}
