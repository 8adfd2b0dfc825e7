import { percentWords } from '../ui/level-words.ts'
import { Track, type TrackStep } from '../ui/track.tsx'
import type { StageTick } from './toggle-view.ts'

type StageTrackProps = { environment: string; ticks: readonly StageTick[]; share: number }

/** The plan's stages as a track: those reached, the one that it stands at, those ahead. */
export function StageTrack({ environment, ticks, share }: StageTrackProps) {
  const reached = ticks.filter(({ value }) => value <= share).length
  const steps = ticks.map(({ value, label }, index): TrackStep => {
    const isHere = index === reached - 1
    return {
      key: String(value),
      label,
      detail: percentWords(value),
      state: isHere ? 'current' : index < reached ? 'done' : 'ahead',
    }
  })
  return <Track label={`Stages of the plan in ${environment}`} steps={steps} />
}
