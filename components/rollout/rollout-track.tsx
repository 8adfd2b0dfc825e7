import { stageName } from '../toggles/stage-ticks.ts'
import { percentWords } from '../ui/level-words.ts'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { Track, type TrackStep } from '../ui/track.tsx'
import type { ShownRollout, ShownStage } from './rollout-shown.ts'

const STEPS = {
  ahead: 'ahead',
  skipped: 'ahead',
  running: 'current',
  paused: 'paused',
  done: 'done',
  rolled_back: 'stopped',
} as const

const WORDS = { paused: 'paused', skipped: 'passed over', rolled_back: 'rolled back' } as const

interface RolloutTrackProps {
  label: string
  rollout: ShownRollout
  stages: readonly ShownStage[]
}

/** A rollout's stages as a track: each with its share, and since when or what became of it. */
export function RolloutTrack({ label, rollout, stages }: RolloutTrackProps) {
  const steps = stages.flatMap((stage): TrackStep[] => {
    const standing = rollout.stages.find(({ n }) => n === stage.n)
    if (!standing) return []
    const { state, runs } = standing
    const share = stage.percentage === null ? 'by hand' : percentWords(stage.percentage)
    const run = runs[0]
    return [
      {
        key: String(stage.n),
        label: stage.percentage === null ? stage.label : stageName(stage.label),
        state: STEPS[state],
        detail: (
          <>
            {share}
            {state in WORDS && `, ${WORDS[state as keyof typeof WORDS]}`}
            {run && run.run > 1 && `, run ${run.run}`}
            {run && (
              <span className="block">
                began <TimeStamp at={run.started_at} />
              </span>
            )}
          </>
        ),
      },
    ]
  })
  return <Track label={label} steps={steps} />
}
