import type { GuardFacts } from '../facts/guard-facts.ts'
import { place } from '../phrases.ts'
import type { WordsOf } from '../words-of.ts'

/** What happens to guards, and what they do when monitoring calls them. In the words that follow the name of who did it. */
export const guardWords: WordsOf<GuardFacts> = {
  'guard.made': ({ payload }) => `made ${guard(payload)}, which ${does(payload.data)}`,
  'guard.changed': ({ payload }) => `changed ${guard(payload)}, which now ${does(payload.data)}`,
  'guard.secret_changed': ({ payload }) => `changed the secret of ${guard(payload)}`,
  'guard.removed': ({ payload }) => `removed ${guard(payload)}`,
  'guard.held': ({ payload }) =>
    `held ${place(payload.target)} on a signal to the guard “${payload.data.guard}”: nothing widens there until a person releases it`,
  'guard.hold_released': ({ payload }) =>
    `released the hold of the guard “${payload.data.guard}” on ${place(payload.target)}`,
  'guard.rehearsed': ({ payload }) =>
    `would have ${payload.data.act === 'hold' ? 'held' : 'lowered'} ${place(payload.target)} on a signal to the guard “${payload.data.guard}”, which is in dry run`,
  'guard.asked': ({ payload }) =>
    `could not tell what a signal to the guard “${payload.data.guard}” means for ${place(payload.target)}, and asked`,
}

type Payload = {
  readonly data: { readonly guard: string }
  readonly target: Parameters<typeof place>[0]
}

function guard({ data, target }: Payload): string {
  return `the guard “${data.guard}” of ${place(target)}`
}

function does({ act, lower_to, dry_run }: GuardFacts['guard.made']): string {
  const deed = act === 'hold' ? 'holds it' : `lowers it to ${target(lower_to)}`
  return dry_run ? `${deed} (in dry run)` : deed
}

function target(share: number | null): string {
  return share === null ? 'the stage before' : `${share} % of actors`
}
