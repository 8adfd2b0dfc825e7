import { foldText } from './inline-text.ts'

const blank = String.raw`(?:\[?(?:fill[ _-]?in|response|answer|insert[^\]]{0,60}|enter[^\]]{0,60}|your [^\]]{0,60}|name|date|tbd|tbc|tba|tk|todo|link|placeholder)\]|\[\s*\]|\[date ?- ?date\]|\{\{?[^{}]{0,60}\}?\}|<(?:insert|name|date|tbd)[^>]{0,60}>)`

/** Tokens that hold the place of an answer, wherever they stand in it. */
const tokens = new RegExp(
  [
    blank,
    String.raw`\blorem ipsum\b[\w ,.]{0,200}`,
    String.raw`\bmm[/.-](?:dd[/.-])?y{2,4}\b`,
    String.raw`\bmm/dd\b`,
    '_{2,}',
    String.raw`\?{2,}`,
    '[❓🔮]',
    String.raw`\(ready / not ready\)(?:\[[^\]]{0,300}\]?)?`,
  ].join('|'),
  'giu',
)

/** The list of choices that the template leaves for the author to pick from. */
const choices =
  /(?:\[?pick[ _-]?one\]?:?\s*)?\b(?:yes ?[/|] ?no(?: ?[/|] ?n\/?a)?(?: [-–—] any notes)?|launch ?\/ ?pause ?\/ ?pivot)(?![\w-])/giu

/** A text without the lists of choices that nobody picked from yet. */
export const withoutChoices = (text: string): string => text.replace(choices, ' ')

const pickOne = /\[pick[ _-]?one\]:?/giu

/** What is left of an answer that was only put off. */
const deferred =
  /^(?:name of responsible team member|product name|tbd|tbc|tba|tk|to ?do|to be (?:determined|decided|defined|updated|confirmed|added|completed|filled)|coming soon|pending|unknown|placeholder|etc|xx?x?|x\/x|x ?%|n|none yet|not yet|\.{2,}|…|-+|[—–]+|\?+)(?![\p{L}\p{N}])(?!\/a)/iu

const shouted =
  /\b(?:update|updated|udpated?|add|insert|fill in|enter|put)\b(?: [\w/()-]+){0,5} here\b/iu

/** Hints that the template prints behind a prompt. */
const hints =
  /\((?:minimum (?:2 hours|1 day)|recommendation: [^)]{0,120}|~?500 users(?:, or at most 10%)?|x users)\)|\[use your kpis[^\]]{0,400}\]/giu

/** `[FILL_IN]` at the start was not filled in, whatever the template says behind it. */
const notFilled = /^\W{0,4}\[?fill[ _-]?in\]?(?!\p{L})/iu

/**
 * The author's part of an answer: choices, hints, placeholders and brackets around a real answer
 * taken off. Empty when nothing of the author's is there.
 */
export function ownAnswer(text: string): string {
  if (notFilled.test(text)) return ''
  let own = text
    .replace(/\s+/g, ' ')
    .replace(hints, ' ')
    .replace(choices, ' ')
    .replace(pickOne, ' ')
    .replace(tokens, ' ')
  own = own.replace(/\b(yes|no)\s*\/\s*(?=$|[-–—:,])/iu, '$1 ')
  own = trimMarks(own.replace(/\s+/g, ' '))
  const bracketed = /^\[([^[\]]+)\][.,;]?$/.exec(own)
  if (bracketed) own = trimMarks(bracketed[1] ?? '')
  if (deferred.test(own) || shouted.test(own)) return ''
  return /[\p{L}\p{N}✅❌✔✓👍👎☑]/u.test(own) ? own : ''
}

const trimMarks = (text: string) =>
  text.replace(/^[\s:;,./|=>–—-]+/u, '').replace(/[\s,;:|=]+$/u, '')

/** Whether a text holds the place of an answer somewhere, like `[FILL_IN]`, `TBD` or `lorem ipsum`. */
export function hasPlaceholder(text: string): boolean {
  tokens.lastIndex = 0
  return (
    tokens.test(text) ||
    /\[pick[ _-]?one\]:? ?(?:yes ?[|/]|$)/iu.test(text) ||
    /\b(?:TBD|TBC|TBA)\b/.test(text) ||
    shouted.test(text) ||
    /(?::|^)\s*(?:xx?|x\/x|\.\.\.|…)\s*$/iu.test(text)
  )
}

/** Whether an answer says that the question does not apply. */
export function isNotApplicable(answer: string): boolean {
  return /^(?:n\.?\/?a\.?|not applicable|does not apply)(?![\p{L}])/iu.test(foldText(answer))
}
