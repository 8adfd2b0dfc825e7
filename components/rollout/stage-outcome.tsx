import { criterionKey } from '../../domain/rollout/criterion.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { MetricList } from './metric-list.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { PlanCriteria } from './plan-criteria.tsx'
import { DECISIONS } from './results-brief.tsx'
import type { ShownRollout, ShownRun, ShownStage, StageRights } from './rollout-shown.ts'
import { StageAct } from './stage-act.tsx'

interface StageOutcomeProps {
  slug: string
  rollout: ShownRollout
  stage: ShownStage
  run: ShownRun
  rights: StageRights
}

/** What the current stage came to, and what can be done about it. */
export function StageOutcome({ slug, rollout, stage, run, rights }: StageOutcomeProps) {
  const { environment, toggle } = rollout
  const standing = rollout.stages.find(({ n }) => n === stage.n)
  const path = `/release-plans/${slug}/stages/${stage.n}`
  const more = { environment, ...(toggle === null ? {} : { toggle }) }
  const { results } = run
  const isPaused = standing?.state === 'paused'
  // A waiver keeps the name of its criterion folded.
  const nameOf = (key: string) =>
    results?.metrics.find(({ name }) => criterionKey(name) === key)?.name ?? key
  const open = (results?.metrics ?? []).filter((one) => one.verdict !== 'met' && !one.waived)
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-base font-semibold">Results of {stage.label}</h3>
      {results ? (
        <>
          <p className="text-sm">
            <StatusMark status={DECISIONS[results.decision].status}>
              {DECISIONS[results.decision].word}
            </StatusMark>
            {results.users !== null && ` · ${results.users.toLocaleString('en-US')} users`}
            {results.errors !== null && ` · ${results.errors} errors`} · recorded{' '}
            <TimeStamp at={results.recorded_at} /> by {results.recorded_by ?? 'a program'}
          </p>
          <MetricList label={`Metrics of ${stage.label}`} metrics={results.metrics} />
          {results.errors_note && <p className="text-sm">Errors: {results.errors_note}</p>}
          {results.note && <p className="text-sm whitespace-pre-line">{results.note}</p>}
        </>
      ) : (
        <p className="text-sm text-ink-soft">None are recorded yet.</p>
      )}
      <PlanCriteria stage={stage} named={results?.metrics ?? null} />
      {run.waivers.map(({ what, criterion, by, at, reason }) => (
        <p key={`${what} ${criterion}`} className="text-sm text-ink-soft">
          {by} waived {criterion === null ? 'the soak' : `the criterion “${nameOf(criterion)}”`}
          {', '}
          <TimeStamp at={at} />: “{reason}”
        </p>
      ))}
      {rights.results && (
        <Disclosure
          key={results?.recorded_at ?? 'first'}
          summary={results ? 'Correct the results' : 'Record the results'}
        >
          <OutcomeForm
            path={`${path}/results`}
            action="Record the results"
            recorded={results}
            kpis={stage.criteria.flatMap(({ criterion }) => criterion ?? [])}
            more={{ ...more, expected_version: run.version }}
            asksDecision
          />
        </Disclosure>
      )}
      {rights.run && (
        <StageAct
          key={isPaused ? 'resume' : 'pause'}
          path={`${path}/${isPaused ? 'resume' : 'pause'}`}
          action={`${isPaused ? 'Resume' : 'Pause'} ${stage.label}`}
          summary={isPaused ? 'Resume the stage' : 'Pause the stage'}
          least={1}
          more={more}
        />
      )}
      {rights.waive && standing?.soak && !standing.soak.over && (
        <StageAct
          path={`${path}/waiver`}
          action="Waive the soak"
          summary="Waive the soak"
          least={10}
          more={{ ...more, soak: true }}
        />
      )}
      {rights.waive &&
        open.map(({ name }) => (
          <StageAct
            key={name}
            path={`${path}/waiver`}
            action={`Waive ${name}`}
            summary={`Waive the criterion ${name}`}
            least={10}
            more={{ ...more, criterion: name }}
          />
        ))}
    </div>
  )
}
