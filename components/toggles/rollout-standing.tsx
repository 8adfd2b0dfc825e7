import type { ShownRollout, ShownStage } from '../rollout/rollout-shown.ts'
import { RolloutTrack } from '../rollout/rollout-track.tsx'
import { StageNow } from '../rollout/stage-now.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { percentWords } from '../ui/level-words.ts'
import { StatusMark } from '../ui/status-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { NextStep } from './next-step.tsx'
import type { ProposalView, StageTick } from './toggle-view.ts'

/** A toggle's way through the stages of the plan that governs it. */
export type ToggleRollout = {
  readonly plan: string
  readonly rollout: ShownRollout
  readonly stages: readonly ShownStage[]
}

type RolloutStandingProps = {
  environment: string
  /** Null where no plan lists stages for it. */
  standing: ToggleRollout | null
  /** The next percentage and what it would meet; null once it is all the way on. */
  next: { readonly stage: StageTick | null; readonly proposal: ProposalView } | null
  /** Why it was rolled back, when that is what happened last. */
  rolledBack: string | null
}

/** Where a toggle stands in the stages of its plan, what is next, and what holds that. */
export function RolloutStanding(props: RolloutStandingProps) {
  const { environment, standing, next, rolledBack } = props
  const { plan, rollout, stages } = standing ?? { plan: '', rollout: null, stages: [] }
  const held = next && next.proposal.checks.length > 0 && (
    <Fact term="Checks">
      <NextStep environment={environment} proposal={next.proposal} />
    </Fact>
  )
  return (
    <div className="flex flex-col gap-4">
      {rollout && (
        <RolloutTrack
          label={`Stages of the plan in ${environment}`}
          rollout={rollout}
          stages={stages}
        />
      )}
      {rolledBack !== null && (
        <StatusMark status="waiting" className="whitespace-normal! text-sm">
          Rolled back last{rolledBack && `: “${rolledBack}”`}
        </StatusMark>
      )}
      {rollout ? (
        <StageNow rollout={rollout} stages={stages} toggleHref={null}>
          {held}
        </StageNow>
      ) : (
        next && (
          <Facts>
            <Fact term="Next">
              <strong className="font-semibold">
                {next.stage ? `${next.stage.label}, ${percentWords(next.stage.value)}` : 'Fully on'}
              </strong>
            </Fact>
            {held}
          </Facts>
        )
      )}
      {rollout && (
        <p className="text-sm">
          <TextLink href={`/plans/${plan}/stages`}>Results, pauses and check-ins</TextLink>
        </p>
      )}
    </div>
  )
}
