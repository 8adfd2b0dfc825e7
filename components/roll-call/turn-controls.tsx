'use client'

import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { Button } from '../ui/button.tsx'
import { Mark } from '../ui/mark.tsx'
import { Select } from '../ui/select.tsx'
import { useTheMeeting } from './the-meeting.ts'

/** The facilitator's: call the next, start the clocks, set how long things may take. */
export function TurnControls() {
  const { meeting, facilitator } = useTheMeeting()
  const { next, previous, isRunning, call, run, limit, problem } = facilitator
  const { turn, timer, round } = meeting
  const nameOf = (wanted: string | null) =>
    round.disciplines.find(({ discipline }) => discipline === wanted)?.name
  return (
    <fieldset aria-label="Facilitator" className="mt-5 border-t border-rule pt-4">
      {problem && (
        <div className="mb-3">
          <ApiProblemNote problem={problem} />
        </div>
      )}
      <div className="flex flex-wrap items-end gap-x-3 gap-y-3">
        {previous && (
          <Button onClick={() => call(previous)}>
            <Mark name="left" />
            {nameOf(previous)}
          </Button>
        )}
        {next && (
          <Button variant={turn === null ? 'primary' : 'secondary'} onClick={() => call(next)}>
            {turn === null ? `Call ${nameOf(next)}` : nameOf(next)}
            <Mark name="right" />
          </Button>
        )}
        {turn !== null && (
          <Button variant="quiet" onClick={() => call(null)}>
            Call nobody
          </Button>
        )}
        <div className="flex flex-wrap items-end gap-3 sm:ml-auto">
          <Select
            label="A turn"
            className="w-28"
            value={String(timer.turn_minutes ?? '')}
            options={minutes([1, 2, 3, 5, 10], timer.turn_minutes)}
            onChange={(event) => limit({ turn_minutes: chosen(event.currentTarget.value) })}
          />
          <Select
            label="The meeting"
            className="w-28"
            value={String(timer.meeting_minutes ?? '')}
            options={minutes([15, 30, 45, 60, 90], timer.meeting_minutes)}
            onChange={(event) => limit({ meeting_minutes: chosen(event.currentTarget.value) })}
          />
          <Button onClick={() => run(!isRunning)}>
            {isRunning ? 'Stop the clocks' : 'Start the clocks'}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}

const chosen = (value: string): number | null => (value === '' ? null : Number(value))

/** What a program set otherwise is among the choices too. */
function minutes(usual: readonly number[], set: number | null) {
  const all = set === null || usual.includes(set) ? usual : [...usual, set].sort((a, b) => a - b)
  return [
    { value: '', label: 'No limit' },
    ...all.map((one) => ({ value: String(one), label: `${one} min` })),
  ]
}
