'use client'

import { useRouter } from 'next/navigation'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast-queue.ts'

/** Releases a stopped line; what else holds a widening holds it still. */
export function ReleaseLine() {
  const router = useRouter()
  const { pending, problem, act } = useAct()

  function release() {
    void act(true, async () => {
      await callApi('DELETE', '/stop-the-line')
      showToast({ tone: 'success', title: 'The line runs again' })
      router.refresh()
    })
  }

  return (
    <div className="flex flex-col gap-2">
      <Button variant="primary" pending={pending !== null} onClick={release}>
        Release the line
      </Button>
      {problem && <ApiProblemNote problem={problem} />}
    </div>
  )
}
