'use client'

import { useRouter } from 'next/navigation'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'

/** Ends one delegation before its time. */
export function EndDelegation({ team, id, to }: { team: string; id: string; to: string }) {
  const router = useRouter()
  const { pending, problem, act } = useAct()

  async function end() {
    await act(true, async () => {
      await callApi('DELETE', `/teams/${team}/delegations/${id}`)
      router.refresh()
    })
  }

  return (
    <>
      <Button pending={pending !== null} onClick={end}>
        End<span className="sr-only"> that {to} speaks</span>
      </Button>
      {problem && <ApiProblemNote problem={problem} />}
    </>
  )
}
