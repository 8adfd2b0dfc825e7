'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import useSWRMutation from 'swr/mutation'
import { holdingChecks } from '../../domain/rollout/holding-checks.ts'
import { problemOf } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { shortWords } from './act-words.ts'
import { capitalised } from './capitalised.ts'
import { CheckList } from './check-list.tsx'
import { type HistoryView, type RollbackView, statePath } from './toggle-view.ts'

type RollBackDialogProps = {
  toggle: string
  environment: string
  isProtected: boolean
  rollback: RollbackView
  undone: HistoryView | null
  isOpen: boolean
  onClose: () => void
}

const presets = ['Errors rose', 'Wrong behaviour seen', 'Asked by the government lead'] as const

/** What a rollback restores, and one press on the reason that does it. */
export function RollBackDialog(props: RollBackDialogProps) {
  const { toggle, environment, isProtected, rollback, undone, isOpen, onClose } = props
  const router = useRouter()
  const [other, setOther] = useState('')
  const { trigger, error, isMutating, reset } = useSWRMutation(
    `${statePath(toggle, environment)}/rollback`,
    (path: string, { arg }: { arg: string }) =>
      callApi<{ seq: number | null }>('POST', path, { body: { reason: arg } }),
  )
  const to = shortWords(rollback.to)
  const action = `Roll ${environment} back to ${to}`
  const failed = holdingChecks(rollback.checks)

  function close() {
    reset()
    setOther('')
    onClose()
  }

  async function rollBack(reason: string) {
    try {
      const { seq } = await trigger(reason)
      close()
      showToast({
        tone: 'success',
        title: `Rolled ${environment} back to ${to}: ${toggle}`,
        ...(seq === null ? {} : { detail: `Entry ${seq} of the log.` }),
      })
      router.refresh()
    } catch {
      // Shown in the dialog: the mutation keeps it.
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (other.trim() !== '') void rollBack(other.trim())
  }

  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={action}
      band={isProtected ? <Band tone="loud">{capitalised(environment)}</Band> : undefined}
    >
      <div className="flex flex-col gap-5">
        <p className="text-sm">
          <code className="wrap-anywhere">{toggle}</code> is at{' '}
          <strong className="font-semibold">{rollback.from}</strong> and goes back to{' '}
          <strong className="font-semibold">{rollback.to}</strong>
          {undone ? (
            <>
              , undoing what {undone.actor} did <TimeStamp at={undone.at} />
              {undone.reason && <>: “{undone.reason}”</>}
            </>
          ) : null}
          .
        </p>
        {failed.length > 0 ? (
          <>
            <Callout tone="danger" title="This rollback would let people in, and checks fail">
              Restoring that state widens {environment}, so it is checked like any widening.
              Narrowing is always open: turn it off, or lower the percentage.
            </Callout>
            <CheckList label="Checks" checks={rollback.checks} />
          </>
        ) : (
          <div className="flex flex-col gap-3">
            <h3 className="text-sm font-semibold">Why? One press rolls back.</h3>
            <ul className="flex flex-col gap-2">
              {presets.map((preset) => (
                <li key={preset}>
                  <Button
                    className="w-full justify-start!"
                    pending={isMutating}
                    aria-label={`${preset}: ${action}`}
                    onClick={() => rollBack(preset)}
                  >
                    {preset}
                  </Button>
                </li>
              ))}
            </ul>
            <form onSubmit={submit} className="flex items-end gap-2">
              <div className="flex-1">
                <TextField
                  label="Another reason"
                  value={other}
                  maxLength={4000}
                  onChange={(event) => setOther(event.currentTarget.value)}
                />
              </div>
              <Button type="submit" variant="danger" pending={isMutating}>
                Roll back
              </Button>
            </form>
          </div>
        )}
        {error && <ApiProblemNote problem={problemOf(error)} />}
      </div>
    </Dialog>
  )
}
