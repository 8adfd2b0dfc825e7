'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { holdRefresh } from '../live/held-refresh.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ActButton } from './act-button.tsx'
import { ShownOnce } from './shown-once.tsx'
import type { ShownToken } from './token-words.ts'

/** Rotates or revokes one token. */
export function TokenActions({ token }: { token: ShownToken }) {
  const router = useRouter()
  const [isRotating, setRotating] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const { pending, problem, act } = useAct()
  const { id, name } = token
  const mayRotate = token.is_own || token.person === null

  // The new token stands in the row of the old one: drawn anew, its dialog would go before it is copied.
  useEffect(() => {
    if (!isRotating) return
    holdRefresh(true)
    return () => holdRefresh(false)
  }, [isRotating])

  function rotate() {
    void act(true, async () => {
      const answer = await callApi<{ token: string | null }>('POST', `/tokens/${id}/rotation`)
      setMade(answer.token)
    })
  }

  function close() {
    setRotating(false)
    setMade(null)
    if (made !== null) router.refresh()
  }

  return (
    <span className="inline-flex flex-col items-end gap-2 sm:flex-row sm:justify-end">
      {mayRotate && (
        <Button size="small" onClick={() => setRotating(true)}>
          Rotate<span className="sr-only"> {name}</span>
        </Button>
      )}
      <ActButton
        method="DELETE"
        path={`/tokens/${id}`}
        said={`“${name}” is revoked`}
        confirm={{
          title: `Revoke “${name}”?`,
          text: 'Whatever uses it is refused from now on. It cannot be brought back.',
          act: 'Revoke the token',
        }}
      >
        Revoke<span className="sr-only"> {name}</span>
      </ActButton>
      <Dialog
        isOpen={isRotating}
        onClose={close}
        title={`Rotate “${name}”?`}
        footer={
          made === null && (
            <>
              <Button variant="primary" pending={pending !== null} onClick={rotate}>
                Rotate the token
              </Button>
              <Button onClick={close}>Leave it</Button>
            </>
          )
        }
      >
        <div className="flex flex-col gap-4 text-left text-sm">
          {made === null ? (
            <p>
              Another takes its place, with the same rights and for as long. The old one ends at
              once: have the place that uses it at hand.
            </p>
          ) : (
            <ShownOnce name={name} token={made} onDone={close} />
          )}
          {problem && <ApiProblemNote problem={problem} />}
        </div>
      </Dialog>
    </span>
  )
}
