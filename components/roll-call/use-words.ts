'use client'

import { useState } from 'react'
import type { RosterRow } from '../../domain/roll-call/roster.ts'
import { type ApiProblem, problemOf } from '../api/api-problem.ts'
import { callApi } from '../api/call-api.ts'
import { announce } from '../shell/announcements.ts'
import type { ShownMeeting } from './shown-round.ts'
import type { GivenWord, Word } from './word.ts'

/** A word that is being given, and what the API said to it when it said no. */
export interface OpenWord {
  readonly word: Word & Partial<Pick<GivenWord, 'note' | 'wouldChange'>>
  readonly problem: ApiProblem | null
}

interface Words {
  /** What the dialog asks about; null while it is closed. */
  readonly open: OpenWord | null
  /** Words on their way, by discipline: shown at once, told from those that are kept. */
  readonly onTheirWay: ReadonlyMap<string, Word>
  readonly begin: (word: Word) => void
  readonly cancel: () => void
  readonly give: (word: GivenWord) => Promise<void>
}

type Take = (change: (meeting: ShownMeeting) => ShownMeeting) => void

/** Gives words: each is asked for once more before it is sent, and stands on the page at once. */
export function useWords(slug: string, take: Take): Words {
  const [open, setOpen] = useState<OpenWord | null>(null)
  const [onTheirWay, setOnTheirWay] = useState<ReadonlyMap<string, Word>>(new Map())

  const mark = (word: Word, isSending: boolean) =>
    setOnTheirWay((now) => {
      const next = new Map(now)
      if (isSending) next.set(word.discipline, word)
      else next.delete(word.discipline)
      return next
    })

  async function give(word: GivenWord) {
    setOpen(null)
    mark(word, true)
    try {
      const row = await send(slug, word)
      take((meeting) => withRow(meeting, row))
    } catch (error) {
      const problem = problemOf(error)
      announce(`Not recorded. ${problem.title}: ${problem.detail}`)
      setOpen({ word, problem })
    } finally {
      mark(word, false)
    }
  }

  return {
    open,
    onTheirWay,
    begin: (word) => setOpen({ word, problem: null }),
    cancel: () => setOpen(null),
    give,
  }
}

/** A word that is taken back is an act of its own; every other is on the revision that was read. */
function send(slug: string, word: GivenWord): Promise<RosterRow> {
  const path = `/release-plans/${encodeURIComponent(slug)}/sign-offs/${word.discipline}`
  const body = bodyOf(word)
  if (word.verdict === 'withdrawn') return callApi('POST', `${path}/withdrawal`, { body })
  return callApi('PUT', path, {
    body: { verdict: word.verdict, ...body },
    ifMatch: `"${word.revision}"`,
  })
}

function bodyOf({ givenBy, note, wouldChange }: GivenWord) {
  return {
    ...(givenBy === null ? {} : { given_by: givenBy }),
    ...(note.trim() === '' ? {} : { note }),
    ...(wouldChange.trim() === '' ? {} : { would_change: wouldChange }),
  }
}

/** A meeting with the row that the API answered, so that the page need not wait for the stream. */
function withRow(meeting: ShownMeeting, row: RosterRow): ShownMeeting {
  const { round } = meeting
  const disciplines = round.disciplines.map((turn) => {
    if (turn.discipline !== row.discipline) return turn
    const { sign_off } = row
    const isKnown = turn.said.some(({ id }) => id === sign_off?.id)
    const said = sign_off && !isKnown ? [...turn.said, sign_off] : turn.said
    return { ...turn, ...row, said }
  })
  return { ...meeting, round: { ...round, disciplines } }
}
