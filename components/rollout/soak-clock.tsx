import { StatusMark } from '../ui/status-mark.tsx'
import { Coming } from './coming.tsx'
import type { ShownRollout, ShownRun } from './rollout-shown.ts'

type SoakClockProps = {
  soak: NonNullable<ShownRollout['stages'][number]['soak']>
  isPaused: boolean
  /** Whether the soak holds the next step here, or only advises. */
  binds: boolean
  waiver: ShownRun['waivers'][number] | null
}

/** How long a stage is to stand, and when it has. */
export function SoakClock({ soak, isPaused, binds, waiver }: SoakClockProps) {
  if (soak.waived) {
    return (
      <>
        <StatusMark status="neutral">Waived</StatusMark>
        {waiver && (
          <span className="text-ink-soft">
            {' '}
            by {waiver.by}: “{waiver.reason}”
          </span>
        )}
      </>
    )
  }
  if (soak.note !== null) return <>{soak.note}</>
  if (isPaused) return <>{soak.words}; the clock stands still while the stage is paused.</>
  if (soak.over) return <StatusMark status="go">Has soaked its {soak.words}</StatusMark>
  return (
    <>
      <StatusMark status="waiting">{soak.words}</StatusMark>
      {soak.ends_at && (
        <>
          , over <Coming at={soak.ends_at} />
        </>
      )}
      {!binds && (
        <span className="text-ink-soft">. It advises and holds nothing in this environment.</span>
      )}
    </>
  )
}
