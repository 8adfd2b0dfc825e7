'use client'

import { useRouter } from 'next/navigation'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast-queue.ts'

/** Takes a schedule back; nothing is let in by that, so one press does it. */
export function CancelSchedule({ id }: { id: string }) {
  const router = useRouter()
  const { pending, problem, act } = useAct()
  const cancel = () =>
    act(true, async () => {
      await callApi('DELETE', `/schedules/${id}`)
      showToast({ tone: 'success', title: 'Cancelled what was scheduled' })
      router.refresh()
    })
  return (
    <span className="flex flex-col items-end gap-2">
      <Button size="small" pending={pending !== null} onClick={() => void cancel()}>
        Cancel it
      </Button>
      {problem && <ApiProblemNote problem={problem} />}
    </span>
  )
}
