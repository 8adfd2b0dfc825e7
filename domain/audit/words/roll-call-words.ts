import type { FactData } from '../entry.ts'
import type { RollCallFacts } from '../facts/roll-call-facts.ts'
import { momentInWords } from '../moment-words.ts'
import { asWords, disciplineWords, listed, round, verdictWords } from '../phrases.ts'
import { type Names, nameOf } from '../read-entry.ts'
import type { WordsOf } from '../words-of.ts'

/** What happens in roll calls. In the words that follow the name of who did it. */
export const rollCallWords: WordsOf<RollCallFacts> = {
  'roll_call.opened': ({ payload, texts }) =>
    `opened ${round(payload.target)}${forWhat(texts.purpose)} on revision ${payload.data.revision}${asking(payload.data.required)}${without(payload.data.dropped)}`,
  'sign_off.signed': ({ payload, names }) =>
    `signed ${verdictWords(payload.data.verdict)} for ${disciplineWords(payload.data.discipline)}${inPlace(payload.data.in_place_of, names)} ${when(payload.data.late)} ${round(payload.target)}, on revision ${payload.data.revision}`,
  'sign_off.recorded': ({ payload, texts }) =>
    `recorded that ${texts.given_by ?? 'a contact'} said ${verdictWords(payload.data.verdict)} for ${disciplineWords(payload.data.discipline)} ${when(payload.data.late)} ${round(payload.target)}, on revision ${payload.data.revision}`,
  'sign_off.withdrawn': ({ payload, texts }) => {
    const what = `what ${disciplineWords(payload.data.discipline)} said`
    const where = `${when(payload.data.late)} ${round(payload.target)}, on revision ${payload.data.revision}`
    return payload.data.manner === 'signed'
      ? `took back ${what} ${where}`
      : `recorded that ${texts.given_by ?? 'a contact'} took back ${what} ${where}`
  },
  'prompt.answered': ({ payload }) =>
    `answered prompt ${payload.data.n} of ${round(payload.target)} with ${asWords(payload.data.answer)}`,
  'roll_call.decided': ({ payload }) =>
    `decided ${round(payload.target)}: ${payload.data.decision}${bounds(payload.data.scope)}`,
  'policy.set': ({ payload }) =>
    `changed the roll-call policy of ${payload.data.team}: ${listed(payload.data.changes)}`,
}

function forWhat(purpose: string | null | undefined): string {
  return purpose ? ` (${purpose})` : ''
}

function inPlace(of: string | undefined, names: Names): string {
  return of === undefined ? '' : `, in place of ${nameOf(names, of, 'person')},`
}

function asking(required: readonly string[]): string {
  return required.length === 0 ? '' : `; required: ${listed(required.map(disciplineWords))}`
}

function without(dropped: readonly string[] | undefined): string {
  return dropped && dropped.length > 0
    ? `; dropped with a reason: ${listed(dropped.map(disciplineWords))}`
    : ''
}

function when(late: boolean | undefined): string {
  return late ? 'after the decision of' : 'in'
}

function bounds(scope: FactData['roll_call.decided']['scope']): string {
  if (!scope) return ''
  const far = scope.percentage === null ? 'all the way on' : `up to ${scope.percentage} %`
  const end = scope.until === null ? '' : `, until ${momentInWords(scope.until)}`
  return `, in ${scope.environment} ${far}${end}`
}
