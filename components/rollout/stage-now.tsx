import type { ReactNode } from 'react'
import { Fact, Facts } from '../ui/facts.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { NextStage } from './next-stage.tsx'
import { ResultsBrief } from './results-brief.tsx'
import type { ShownRollout, ShownStage } from './rollout-shown.ts'
import { SoakClock } from './soak-clock.tsx'

interface StageNowProps {
  rollout: ShownRollout
  stages: readonly ShownStage[]
  /** The page of the toggle, where the reader is not on it. */
  toggleHref: string | null
  /** Further rows: what holds the next step. */
  children?: ReactNode
}

/** Where a rollout is, since when, what is next, when it may go and who can begin it. */
export function StageNow({ rollout, stages, toggleHref, children }: StageNowProps) {
  const now = rollout.stages.find(({ n }) => n === rollout.current)
  const stage = stages.find(({ n }) => n === rollout.current)
  const run = now?.runs[0]
  return (
    <Facts>
      <Fact term="Now">
        {stage && run ? (
          <>
            <strong className="font-semibold">{stage.label}</strong>
            {run.run > 1 && `, run ${run.run}`}, since <TimeStamp at={run.started_at} />
            {run.started_by && `, by ${run.started_by}`}
            {now.state === 'paused' && (
              <span className="block pt-1">
                <StatusMark status="waiting" className="whitespace-normal!">
                  Paused: {run.pause_reason}
                </StatusMark>
              </span>
            )}
          </>
        ) : (
          noneRuns(rollout)
        )}
      </Fact>
      {now?.soak && run && (
        <Fact term="Soak">
          <SoakClock
            soak={now.soak}
            isPaused={now.state === 'paused'}
            binds={rollout.binds.soak}
            waiver={run.waivers.find(({ what }) => what === 'soak') ?? null}
          />
        </Fact>
      )}
      {run && (
        <Fact term="Results">
          <ResultsBrief results={run.results} />
        </Fact>
      )}
      <Fact term="Next">
        <NextStage rollout={rollout} toggleHref={toggleHref} />
      </Fact>
      {children}
    </Facts>
  )
}

function noneRuns({ stages }: ShownRollout): string {
  return stages.some(({ runs }) => runs.length > 0)
    ? 'No stage runs: those that did were rolled back.'
    : 'No stage has begun.'
}
