export type SoakUnit = 'minutes' | 'hours' | 'days' | 'business_days' | 'weeks' | 'months'

/** How long a stage stands before the next, as far as its plan says it as a time. */
export type Soak =
  | { readonly kind: 'time'; readonly amount: number; readonly unit: SoakUnit }
  | {
      readonly kind: 'none'
      /** Nothing is written; it never ends ("Forever!"); or it is no time ("10 submissions"). */
      readonly why: 'not_said' | 'no_end' | 'not_a_time'
    }

const NUMBERS: Readonly<Record<string, number>> = {
  half: 0.5,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  'twenty-four': 24,
  'forty-eight': 48,
  'seventy-two': 72,
}

const UNITS: readonly (readonly [RegExp, SoakUnit])[] = [
  [/^(?:business|working|work|week)[ -]?days?$|^bd$/, 'business_days'],
  [/^min(?:ute)?s?$/, 'minutes'],
  [/^h(?:ou)?rs?$|^h$/, 'hours'],
  [/^days?$|^d$/, 'days'],
  [/^w(?:ee)?ks?$|^w$/, 'weeks'],
  [/^months?$/, 'months'],
]

const NUMBER = String.raw`\d{1,4}(?:\.\d{1,2})?|(?:${Object.keys(NUMBERS).join('|')})(?!\p{L})`
const UNIT =
  '(?:business|working|work|week)[ -]?days?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|bd|h|d|w'
const TIME = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])(${NUMBER})(?: ?(?:-|to|or) ?(?:${NUMBER}))?(?:\+|x)? ?-?(?:(?:of|an?|full|whole|calendar|consecutive|solid|more) ){0,2}(${UNIT})(?![\p{L}\d])`,
  'u',
)
const ENDLESS =
  /\b(?:forever|infinity|indefinite(?:ly)?|permanent(?:ly)?|n\/a|none|no soak|not applicable)(?!\w)/

/**
 * Reads a stage's soak as teams write it: "24 hours", "minimum 2 full business days", "2 days
 * (actual: 7)", "15+hrs". Of a range the shorter time counts, as the plan lets the stage go then;
 * what is called an estimate or the actual time asks for nothing. What is no time is `none`, and
 * says why: it is never guessed.
 */
export function readSoak(text: string | null): Soak {
  const words = plain(text ?? '')
  if (words === '') return { kind: 'none', why: 'not_said' }
  const [, number, unit] = TIME.exec(words) ?? []
  const known = UNITS.find(([pattern]) => pattern.test(unit ?? ''))?.[1]
  const amount = number === undefined ? 0 : (NUMBERS[number] ?? Number(number))
  if (known && amount > 0) return { kind: 'time', amount, unit: known }
  return { kind: 'none', why: ENDLESS.test(words) ? 'no_end' : 'not_a_time' }
}

/** Lower case, without markup, without what is only estimated or looks back. */
function plain(text: string): string {
  return text
    .slice(0, 400)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*_`~[\]\\]/g, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/\((?=[^)]*\b(?:actual|actually|estimated?|est)\b)[^)]*\)?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** "2 business days", "1 week"; null where the plan gives no time. */
export function soakWords(soak: Soak): string | null {
  if (soak.kind === 'none') return null
  const unit = soak.unit.replace('_', ' ')
  return `${soak.amount} ${soak.amount === 1 ? unit.slice(0, -1) : unit}`
}

/** A sentence on why there is no soak clock; null where there is one. */
export function noSoakWords(soak: Soak, text: string | null): string | null {
  if (soak.kind === 'time') return null
  if (soak.why === 'not_said') return 'The plan says no soak time.'
  return soak.why === 'no_end'
    ? `The plan gives it no end (“${text}”), so no soak time is counted.`
    : `“${text}” is not read as a time, so no soak time is counted.`
}
