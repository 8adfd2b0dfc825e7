'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { GUARD_TOOLS } from '../../domain/guard/guard-tools.ts'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { GuardSecretNote, type NewSecret } from './guard-secret-note.tsx'
import { statePath } from './toggle-view.ts'

const toolNames = {
  datadog: 'Datadog',
  grafana: 'Grafana',
  alertmanager: 'Alertmanager',
  generic: 'Another program (JSON)',
} as const

type MakeGuardProps = {
  toggle: string
  environment: string
  /** The environment within a sentence. */
  called: string
  mayHold: boolean
}

/** Makes a guard, and shows its secret this once. */
export function MakeGuard({ toggle, environment, called, mayHold }: MakeGuardProps) {
  const router = useRouter()
  const { pending, problem, act } = useAct()
  const [name, setName] = useState('')
  const [tool, setTool] = useState<string>('grafana')
  const [deed, setDeed] = useState(mayHold ? 'hold' : 'lower')
  const [share, setShare] = useState('')
  const [dryRun, setDryRun] = useState(true)
  const [made, setMade] = useState<NewSecret | null>(null)

  function submit(event: FormEvent) {
    event.preventDefault()
    void act(true, async () => {
      const to = deed === 'lower' && share !== '' ? { lower_to: Number(share) } : {}
      const body = { name, tool, act: deed, dry_run: dryRun, ...to }
      setMade(
        await callApi<NewSecret>('POST', `${statePath(toggle, environment)}/guards`, { body }),
      )
      setName('')
      router.refresh()
    })
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3 border-t border-rule pt-3">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label="What it watches"
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldError(problem, 'name')}
        />
        <Select
          label="Called by"
          options={GUARD_TOOLS.map((value) => ({ value, label: toolNames[value] }))}
          value={tool}
          onChange={(event) => setTool(event.currentTarget.value)}
        />
        <Select
          label="It may"
          options={[
            ...(mayHold ? [{ value: 'hold', label: 'Hold what widens' }] : []),
            { value: 'lower', label: 'Lower the percentage' },
          ]}
          value={deed}
          onChange={(event) => setDeed(event.currentTarget.value)}
        />
        {deed === 'lower' && (
          <TextField
            label="To, in per cent"
            optional
            inputMode="decimal"
            description="Empty: the stage before."
            value={share}
            onChange={(event) => setShare(event.currentTarget.value)}
            error={fieldError(problem, 'lower_to')}
          />
        )}
      </div>
      <Checkbox
        label="Dry run: only say what it would do"
        checked={dryRun}
        onChange={(event) => setDryRun(event.currentTarget.checked)}
      />
      {problem && <ApiProblemNote problem={problem} shown={['name', 'lower_to']} />}
      <div>
        <Button type="submit" pending={pending !== null}>
          Make a guard of {called}
        </Button>
      </div>
      {made && <GuardSecretNote {...made} />}
    </form>
  )
}
