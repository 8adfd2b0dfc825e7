import type { EntryPayload } from '../entry.ts'
import type { RolloutFacts } from '../facts/rollout-facts.ts'
import { momentInWords } from '../moment-words.ts'
import type { WordsOf } from '../words-of.ts'
import { freezeWords } from './freeze-phrase.ts'

/** What happens around flips: freezes, and what else steers a rollout. In the words that follow the name of who did it. */
export const rolloutWords: WordsOf<RolloutFacts> = {
  'freeze.set': ({ payload }) => `set a freeze${freezeWords(payload.data)}`,
  'freeze.lifted': ({ payload }) => `lifted ${liftedFreeze(payload.changes)}`,
}

function liftedFreeze(changes: EntryPayload['changes']): string {
  const freeze = changes.find(({ entity }) => entity === 'freeze_window')?.after
  if (typeof freeze?.starts_at !== 'string' || typeof freeze.ends_at !== 'string') return 'a freeze'
  return `the freeze from ${momentInWords(freeze.starts_at)} to ${momentInWords(freeze.ends_at)}`
}
