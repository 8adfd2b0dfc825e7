'use client'

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

/** Turn and clocks of a meeting; what is set shows at once and stands for all a moment later. */
export function useFacilitator(slug: string, meeting: ShownMeeting, take: Take): Facilitator {
  const { problem, act } = useAct()
  const { round, turn, timer } = meeting
  const order = round.disciplines.map(({ discipline }) => discipline)
  const path = `/release-plans/${encodeURIComponent(slug)}/roll-calls/${round.id}/meeting`

  const set = (body: Limits & { turn?: Discipline | null; running?: boolean }) =>
    act(true, async () => {
      try {
        const told = await callApi<ShownMeeting>('PUT', path, { body })
        take(() => told)
      } catch (error) {
        take((now) => ({ ...now, turn, timer }))
        throw error
      }
    })

  return {
    next: neighbour(order, turn, 1),
    previous: neighbour(order, turn, -1),
    isRunning: timer.began_at !== null && timer.ended_at === null,
    call: (discipline) => {
      take((now) => ({ ...now, turn: discipline }))
      void set({ turn: discipline })
    },
    run: (isRunning) => void set({ running: isRunning }),
    limit: (limits) => void set(limits),
    problem,
  }
}
