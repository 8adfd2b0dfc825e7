'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'

type Verdict = 'go' | 'no_go'

interface VerdictFormProps {
  slug: string
  discipline: string
  name: string
  /** Whether the caller signs for this discipline themself. */
  mySay: boolean
  /** For recording: whose word can be recorded. */
  speakers: readonly string[]
  /** The contact whose role is this discipline, offered first. */
  likely: string | null
}

/** Go or no-go with a note: signed by the one whose say it is, else recorded for a named person. */
export function VerdictForm(props: VerdictFormProps) {
  const { slug, discipline, name, mySay, speakers, likely } = props
  const router = useRouter()
  const listId = useId()
  const [givenBy, setGivenBy] = useState(mySay ? '' : (likely ?? ''))
  const [note, setNote] = useState('')
  const { pending, problem, act } = useAct<Verdict>()
  const nobody = !mySay && givenBy.trim() === '' ? 'Name who said it.' : null
  const verb = mySay ? 'Sign' : 'Record'

  async function say(verdict: Verdict) {
    const body = {
      verdict,
      ...(mySay ? {} : { given_by: givenBy }),
      ...(note.trim() === '' ? {} : { note }),
    }
    await act(verdict, async () => {
      await callApi('PUT', `/release-plans/${slug}/sign-offs/${discipline}`, { body })
      setNote('')
      router.refresh()
    })
  }

  return (
    <form
      className="flex w-full max-w-2xl flex-col gap-3"
      aria-label={`${verb} for ${name}`}
      onSubmit={(event) => event.preventDefault()}
    >
      {problem && <ApiProblemNote problem={problem} shown={['given_by', 'note']} />}
      <div className="grid gap-3 sm:grid-cols-2">
        {!mySay && (
          <>
            <TextField
              label="Said by"
              list={listId}
              value={givenBy}
              autoComplete="off"
              error={problem && fieldError(problem, 'given_by')}
              onChange={(event) => setGivenBy(event.currentTarget.value)}
            />
            <datalist id={listId}>
              {speakers.map((speaker) => (
                <option key={speaker} value={speaker} />
              ))}
            </datalist>
          </>
        )}
        <TextField
          label="Note"
          description="A no-go needs its reason."
          value={note}
          error={problem && fieldError(problem, 'note')}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <div className="flex flex-wrap items-start gap-2">
        <Button
          variant="primary"
          reason={nobody}
          pending={pending === 'go'}
          onClick={() => say('go')}
        >
          {verb} go for {name}
        </Button>
        <Button pending={pending === 'no_go'} onClick={() => say('no_go')}>
          {verb} no-go for {name}
        </Button>
      </div>
    </form>
  )
}
