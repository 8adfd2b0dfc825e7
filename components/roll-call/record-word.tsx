'use client'

import { Button } from '../ui/button.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import type { Turn } from './shown-round.ts'
import { useTheMeeting, verdictsOf } from './the-meeting.ts'
import { VERDICT_WORDS } from './word.ts'

/** The facilitator writes down what somebody in the room said: who, and then one button or key. */
export function RecordWord({ turn }: { turn: Turn }) {
  const { meeting, speaker, chooseSpeaker, begin } = useTheMeeting()
  const { discipline, name } = turn
  const row = meeting.quorum.find((one) => one.discipline === discipline)
  const voices = row?.voices ?? []
  return (
    <fieldset aria-label={`Record for ${name}`} className="mt-4 flex flex-col gap-3">
      <fieldset className="flex flex-wrap items-center gap-x-5 gap-y-1.5">
        <legend className="float-left mr-5 py-1 text-sm font-semibold">Said in the room by</legend>
        {voices.map((voice, index) => (
          <label key={voice.name} className="flex items-center gap-2 text-sm leading-6">
            <input
              type="radio"
              name="said-by"
              className="radio"
              checked={speaker === voice.name}
              onChange={() => chooseSpeaker(voice.name)}
            />
            {voice.name}
            {index < 9 && <KeyHint keys={[String(index + 1)]} />}
          </label>
        ))}
        <label className="flex items-center gap-2 text-sm leading-6">
          <input
            type="radio"
            name="said-by"
            className="radio"
            checked={!voices.some((voice) => voice.name === speaker)}
            onChange={() => chooseSpeaker('')}
          />
          Somebody else
        </label>
      </fieldset>
      <div className="flex flex-wrap gap-2">
        {verdictsOf(turn).map((verdict) => (
          <Button
            key={verdict}
            variant={verdict === 'go' ? 'primary' : 'secondary'}
            onClick={() => begin(discipline, verdict, speaker)}
          >
            Record {VERDICT_WORDS[verdict].spoken}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
