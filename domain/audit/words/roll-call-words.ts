import type { RollCallFacts } from '../facts/roll-call-facts.ts'
import { asWords, disciplineWords, listed, round, verdictWords } from '../phrases.ts'
import type { WordsOf } from '../words-of.ts'

/** What happens in roll calls. In the words that follow the name of who did it. */
export const rollCallWords: WordsOf<RollCallFacts> = {
  'roll_call.opened': ({ payload }) =>
    `opened ${round(payload.target)} on revision ${payload.data.revision}${asking(payload.data.required)}`,
  'sign_off.signed': ({ payload }) =>
    `signed ${verdictWords(payload.data.verdict)} for ${disciplineWords(payload.data.discipline)} in ${round(payload.target)}, on revision ${payload.data.revision}`,
  'sign_off.recorded': ({ payload, texts }) =>
    `recorded that ${texts.given_by ?? 'a contact'} said ${verdictWords(payload.data.verdict)} for ${disciplineWords(payload.data.discipline)} in ${round(payload.target)}, on revision ${payload.data.revision}`,
  'prompt.answered': ({ payload }) =>
    `answered prompt ${payload.data.n} of ${round(payload.target)} with ${asWords(payload.data.answer)}`,
  'roll_call.decided': ({ payload }) =>
    `decided ${round(payload.target)}: ${payload.data.decision}`,
}

function asking(required: readonly string[]): string {
  return required.length === 0 ? '' : `; required: ${listed(required.map(disciplineWords))}`
}
