'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { overrideReasonFault } from '../../domain/rollout/override-reason.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { connectionPath } from './connection-view.ts'
import { TakeoverReason } from './takeover-reason.tsx'

type OnlyThereProps = {
  environment: string
  /** Its name, as buttons say it. */
  name: string
  keys: readonly string[]
  mayConnect: boolean
}

const AT_ONCE = 200

/** Features that Rollcall has not: left alone until somebody brings them in. */
export function OnlyThere({ environment, name, keys, mayConnect }: OnlyThereProps) {
  const router = useRouter()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [why, setWhy] = useState('')
  const [isAsked, setAsked] = useState(false)
  const { pending, problem, act } = useAct()
  if (keys.length === 0) return null

  // Known once it was refused: what they hold is read only then.
  const isHeld = problem?.code === 'checks-not-passed'
  const overrides = isHeld || why !== ''

  function bringIn() {
    setAsked(isHeld)
    if (overrides && overrideReasonFault(why) !== null) return
    void act(true, async () => {
      const path = `${connectionPath(environment)}/features`
      const override = overrides ? { override: { reason: why.trim() } } : {}
      await callApi('POST', path, { body: { keys: chosen, ...override } })
      showToast({ tone: 'success', title: `Brought in ${counted(chosen.length)}` })
      setChosen([])
      setWhy('')
      setAsked(false)
      router.refresh()
    })
  }

  return (
    <section aria-labelledby="only-there" className="flex flex-col gap-3">
      <h2 id="only-there" className="text-lg font-semibold">
        Only there, and left alone
      </h2>
      <ul className="columns-[18rem] gap-6">
        {keys.map((key) => (
          <li key={key} className="break-inside-avoid py-0.5 text-sm wrap-anywhere">
            {mayConnect ? (
              <Checkbox
                label={<code>{key}</code>}
                checked={chosen.includes(key)}
                onChange={(event) =>
                  setChosen(
                    event.currentTarget.checked
                      ? [...chosen, key]
                      : chosen.filter((one) => one !== key),
                  )
                }
              />
            ) : (
              <code>{key}</code>
            )}
          </li>
        ))}
      </ul>
      {overrides && (
        <TakeoverReason
          what={`What is chosen lets people in, in ${name},`}
          value={why}
          onChange={setWhy}
          isAsked={isAsked}
        />
      )}
      {mayConnect && (
        <div>
          <Button
            pending={pending !== null}
            variant={overrides ? 'danger' : 'secondary'}
            reason={reasonAgainst(chosen.length)}
            onClick={bringIn}
          >
            {chosen.length === 0
              ? 'Bring in as they stand'
              : `Bring in ${counted(chosen.length)} as ${chosen.length === 1 ? 'it stands' : 'they stand'}`}
            {overrides && ', overriding checks'}
          </Button>
        </div>
      )}
      {problem && !isHeld && <ApiProblemNote problem={problem} />}
    </section>
  )
}

function reasonAgainst(chosen: number): string | undefined {
  if (chosen === 0) return 'Choose which first.'
  return chosen > AT_ONCE ? `Choose ${AT_ONCE} at most.` : undefined
}

function counted(count: number): string {
  return count === 1 ? '1 toggle' : `${count} toggles`
}
