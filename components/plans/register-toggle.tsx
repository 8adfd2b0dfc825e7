'use client'

import { useRouter } from 'next/navigation'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast-queue.ts'

/** Puts a key that a plan names into the registry, on a person's word. */
export function RegisterToggle({
  toggleKey,
  description,
}: {
  toggleKey: string
  description: string
}) {
  const router = useRouter()
  const { pending, problem, act } = useAct()

  const register = () =>
    act(true, async () => {
      await callApi('POST', '/toggles', { body: { key: toggleKey, description } })
      showToast({ tone: 'success', title: `${toggleKey} is registered, off everywhere` })
      router.refresh()
    })

  return (
    <>
      {problem && <ApiProblemNote problem={problem} />}
      <Button size="small" pending={pending !== null} onClick={register}>
        Register it
      </Button>
    </>
  )
}
