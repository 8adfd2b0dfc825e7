'use client'

import { useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedField } from '../privacy/logged-field.tsx'
import { Button } from '../ui/button.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { DecisionTaken } from './decision-taken.tsx'
import { type Bounds, LaunchScopeFields, SCOPE_FIELDS, scopeOf } from './launch-bounds.tsx'
import { useTheMeeting } from './the-meeting.ts'
import { WhereToMend } from './where-to-mend.tsx'

type Decision = 'launch' | 'pause' | 'pivot'

/** How the round ends. Launch says what is missing; pause and pivot are always open. */
export function DecisionForm() {
  const { slug, meeting, you, bounds: choices } = useTheMeeting()
  const { round } = meeting
  const [note, setNote] = useState('')
  const [bounds, setBounds] = useState<Bounds | null>(null)
  const { pending, problem, act } = useAct<Decision>()
  const { lacks, decision } = round
  if (decision !== null) return <DecisionTaken round={round} />

  async function decide(wanted: Decision) {
    const body = {
      decision: wanted,
      ...(note.trim() === '' ? {} : { note }),
      ...(wanted === 'launch' ? scopeOf(bounds) : {}),
    }
    await act(wanted, async () => {
      await callApi('POST', `/release-plans/${slug}/roll-calls/${round.id}/decision`, { body })
    })
  }

  const count = lacks.length
  return (
    <section className="mt-10" aria-labelledby="decision-title">
      <h2 id="decision-title" tabIndex={-1} className="mb-2 text-lg font-semibold">
        Decision
      </h2>
      {count === 0 ? (
        <StatusMark status="go">Nothing is missing for a launch</StatusMark>
      ) : (
        <>
          <p className="text-sm">A launch still needs:</p>
          <ul className="my-2 flex max-w-reading list-disc flex-col gap-1 pl-5 text-sm">
            {lacks.map((lack) => (
              <li key={lack.sentence}>
                {lack.sentence} <WhereToMend slug={slug} lack={lack} />
              </li>
            ))}
          </ul>
        </>
      )}
      {you.decide ? (
        <form
          className="mt-4 flex max-w-2xl flex-col gap-3"
          onSubmit={(event) => event.preventDefault()}
        >
          {problem && <ApiProblemNote problem={problem} shown={SCOPE_FIELDS} />}
          <LoggedField
            label="Note on the decision"
            optional
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {choices && (
            <LaunchScopeFields
              choices={choices}
              bounds={bounds}
              problem={problem}
              onChange={setBounds}
            />
          )}
          <div className="flex flex-wrap items-start gap-2">
            <Button
              variant="primary"
              pending={pending === 'launch'}
              reason={
                count === 0 ? null : `${count} ${count === 1 ? 'thing is' : 'things are'} missing.`
              }
              onClick={() => decide('launch')}
            >
              Decide to launch
            </Button>
            <Button pending={pending === 'pause'} onClick={() => decide('pause')}>
              Pause
            </Button>
            <Button pending={pending === 'pivot'} onClick={() => decide('pivot')}>
              Pivot
            </Button>
          </div>
        </form>
      ) : (
        <p className="mt-3 text-sm text-ink-soft">
          The program manager or the government lead takes the decision.
        </p>
      )}
    </section>
  )
}
