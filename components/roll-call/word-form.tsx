'use client'

import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { LoggedArea } from '../privacy/logged-area.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { OpenWord } from './use-words.ts'
import { type GivenWord, VERDICT_WORDS, type Word, wordTitle } from './word.ts'

interface WordFormProps {
  open: OpenWord
  name: string
  speakers: readonly string[]
  /** The plan's revision at this moment. */
  revision: number
  onGive: (word: GivenWord) => void
  onCancel: () => void
}

/** What is said, by whom, on which revision, and why. */
export function WordForm({ open, name, speakers, revision, onGive, onCancel }: WordFormProps) {
  const { problem } = open
  const isOutdated = problem?.code === 'revision-conflict'
  // Told that the plan was edited, whoever says it again says it on what it is now.
  const word = isOutdated ? { ...open.word, revision } : open.word
  const { verdict } = word
  const [givenBy, setGivenBy] = useState(word.givenBy)
  const [note, setNote] = useState(word.note ?? '')
  const [wouldChange, setWouldChange] = useState(word.wouldChange ?? '')
  const list = useId()
  const needsReason = verdict !== 'go'
  const reason = lacking(givenBy, needsReason && note.trim() === '')
  const error = (field: string) => (problem ? fieldError(problem, field) : undefined)

  function submit(event: FormEvent | KeyboardEvent) {
    event.preventDefault()
    if (reason === null) onGive({ ...word, givenBy, note, wouldChange })
  }

  function submitByKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit(event)
  }

  return (
    <form onSubmit={submit} onKeyDown={submitByKey} className="flex flex-col gap-4">
      {isOutdated ? (
        <Callout tone="danger" live title="The plan was edited meanwhile">
          Nothing was recorded. Cancel to see what changed, or say it again on revision {revision}.
        </Callout>
      ) : (
        problem && <ApiProblemNote problem={problem} shown={['given_by', 'note', 'would_change']} />
      )}
      <WhatIsSaid word={{ ...word, givenBy }} name={name} />
      {givenBy !== null && (
        <>
          <TextField
            label="Said by"
            list={list}
            value={givenBy}
            autoComplete="off"
            error={error('given_by')}
            onChange={(event) => setGivenBy(event.currentTarget.value)}
          />
          <datalist id={list}>
            {speakers.map((speaker) => (
              <option key={speaker} value={speaker} />
            ))}
          </datalist>
        </>
      )}
      <LoggedArea
        label={needsReason ? 'Reason' : 'Note'}
        optional={!needsReason}
        rows={2}
        value={note}
        error={error('note')}
        data-autofocus={needsReason ? true : undefined}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {verdict === 'no_go' && (
        <LoggedArea
          label="What would change it"
          optional
          rows={2}
          value={wouldChange}
          error={error('would_change')}
          onChange={(event) => setWouldChange(event.currentTarget.value)}
        />
      )}
      <div className="flex flex-wrap items-start gap-2 border-t border-rule pt-4">
        <Button
          type="submit"
          variant={verdict === 'no_go' || verdict === 'withdrawn' ? 'danger' : 'primary'}
          reason={reason}
          data-autofocus={needsReason ? undefined : true}
        >
          {wordTitle(word, name)}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}

function WhatIsSaid({ word, name }: { word: Word; name: string }) {
  const { verdict, givenBy, revision } = word
  if (verdict === 'withdrawn') {
    return (
      <p className="text-sm text-ink-soft">
        What {name} said counts no longer. After a launch nothing widens any further on it, and
        nothing is undone by it.
      </p>
    )
  }
  return (
    <p className="text-sm text-ink-soft">
      {givenBy === null ? 'You say' : `You record that ${givenBy || 'somebody'} said`}{' '}
      <strong className="text-ink">{VERDICT_WORDS[verdict].spoken}</strong> for {name}, on revision{' '}
      {revision} of the plan. An edit of what it reviews makes it stale.
    </p>
  )
}

function lacking(givenBy: string | null, isReasonMissing: boolean): string | null {
  if (givenBy?.trim() === '') return 'Name who said it.'
  return isReasonMissing ? 'Give the reason: it is kept with the word.' : null
}
