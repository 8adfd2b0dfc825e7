'use client'

import { createContext, useContext } from 'react'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { type Said, VERDICTS, type Verdict } from '../../domain/roll-call/verdict.ts'
import type { ShownBounds, ShownMeeting, ShownYou, Turn } from './shown-round.ts'
import type { Facilitator } from './use-facilitator.ts'
import type { OpenWord } from './use-words.ts'
import type { Word } from './word.ts'

/** What every part of the meeting's page needs. */
export interface TheMeeting {
  readonly slug: string
  readonly meeting: ShownMeeting
  readonly you: ShownYou
  /** The one who looks. */
  readonly me: { readonly id: string; readonly name: string }
  readonly aheadMs: number
  readonly isOpen: boolean
  /** Whether a launch was decided here that an objection can still be raised against. */
  readonly isLaunched: boolean
  /** What a launch can be bounded by; null for whoever takes no decision. */
  readonly bounds: ShownBounds | null
  readonly facilitator: Facilitator
  readonly open: OpenWord | null
  readonly onTheirWay: ReadonlyMap<string, Word>
  /** Begins a word of one's own, or one that is recorded for `givenBy`. */
  readonly begin: (discipline: Discipline, said: Said, givenBy: string | null) => void
  /** Whose word is recorded next for the discipline that is called. */
  readonly speaker: string
  readonly chooseSpeaker: (name: string) => void
}

const Context = createContext<TheMeeting | null>(null)

export const MeetingProvider = Context.Provider

export function useTheMeeting(): TheMeeting {
  const found = useContext(Context)
  if (!found) throw new Error('There is no meeting around this part of a page.')
  return found
}

/** What a discipline may say: go and no-go always, to pass where its policy lets it. */
export function verdictsOf({ abstain, not_applicable }: Turn): readonly Verdict[] {
  const passes = { abstain, not_applicable }
  return VERDICTS.filter((verdict) => verdict === 'go' || verdict === 'no_go' || passes[verdict])
}
