'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { connectionPath } from './connection-view.ts'

type OnlyThereProps = { environment: string; keys: readonly string[]; mayConnect: boolean }

const AT_ONCE = 200

/** Features that Rollcall has not: left alone until somebody brings them in. */
export function OnlyThere({ environment, keys, mayConnect }: OnlyThereProps) {
  const router = useRouter()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { pending, problem, act } = useAct()
  if (keys.length === 0) return null

  const bringIn = () =>
    act(true, async () => {
      const path = `${connectionPath(environment)}/features`
      await callApi('POST', path, { body: { keys: chosen.slice(0, AT_ONCE) } })
      showToast({ tone: 'success', title: `Brought in ${counted(chosen.length)}` })
      setChosen([])
      router.refresh()
    })

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
      {mayConnect && (
        <div>
          <Button
            pending={pending !== null}
            reason={chosen.length === 0 ? 'Choose which first.' : undefined}
            onClick={() => void bringIn()}
          >
            Bring in {counted(chosen.length)} as they stand
          </Button>
        </div>
      )}
      {problem && <ApiProblemNote problem={problem} />}
    </section>
  )
}

function counted(count: number): string {
  return count === 1 ? '1 toggle' : `${count} toggles`
}
