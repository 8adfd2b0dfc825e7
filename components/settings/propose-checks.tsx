'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedArea } from '../privacy/logged-area.tsx'
import { checkName } from '../toggles/check-list.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'
import { showToast } from '../ui/toast-queue.ts'
import type { CheckMatrixEnvironment } from './check-matrix.tsx'

type ProposeChecksProps = { team: string; environments: readonly CheckMatrixEnvironment[] }

/** Ticks as they should be; what differs from now is what is proposed. */
export function ProposeChecks({ team, environments }: ProposeChecksProps) {
  const router = useRouter()
  const [key, setKey] = useState(environments[0]?.environment ?? '')
  const [wished, setWished] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const { pending, problem, act } = useAct()
  const checks = environments.find(({ environment }) => environment === key)?.checks ?? []
  const changed = checks.filter(({ check, binds }) => (wished.get(check) ?? binds) !== binds)

  function send(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (changed.length === 0 || reason.trim() === '') return
    void act(true, async () => {
      const [bind, unbind] = [
        changed.filter((one) => !one.binds),
        changed.filter((one) => one.binds),
      ]
      await callApi('POST', `/teams/${team}/checks/proposals`, {
        body: {
          environment: key,
          bind: bind.map(({ check }) => check),
          unbind: unbind.map(({ check }) => check),
          reason: reason.trim(),
        },
      })
      showToast({ tone: 'success', title: 'Proposed; a second person decides' })
      setWished(new Map())
      setReason('')
      setAsked(false)
      router.refresh()
    })
  }

  return (
    <form onSubmit={send} className="flex max-w-reading flex-col gap-4" noValidate>
      <Select
        label="Environment"
        value={key}
        onChange={(event) => {
          setKey(event.currentTarget.value)
          setWished(new Map())
        }}
        options={environments.map(({ environment, name }) => ({ value: environment, label: name }))}
      />
      <fieldset>
        <legend className="pb-1.5 text-sm font-semibold">Checks that are to bind</legend>
        <div className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
          {checks
            .filter(({ always }) => !always)
            .map(({ check, binds }) => (
              <Checkbox
                key={check}
                label={checkName(check)}
                checked={wished.get(check) ?? binds}
                onChange={(event) => {
                  const isTicked = event.currentTarget.checked
                  setWished((now) => new Map(now).set(check, isTicked))
                }}
              />
            ))}
        </div>
      </fieldset>
      <LoggedArea
        label="Reason"
        rows={2}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isAsked && reason.trim() === '' ? 'Say why.' : undefined}
      />
      {problem && <ApiProblemNote problem={problem} />}
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={pending !== null}
          reason={changed.length === 0 ? 'Tick or untick a check first.' : undefined}
        >
          Propose it
        </Button>
      </div>
    </form>
  )
}
