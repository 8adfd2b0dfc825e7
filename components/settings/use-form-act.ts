'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import type { ApiProblem } from '../api/api-problem.ts'
import { useAct } from '../api/use-act.ts'
import { showToast } from '../ui/toast-queue.ts'

interface FormAct {
  readonly pending: boolean
  readonly problem: ApiProblem | null
  /** For `onSubmit`: sends, says it, empties the form and shows the page as it is now. */
  readonly submit: (
    event: FormEvent<HTMLFormElement>,
    send: (text: (name: string) => string) => Promise<unknown>,
    said: string,
  ) => void
}

/** A form whose fields keep themselves, sent to our API when it is submitted. */
export function useFormAct(): FormAct {
  const router = useRouter()
  const { pending, problem, act } = useAct()

  const submit: FormAct['submit'] = (event, send, said) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    void act(true, async () => {
      await send((name) => String(fields.get(name) ?? '').trim())
      form.reset()
      showToast({ tone: 'success', title: said })
      router.refresh()
    })
  }

  return { pending: pending !== null, problem, submit }
}
