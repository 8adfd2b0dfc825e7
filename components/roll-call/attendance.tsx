'use client'

import { type FormEvent, useId, useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { Button } from '../ui/button.tsx'
import { CloseButton } from '../ui/close-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { useTheMeeting } from './the-meeting.ts'
import { useNote } from './use-note.ts'

/** Who is in the meeting: each says so themself, the facilitator adds those in the room. */
export function Attendance({ known }: { known: readonly string[] }) {
  const { slug, meeting, you, me, isOpen } = useTheMeeting()
  const { pending, problem, note } = useNote(slug, meeting.round.id)
  const [name, setName] = useState('')
  const list = useId()
  const here = meeting.attendance.filter(({ present }) => present)
  const gone = meeting.attendance.filter(({ present }) => !present)
  function add(event: FormEvent) {
    event.preventDefault()
    const whose = name.trim()
    if (whose !== '') void note(true, whose).then(() => setName(''))
  }

  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance" className="mb-1 text-lg font-semibold">
        {isOpen ? 'In the meeting' : 'Who was there'}{' '}
        <span className="font-normal text-ink-soft tabular-nums">
          {isOpen ? here.length : meeting.attendance.length}
        </span>
      </h2>
      {problem && <ApiProblemNote problem={problem} />}
      {meeting.attendance.length === 0 && (
        <p className="text-sm text-ink-soft">Nobody has said that they are here.</p>
      )}
      <ul className="text-sm">
        {[...here, ...(isOpen ? [] : gone)].map((one) => (
          <li
            key={one.id}
            className="flex min-h-8 items-center justify-between gap-2 border-b border-rule"
          >
            <span>
              {one.name}
              <span className="text-xs text-ink-soft">
                {one.noted_by !== one.name && `, noted by ${one.noted_by}`}
                {!one.present && ', left before the end'}
              </span>
            </span>
            <span className="flex items-center gap-1 text-xs text-ink-soft">
              <TimeStamp at={one.since} align="end" />
              {isOpen && (you.run || one.person_id === me.id) && (
                <CloseButton
                  label={`${one.name} leaves`}
                  onClick={() => note(false, one.person_id === me.id ? undefined : one.name)}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
      {isOpen && gone.length > 0 && (
        <p className="mt-1 text-xs text-ink-soft">Left: {gone.map((one) => one.name).join(', ')}</p>
      )}
      {isOpen && you.run && (
        <form onSubmit={add} className="mt-3 flex items-end gap-2">
          <TextField
            label="Also in the room"
            list={list}
            value={name}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <datalist id={list}>
            {known.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
          <Button type="submit" pending={pending !== null && pending === name.trim()}>
            Add
          </Button>
        </form>
      )}
    </section>
  )
}
