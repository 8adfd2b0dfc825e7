'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ChooseSome } from './choose-some.tsx'
import { WebhookSecretNote } from './webhook-secret-note.tsx'
import type { WebhookChoices } from './webhook-view.ts'

const FORMATS = [
  { value: 'standard', label: 'Signed JSON, for programs' },
  { value: 'slack', label: 'Messages for Slack' },
]

/** Makes a webhook, and shows its secret this once. */
export function MakeWebhook({ choices }: { choices: WebhookChoices }) {
  const router = useRouter()
  const { pending, problem, act } = useAct()
  const [secret, setSecret] = useState<string | null>(null)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const said = new FormData(form)
    const body = {
      name: said.get('name'),
      url: said.get('url'),
      format: said.get('format'),
      kinds: said.getAll('kinds'),
      environments: said.getAll('environments'),
    }
    void act(true, async () => {
      const made = await callApi<{ secret: string }>('POST', '/webhooks', { body })
      setSecret(made.secret)
      form.reset()
      router.refresh()
    })
  }

  return (
    <form onSubmit={submit} className="flex max-w-3xl flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Name"
          name="name"
          description="Who receives it."
          required
          maxLength={80}
          error={fieldError(problem, 'name')}
        />
        <Select
          label="What it sends"
          name="format"
          description="The form of a message."
          options={FORMATS}
        />
        <div className="sm:col-span-2">
          <TextField
            label="Address"
            name="url"
            type="url"
            description="Kept, and shown without its path: it may hold a secret."
            placeholder="https://siem.example.gov/rollcall"
            required
            maxLength={2000}
            error={fieldError(problem, 'url')}
          />
        </div>
      </div>
      <ChooseSome
        legend="Which entries"
        none="None ticked: every entry."
        name="kinds"
        options={choices.sorts}
      />
      <ChooseSome
        legend="In which environments"
        none="None ticked: all, and what is in no environment."
        name="environments"
        options={choices.environments}
      />
      {problem && <ApiProblemNote problem={problem} shown={['name', 'url']} />}
      <div>
        <Button type="submit" variant="primary" pending={pending !== null}>
          Make the webhook
        </Button>
      </div>
      {secret && <WebhookSecretNote secret={secret} />}
    </form>
  )
}
