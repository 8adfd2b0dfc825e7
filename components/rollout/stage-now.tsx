import { percentWords } from '../ui/level-words.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import type { ShownRollout, ShownStage } from './rollout-shown.ts'

interface StageNowProps {
  rollout: ShownRollout
  stages: readonly ShownStage[]
}

/** Where a rollout is, since when, what is next, when it may go and who can begin it. */
export function StageNow({ rollout, stages }: StageNowProps) {
  const { current, next, toggle, environment } = rollout
  const now = rollout.stages.find(({ n }) => n === current)
  const stage = stages.find(({ n }) => n === current)
  const run = now?.runs[0]
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[6rem_minmax(0,1fr)]">
      <dt className="text-ink-soft">Now</dt>
      <dd>
        {stage && run ? (
          <>
            <strong className="font-semibold">{stage.label}</strong>
            {run.run > 1 && `, run ${run.run}`}, since <TimeStamp at={run.started_at} />
            {run.started_by && ` by ${run.started_by}`}
            {now.state === 'paused' && (
              <span className="block pt-1">
                <StatusMark status="waiting" className="whitespace-normal!">
                  Paused: {run.pause_reason}
                </StatusMark>
              </span>
            )}
          </>
        ) : (
          'No stage has begun.'
        )}
      </dd>
      {now?.soak && (
        <>
          <dt className="text-ink-soft">Soak</dt>
          <dd>
            <Soak soak={now.soak} isPaused={now.state === 'paused'} />
          </dd>
        </>
      )}
      <dt className="text-ink-soft">Next</dt>
      <dd>
        {next ? (
          <>
            <strong className="font-semibold">{next.label}</strong>
            {next.percentage !== null && `, ${percentWords(next.percentage)}`}
            {next.may_go_at && (
              <>
                , when the soak is over <TimeStamp at={next.may_go_at} />
              </>
            )}
            . It begins by {next.started_by}
            {toggle && next.percentage ? (
              <>
                , with the flip of{' '}
                <TextLink href={`/toggles/${encodeURIComponent(toggle)}`}>{toggle}</TextLink> in{' '}
                {environment}
              </>
            ) : null}
            ; nothing begins by itself.
          </>
        ) : (
          'No further stage.'
        )}
      </dd>
    </dl>
  )
}

type SoakProps = {
  soak: NonNullable<ShownRollout['stages'][number]['soak']>
  isPaused: boolean
}

function Soak({ soak, isPaused }: SoakProps) {
  if (soak.waived) return <StatusMark status="neutral">Waived</StatusMark>
  if (soak.note !== null) return <>{soak.note}</>
  if (isPaused) return <>{soak.words}; the clock stands still while the stage is paused.</>
  if (soak.over) return <StatusMark status="go">Has soaked its {soak.words}</StatusMark>
  return (
    <>
      <StatusMark status="waiting">Soaks for {soak.words}</StatusMark>, over{' '}
      {soak.ends_at && <TimeStamp at={soak.ends_at} />}
    </>
  )
}
