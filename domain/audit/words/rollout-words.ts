import type { EntryPayload } from '../entry.ts'
import type { RolloutFacts } from '../facts/rollout-facts.ts'
import { momentInWords } from '../moment-words.ts'
import { listed } from '../phrases.ts'
import type { WordsOf } from '../words-of.ts'

/** What happens around flips: freezes, and what else steers a rollout. In the words that follow the name of who did it. */
export const rolloutWords: WordsOf<RolloutFacts> = {
  'freeze.set': ({ payload }) =>
    `set a freeze${ofEnvironments(payload.data.environments)} from ${momentInWords(payload.data.starts_at)} to ${momentInWords(payload.data.ends_at)}`,
  'freeze.lifted': ({ payload }) => `lifted ${liftedFreeze(payload.changes)}`,
}

function ofEnvironments(environments: readonly string[]): string {
  return environments.length === 0 ? '' : ` of ${listed(environments)}`
}

function liftedFreeze(changes: EntryPayload['changes']): string {
  const freeze = changes.find(({ entity }) => entity === 'freeze_window')?.after
  if (typeof freeze?.starts_at !== 'string' || typeof freeze.ends_at !== 'string') return 'a freeze'
  return `the freeze from ${momentInWords(freeze.starts_at)} to ${momentInWords(freeze.ends_at)}`
}
