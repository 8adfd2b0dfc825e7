'use client'

import { useRef, useState } from 'react'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { neighbour } from '../../domain/roll-call/turn-order.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import type { ShownMeeting } from './shown-round.ts'

type Take = (change: (meeting: ShownMeeting) => ShownMeeting) => void

interface Limits {
  readonly meeting_minutes?: number | null
  readonly turn_minutes?: number | null
}

/** What the facilitator does to everybody's page. */
export interface Facilitator {
  readonly next: Discipline | null
  readonly previous: Discipline | null
  readonly isRunning: boolean
  readonly call: (discipline: Discipline | null) => void
  readonly run: (isRunning: boolean) => void
  readonly limit: (limits: Limits) => void
  readonly problem: ApiProblem | null
}

/**
 * Turn and clocks of a meeting. A turn that is called shows at once, and stays while the call is
 * under way, whatever older turn the stream still tells of; calls go out one after the other, so
 * that the last one is the one that stands.
 */
export function useFacilitator(
  slug: string,
  live: ShownMeeting,
  take: Take,
): Facilitator & { readonly meeting: ShownMeeting } {
  const { problem, act } = useAct()
  const [called, setCalled] = useState<{ turn: Discipline | null } | null>(null)
  const line = useRef<Promise<void>>(Promise.resolve())
  const newest = useRef(0)
  const meeting = called === null ? live : { ...live, turn: called.turn }
  const { round, turn, timer } = meeting
  const order = round.disciplines.map(({ discipline }) => discipline)
  const path = `/release-plans/${encodeURIComponent(slug)}/roll-calls/${round.id}/meeting`

  const set = (body: Limits & { turn?: Discipline | null; running?: boolean }) => {
    newest.current += 1
    const mine = newest.current
    line.current = line.current.then(() =>
      act(true, async () => {
        try {
          const told = await callApi<ShownMeeting>('PUT', path, { body })
          if (mine === newest.current) take(() => told)
        } finally {
          if (mine === newest.current) setCalled(null)
        }
      }),
    )
  }

  return {
    meeting,
    next: neighbour(order, turn, 1),
    previous: neighbour(order, turn, -1),
    isRunning: timer.began_at !== null && timer.ended_at === null,
    call: (discipline) => {
      setCalled({ turn: discipline })
      set({ turn: discipline })
    },
    run: (isRunning) => set({ running: isRunning }),
    limit: (limits) => set(limits),
    problem,
  }
}
