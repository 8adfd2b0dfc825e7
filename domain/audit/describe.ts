import { ERASED_NAME } from '../erased-person.ts'
import type { FactData } from './entry.ts'
import type { ReadEntry } from './read-entry.ts'
import { askingWords } from './words/asking-words.ts'
import { connectedWords } from './words/connected-words.ts'
import { guardWords } from './words/guard-words.ts'

import { guardingWords } from './words/guarding-words.ts'

import { logWords } from './words/log-words.ts'
import { meetingWords } from './words/meeting-words.ts'
import { peopleWords } from './words/people-words.ts'
import { planWords } from './words/plan-words.ts'
import { rollCallWords } from './words/roll-call-words.ts'
import { rolloutWords } from './words/rollout-words.ts'
import { scheduleWords } from './words/schedule-words.ts'
import { stageWords } from './words/stage-words.ts'
import { toggleWords } from './words/toggle-words.ts'
import { webhookWords } from './words/webhook-words.ts'
import type { WordsOf } from './words-of.ts'

/**
 * One entry as one sentence: who did what, where, on what ground. Every kind of entry has its
 * words here, so that pages, exports and notices say the same. Never throws: an entry outlives the
 * version that wrote it, and one that this version cannot put into words is named by its type.
 */
export function describe(entry: ReadEntry): string {
  return `${actorWords(entry)} ${knownDeed(entry) ?? `wrote an entry of the type ${entry.payload.type}`}.`
}

function knownDeed(entry: ReadEntry): string | undefined {
  try {
    return deed(entry)
  } catch (error) {
    // Members that the type promises are missing, or hold no moment where one belongs.
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}

function actorWords({ payload, actor_name }: ReadEntry): string {
  if (actor_name === ERASED_NAME) return `A${ERASED_NAME.slice(1)}`
  return payload.actor.kind === 'service' ? `The service account ${actor_name}` : actor_name
}

const WORDS: WordsOf<FactData> = {
  ...toggleWords,
  ...scheduleWords,
  ...guardWords,
  ...planWords,
  ...rollCallWords,
  ...meetingWords,
  ...askingWords,
  ...rolloutWords,
  ...guardingWords,
  ...stageWords,
  ...peopleWords,
  ...webhookWords,
  ...connectedWords,
  ...logWords,
}

function deed(entry: ReadEntry): string {
  // The words of a kind take an entry of that kind; the compiler cannot tie the two together.
  return (WORDS[entry.payload.type] as (told: ReadEntry) => string)(entry)
}

/** Whether a word names a kind of entry (`toggle.widened`), or all of a sort (`toggle`). */
export function isKindOfEntry(word: string): boolean {
  return KINDS_OF_ENTRIES.some((kind) => kind === word || kind.split('.')[0] === word)
}

/** Every kind of entry that this version writes, sorted. */
export const KINDS_OF_ENTRIES: readonly string[] = Object.keys(WORDS).sort()
