'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { type ApiProblem, problemOf } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
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
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)

  async function register() {
    setPending(true)
    setProblem(null)
    try {
      await callApi('POST', '/toggles', { body: { key: toggleKey, description } })
      showToast({ tone: 'success', title: `${toggleKey} is registered, off everywhere` })
      router.refresh()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setPending(false)
    }
  }

  return (
    <>
      {problem && <ApiProblemNote problem={problem} />}
      <Button size="small" pending={isPending} onClick={register}>
        Register it
      </Button>
    </>
  )
}
