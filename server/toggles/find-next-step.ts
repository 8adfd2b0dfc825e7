import type { Actor } from '../../domain/actor.ts'
import { type Proposal, propose } from './propose.ts'

/** The next step of a rollout and what it would meet now. */
export interface NextStep<Stage> {
  /** Null where no stage is left: then the step is all the way on. */
  readonly stage: Stage | null
  readonly proposal: Proposal
}

/**
 * What comes next for a toggle in an environment: the plan's first stage beyond where it stands,
 * all the way on past the last, null once it is on.
 *
 * @param stages ascending, `value` from 0 to 100.
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findNextStep<Stage extends { readonly value: number }>(
  actor: Actor,
  toggle: string,
  now: {
    readonly environment: string
    readonly state: 'off' | 'conditional' | 'on'
    readonly percentage_of_actors: number | null
  },
  stages: readonly Stage[],
): Promise<NextStep<Stage> | null> {
  if (now.state === 'on') return null
  const share = now.percentage_of_actors ?? 0
  const stage = stages.find(({ value }) => value > share) ?? null
  const patch = stage ? { percentage_of_actors: stage.value } : { boolean: true }
  const { environment } = now
  return { stage, proposal: await propose(actor, { toggle, environment, patch }) }
}
