import { useState } from 'react'
import useSWR from 'swr'
import { holdingChecks } from '../../domain/rollout/holding-checks.ts'
import { problemOf } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi, readApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Band } from '../ui/band.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { exactWords } from '../ui/time-words.ts'
import { showToast } from '../ui/toast-queue.ts'
import { shortWords } from './act-words.ts'
import { capitalised } from './capitalised.ts'
import { CheckList } from './check-list.tsx'
import { ReasonPresses } from './reason-presses.tsx'
import { RollBackWords } from './roll-back-words.tsx'
import { type HistoryView, type RollbackView, statePath } from './toggle-view.ts'

type RollBackDialogProps = {
  toggle: string
  environment: string
  /** The environment within a sentence. */
  called: string
  isProtected: boolean
  /** To before the newest flip. */
  rollback: RollbackView
  history: readonly HistoryView[]
  isOpen: boolean
  onClose: () => void
  /** It was rolled back: closes as well, and draws the page anew. */
  onDone: () => void
}

/** How far back, as the API is asked for it: nothing said is before the newest flip. */
const NEWEST = ''

/** What a rollback restores, how far it goes, and one press on the reason that does it. */
export function RollBackDialog(props: RollBackDialogProps) {
  const { toggle, environment, called, isProtected, rollback: newest, history } = props
  const { isOpen, onClose, onDone } = props
  const [back, setBack] = useState(NEWEST)
  const { pending, problem, act } = useAct()
  const path = `${statePath(toggle, environment)}/rollback`
  const asked = useSWR<RollbackView | null>(back === NEWEST ? null : `${path}?${back}`, readApi)
  const shown = back === NEWEST ? newest : asked.data
  const to = shown ? shortWords(shown.to) : ''
  const action = `Roll ${called} back to ${to}`
  const failed = holdingChecks(shown?.checks ?? [])

  function close() {
    setBack(NEWEST)
    onClose()
  }

  const rollBack = (reason: string) =>
    act(true, async () => {
      const where = [...new URLSearchParams(back)].map(([way, n]) => [way, Number(n)])
      const { seq } = await callApi<{ seq: number | null }>('POST', path, {
        body: { reason, expected_version: shown?.version, ...Object.fromEntries(where) },
      })
      setBack(NEWEST)
      onDone()
      showToast({
        tone: 'success',
        title: `Rolled ${called} back to ${to}: ${toggle}`,
        ...(seq === null ? {} : { detail: `Entry ${seq} of the log.` }),
      })
    })

  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={shown ? action : `Roll ${called} back`}
      band={isProtected ? <Band tone="loud">{capitalised(called)}</Band> : undefined}
    >
      <div className="flex flex-col gap-5">
        {history.length + newest.stages.length > 2 && (
          <Select
            label="Back to"
            value={back}
            onChange={(event) => setBack(event.currentTarget.value)}
            options={[
              { value: NEWEST, label: `Before the newest flip: ${shortWords(newest.to)}` },
              ...newest.stages.map(({ n, label }) => ({
                value: `before_stage=${n}`,
                label: `Before the stage began: ${label}`,
              })),
              ...placesOf(history),
            ]}
          />
        )}
        {!shown && asked.isLoading && <Skeleton label="Asking what this would restore" lines={3} />}
        {!shown && asked.data === null && <p className="text-sm">That is how it stands now.</p>}
        {asked.error && <ApiProblemNote problem={problemOf(asked.error)} />}
        {shown && (
          <RollBackWords
            toggle={toggle}
            rollback={shown}
            undone={history.find((one) => one.version === shown.undoes) ?? null}
          />
        )}
        {shown && failed.length > 0 && (
          <>
            <Callout tone="danger" title="This rollback would let people in, and checks fail">
              Restoring that state widens {called}, so it is checked like any widening. Narrowing is
              always open: turn it off, or lower the percentage.
            </Callout>
            <CheckList label="Checks" checks={shown.checks} />
          </>
        )}
        {shown && failed.length === 0 && (
          <ReasonPresses
            action={action}
            verb="Roll back"
            pending={pending !== null}
            onReason={(reason) => void rollBack(reason)}
          />
        )}
        {problem && <ApiProblemNote problem={problem} />}
      </div>
    </Dialog>
  )
}

/** Every state that stood before, newest first, but the one that stands now. */
function placesOf(history: readonly HistoryView[]) {
  return history
    .slice(0, -1)
    .toReversed()
    .map(({ version, words, at }) => ({
      value: `to_version=${version}`,
      label: `${capitalised(words)}, since ${exactWords(new Date(at))}`,
    }))
}
