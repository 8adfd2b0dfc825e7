import { placeWords } from '../toggles/place-words.ts'
import { ToggleKey } from '../toggles/toggle-key.tsx'
import type { ShownRollout, ShownStage, StageRights } from './rollout-shown.ts'
import { RolloutTrack } from './rollout-track.tsx'
import { StageAct } from './stage-act.tsx'
import { StageNow } from './stage-now.tsx'
import { StageOutcome } from './stage-outcome.tsx'

interface RolloutSectionProps {
  slug: string
  rollout: ShownRollout
  stages: readonly ShownStage[]
  rights: StageRights
}

/** One toggle's way through the stages in one environment. */
export function RolloutSection({ slug, rollout, stages, rights }: RolloutSectionProps) {
  const { environment, environment_name: name, toggle, next } = rollout
  const called = placeWords({ environment, name })
  const id = `rollout-${environment}-${toggle ?? 'plan'}`
  const stage = stages.find(({ n }) => n === rollout.current)
  const run = rollout.stages.find(({ n }) => n === rollout.current)?.runs[0]
  const byHand = stages.find(({ n, starts }) => n === next?.n && starts === 'hand')
  return (
    <section aria-labelledby={id} className="flex flex-col gap-5">
      <h2
        id={id}
        className="border-b border-rule-strong pb-1.5 text-lg font-semibold wrap-anywhere"
      >
        {toggle === null ? 'The rollout' : <ToggleKey>{toggle}</ToggleKey>} in {called}
      </h2>
      <RolloutTrack
        label={`Stages of ${toggle ?? 'the plan'} in ${called}`}
        rollout={rollout}
        stages={stages}
      />
      {rollout.archived ? (
        <p className="text-sm text-ink-soft">
          {toggle} is archived: nothing of it runs or comes any more.
        </p>
      ) : (
        <StageNow
          rollout={rollout}
          stages={stages}
          toggleHref={
            toggle === null ? null : `/toggles/${encodeURIComponent(toggle)}#${environment}`
          }
        />
      )}
      {byHand && rights.run && (
        <StageAct
          path={`/release-plans/${slug}/stages/${byHand.n}/start`}
          action={`Start ${byHand.label}`}
          summary={`Start ${byHand.label} by hand`}
          least={1}
          more={{ environment }}
        />
      )}
      {stage && run && (
        <StageOutcome slug={slug} rollout={rollout} stage={stage} run={run} rights={rights} />
      )}
      {rollout.former.length > 0 && (
        <p className="text-sm text-ink-soft">
          Run before the plan renamed or dropped them:{' '}
          {rollout.former.map(({ label }) => label).join(', ')}.
        </p>
      )}
    </section>
  )
}
