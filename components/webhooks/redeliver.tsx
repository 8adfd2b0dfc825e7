'use client'

import { useRouter } from 'next/navigation'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'

type RedeliverProps = { webhook: string; delivery: string; seq: number | null }

/** Sends one message again, under the same id. */
export function Redeliver({ webhook, delivery, seq }: RedeliverProps) {
  const router = useRouter()
  const { pending, problem, act } = useAct()
  const again = () =>
    act(true, async () => {
      await callApi('POST', `/webhooks/${webhook}/deliveries/${delivery}/redelivery`)
      router.refresh()
    })
  return (
    <>
      <Button size="small" pending={pending !== null} onClick={() => void again()}>
        Send again<span className="sr-only">: {seq === null ? 'the trial' : `entry ${seq}`}</span>
      </Button>
      {problem && <ApiProblemNote problem={problem} />}
    </>
  )
}
