'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'

type DueFormProps = { slug: string; roundId: string; neededBy: string | null }

/** By when the round wants its sign-offs; who has not spoken is reminded by mail. */
export function DueForm({ slug, roundId, neededBy }: DueFormProps) {
  const router = useRouter()
  const { pending, problem, act } = useAct<'set' | 'take back'>()

  async function set(what: 'set' | 'take back', needed_by: string | null) {
    await act(what, async () => {
      const path = `/release-plans/${slug}/roll-calls/${roundId}/due`
      await callApi('PUT', path, { body: { needed_by } })
      router.refresh()
    })
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const moment = String(new FormData(event.currentTarget).get('needed_by') ?? '')
    await set('set', moment === '' ? null : `${moment}:00Z`)
  }

  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
      {problem && <ApiProblemNote problem={problem} />}
      <div className="w-60">
        <TextField
          key={neededBy}
          label="Wanted by, in UTC"
          name="needed_by"
          type="datetime-local"
          defaultValue={neededBy?.slice(0, 16) ?? ''}
          required
        />
      </div>
      <Button type="submit" pending={pending === 'set'}>
        {neededBy === null ? 'Set the date' : 'Change the date'}
      </Button>
      {neededBy !== null && (
        <Button pending={pending === 'take back'} onClick={() => set('take back', null)}>
          Take it back
        </Button>
      )}
    </form>
  )
}
