'use client'

import { useRouter } from 'next/navigation'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { connectionPath } from './connection-view.ts'

type Look = { readonly adopted: number; readonly failed: string | null }

/** Looks at the server now, for who does not wait for the worker. */
export function LookNow({ environment }: { environment: string }) {
  const router = useRouter()
  const { pending, problem, act } = useAct()
  const look = () =>
    act(true, async () => {
      const { adopted, failed } = await callApi<Look>('POST', `${connectionPath(environment)}/look`)
      showToast(
        failed === null
          ? { tone: 'success', title: foundWords(adopted) }
          : { tone: 'warning', title: 'The server could not be read', detail: failed },
      )
      router.refresh()
    })
  return (
    <div className="flex flex-col gap-2">
      <div>
        <Button pending={pending !== null} onClick={() => void look()}>
          Look now
        </Button>
      </div>
      {problem && <ApiProblemNote problem={problem} />}
    </div>
  )
}

function foundWords(adopted: number): string {
  if (adopted === 0) return 'Nothing was changed there'
  return adopted === 1 ? '1 toggle was changed there' : `${adopted} toggles were changed there`
}
