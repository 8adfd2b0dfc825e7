import { describeFlip } from '../describe-flip.ts'
import type { ToggleFacts } from '../facts/toggle-facts.ts'
import { asWords, place } from '../phrases.ts'
import type { WordsOf } from '../words-of.ts'

/** What happens to toggles: flips, their overrides, and the registry. In the words that follow the name of who did it. */
export const toggleWords: WordsOf<ToggleFacts> = {
  'toggle.widened': ({ payload, launched_at }) => describeFlip(payload, launched_at),
  'toggle.narrowed': ({ payload, launched_at }) => describeFlip(payload, launched_at),
  'toggle.reshaped': ({ payload, launched_at }) => describeFlip(payload, launched_at),
  'toggle.rolled_back': ({ payload, launched_at }) => describeFlip(payload, launched_at),
  'flip.overrode_checks': ({ payload, launched_at }) => describeFlip(payload, launched_at),
  'override.reviewed': ({ payload }) =>
    `reviewed the override of ${place(payload.target)} and found it ${asWords(payload.data.verdict)}`,
  'toggle.registered': ({ payload }) =>
    `registered ${place(payload.target)}${payload.target.plan === undefined ? '' : `, named by the plan ${payload.target.plan}`}`,
  'toggle.described': ({ payload }) => `changed what is said of ${place(payload.target)}`,
  'toggle.archived': ({ payload }) => `archived ${place(payload.target)}`,
}
