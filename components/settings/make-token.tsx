'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { SERVICE_SCOPES, type TokenKind } from '../../domain/tokens/new-token.ts'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ShownOnce } from './shown-once.tsx'
import { scopeWords } from './token-words.ts'

type MakeTokenProps = {
  environments: readonly { readonly key: string; readonly name: string }[]
  /** Whether tokens of service accounts and applications are theirs to make. */
  mayManage: boolean
}

const KINDS = [
  {
    value: 'person',
    label: 'For myself',
    description: 'Acts as you, with your rights and no others.',
  },
  {
    value: 'service',
    label: 'For a service account',
    description: 'A pipeline: what you tick, and never signs or widens what is protected.',
  },
  {
    value: 'flags',
    label: 'For an application',
    description: 'Asks which toggles are on, in one environment, and nothing else.',
  },
] as const

const DAYS = { person: 30, service: 90, flags: 365 } as const
const FIELDS = ['name', 'environment', 'scopes', 'lasts_hours']

/** Makes a token, which is shown once. */
export function MakeToken({ environments, mayManage }: MakeTokenProps) {
  const router = useRouter()
  const [kind, setKind] = useState<TokenKind>('person')
  const [acts, setActs] = useState(false)
  const [made, setMade] = useState<{ name: string; token: string } | null>(null)
  const { pending, problem, act } = useAct()

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const name = String(fields.get('name') ?? '').trim()
    const hours = acts && kind === 'person' ? 24 : Number(fields.get('days')) * 24
    const body = {
      kind,
      name,
      lasts_hours: hours,
      ...(kind === 'flags' ? { environment: fields.get('environment') } : {}),
      ...(kind === 'service' ? { scopes: fields.getAll('scopes') } : {}),
      ...(kind === 'person' ? { may_sign_and_widen: acts } : {}),
    }
    void act(true, async () => {
      const { token } = await callApi<{ token: string | null }>('POST', '/tokens', { body })
      if (token !== null) setMade({ name, token })
      form.reset()
      setActs(false)
      router.refresh()
    })
  }

  if (made) return <ShownOnce {...made} onDone={() => setMade(null)} />
  return (
    <form noValidate onSubmit={submit} className="flex max-w-reading flex-col gap-4">
      {mayManage && (
        <RadioGroup
          label="What for"
          name="kind"
          value={kind}
          onChange={setKind}
          options={KINDS.map((one) => ({ ...one }))}
        />
      )}
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        description="Where it is used, so that it is known again: “laptop”, “nightly deploys”."
        error={fieldError(problem, 'name')}
      />
      {kind === 'flags' && (
        <Select
          label="Environment"
          name="environment"
          options={environments.map(({ key, name }) => ({ value: key, label: name }))}
          error={fieldError(problem, 'environment')}
        />
      )}
      {kind === 'service' && (
        <fieldset className="flex flex-col gap-1">
          <legend className="pb-1.5 text-sm font-semibold">It may</legend>
          {SERVICE_SCOPES.map((scope) => (
            <Checkbox key={scope} name="scopes" value={scope} label={scopeWords(scope)} />
          ))}
          {fieldError(problem, 'scopes') && (
            <p className="text-xs text-no-go">Tick at least one.</p>
          )}
        </fieldset>
      )}
      {kind === 'person' && (
        <Checkbox
          label="It may sign and widen production"
          description="As far as you may; it ends within a day then."
          checked={acts}
          onChange={(event) => setActs(event.currentTarget.checked)}
        />
      )}
      {!(acts && kind === 'person') && (
        <TextField
          key={kind}
          label="Good for, in days"
          name="days"
          type="number"
          inputMode="numeric"
          min={1}
          max={kind === 'person' ? 90 : 365}
          defaultValue={DAYS[kind]}
          error={fieldError(problem, 'lasts_hours')}
          className="max-w-28"
        />
      )}
      {problem && <ApiProblemNote problem={problem} shown={FIELDS} />}
      <div>
        <Button type="submit" variant="primary" pending={pending !== null}>
          Make the token
        </Button>
      </div>
    </form>
  )
}
