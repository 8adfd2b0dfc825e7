import type { Comparator, Criterion } from '../rollout/criterion.ts'

const SAID: readonly (readonly [Comparator, string])[] = [
  [
    '<=',
    "at most|(?:no|not) (?:more|higher|greater) than|not above|(?:does not|do not|doesn't|don't|not) exceed|(?:at|is) or below|a? ?maximum of|maximum|max|<=|=<|≤",
  ],
  [
    '>=',
    '(?:at least|(?:no|not) (?:less|fewer|lower) than|not below|at or above|a? ?minimum of|minimum|min|>=|=>|≥)',
  ],
  ['<', 'fewer than|less than|lower than|under|below|<'],
  ['>', 'more than|greater than|higher than|above|exceeds?|>'],
  ['=', 'equal to|equals|exactly|='],
]
const COMPARED = SAID.map(([, words]) => words).join('|')
const WORD =
  /\b(?:than|under|below|above|exceeds?|least|most|equals?|exactly|between|within)\b|[<>=≤≥]/i
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,4})?`
const UNIT = String.raw`%|(?:per ?cent|pct|ms|milliseconds?|s|secs?|seconds?|mins?|minutes?|hours?|days?)(?![\p{L}])`
const BE = String.raw`(?:(?:is|are|be|stays?|staying|remains?|remaining|kept|holds?|must be|should be|to be)\s+)?`
/** What may follow a figure and still say of what it is. */
const REST = String.raw`(?:\s*\([^()<>=]{1,60}\)|\s+(?:per|a|an|each|every|over|during|for|in|within|across|at|on|of)\s+[^<>=]{1,80})?`

const ofName = new RegExp(
  String.raw`^(\p{L}[^<>=≤≥]{1,120}?)\s*[:–-]?\s*${BE}(?<!\p{L})(${COMPARED})\s*(?:a |an )?(${NUMBER})\s*(${UNIT}|\p{L}{2,20})?(${REST})$`,
  'iu',
)
const ofThing = new RegExp(
  String.raw`^(${COMPARED})\s*(${NUMBER})\s*(%|per ?cent)?\s*(?:of\s+(?:the\s+)?)?(\p{L}[^<>=≤≥]{1,120})$`,
  'iu',
)
const between = new RegExp(
  String.raw`^(\p{L}[^<>=≤≥]{1,120}?)\s*[:–-]?\s*${BE}(?:between|within)\s+(${NUMBER})\s*%?\s*(?:and|to|-|–)\s*(${NUMBER})\s*(${UNIT})?(${REST})$`,
  'iu',
)
const nothing = /^(?:no|zero|0)\s+(\p{L}[^<>=≤≥\d%]{1,80})$/iu

/** What makes a sentence something else than a figure that is wanted: a condition, or a comparison. */
const UNCLEAR =
  /\b(?:if|unless|when|roll(?:ed|ing)? ?backs?|revert|pause|stop|abort|baseline|pre-?launch|previous|usual|normal|historical|current|as stage|same as|approx(?:imately)?|about|around|roughly|~)\b|[?~]/i

/**
 * Reads one statement of what is to be seen as a criterion: "error rate under 1%", "fewer than 5
 * calls", "no silent failures". Only what says a name, a comparison and a figure in so many words is
 * one; null for anything else: nothing is guessed.
 */
export function readCriterion(statement: string): Criterion | null {
  const text = plain(statement)
  if (text.length > 200 || UNCLEAR.test(text)) return null
  return within(text) ?? zero(text) ?? compared(text) ?? counted(text)
}

function plain(text: string): string {
  return text
    .slice(0, 400)
    .normalize('NFKC')
    .replace(/[*_`\\]/g, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/[’]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s•:,-]+|[\s.,;:]+$/g, '')
}

function compared(text: string): Criterion | null {
  const [, name = '', said = '', number = '', unit = '', rest = ''] = ofName.exec(text) ?? []
  if (number === '' || /\b(?:not|no|never|n't)$/i.test(name)) return null
  return criterion(`${name}${restOf(rest)}`, comparatorOf(said), figure(number), unit)
}

function counted(text: string): Criterion | null {
  const [, said = '', number = '', share = '', thing = ''] = ofThing.exec(text) ?? []
  if (number === '') return null
  return criterion(thing, comparatorOf(said), figure(number), share === '' ? '' : '%')
}

function within(text: string): Criterion | null {
  const [, name = '', low = '', high = '', unit = '', rest = ''] = between.exec(text) ?? []
  if (low === '' || figure(low) > figure(high)) return null
  const found = criterion(`${name}${restOf(rest)}`, 'within', figure(low), unit)
  return found && { ...found, threshold_to: figure(high) }
}

/** "No silent failures": what can be counted, and nothing besides. */
function zero(text: string): Criterion | null {
  const [, thing = ''] = nothing.exec(text) ?? []
  const head = thing.split(/\s(?:in|of|on|from|with|for|to|during|at|by|after)\s/i)[0] ?? ''
  if (!/[^s]s$/i.test(head.trim()) || /\b(?:or|and)\b|,/i.test(thing)) return null
  return criterion(thing, '=', 0, '')
}

function criterion(
  said: string,
  comparator: Comparator,
  threshold: number,
  unit: string,
): Criterion | null {
  const name = said.replace(/\s+/g, ' ').replace(/^[\s:,-]+|[\s:,-]+$/g, '')
  const words = name.split(' ').length
  if (
    name === '' ||
    words > 14 ||
    name.includes(',') ||
    name.length > 200 ||
    WORD.test(name) ||
    /\d\s?%/.test(name)
  ) {
    return null
  }
  return {
    name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    comparator,
    threshold,
    threshold_to: null,
    unit: unitOf(unit),
  }
}

const restOf = (rest: string) => (rest.trim() === '' ? '' : ` ${rest.trim()}`)
const figure = (number: string) => Number(number.replaceAll(',', ''))

function comparatorOf(said: string): Comparator {
  const known = SAID.find(([, words]) => new RegExp(`^(?:${words})$`, 'i').test(said.trim()))
  return known?.[0] ?? '='
}

function unitOf(unit: string): string {
  const word = unit.toLowerCase()
  if (/^(?:%|per ?cent|pct)$/.test(word)) return '%'
  if (/^(?:ms|milliseconds?)$/.test(word)) return 'ms'
  if (/^(?:s|secs?|seconds?)$/.test(word)) return 's'
  return /^(?:mins?|minutes?)$/.test(word) ? 'min' : word
}
