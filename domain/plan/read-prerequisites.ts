import { looksLikeKey } from './flag-key.ts'
import { isTemplateSentence } from './template-text.ts'
import { visibleText } from './visible-text.ts'

/** A toggle that a plan wants in a state before another one widens. */
export interface Prerequisite {
  readonly toggle: string
  readonly wanted: 'on' | 'off'
  /** The toggle that needs it; null for every toggle of the plan. */
  readonly of: string | null
  /** 1-based. */
  readonly line: number
}

const KEY = '`?([A-Za-z][\\w-]{2,119})`?'
const STATE = '(?:fully |already |turned |switched |set to )*(on|enabled|off|disabled)'
/** What may follow a state: "on the list" is none. */
const END =
  '(?=\\s*(?:$|[.,;:)!|]|(?:and|before|first|in|for|everywhere|already|prior|when|so|at)\\b))'

const requires = new RegExp(
  `(?:${KEY}\\s+)?(?<!\\bnot )\\b(?:requires?|needs?|depends on|relies on)\\s+(?:the\\s+)?(?:toggle\\s+|flag\\s+)?${KEY}\\s+(?:toggle\\s+|flag\\s+)?(?:(?:to be|being|is|set to)\\s+)?${STATE}${END}`,
  'gi',
)
const must = new RegExp(
  `${KEY}\\s+(?:must|has to|needs to|should)\\s+(?:first\\s+|already\\s+)?be\\s+${STATE}\\s+(?:before|first|prior to)\\b`,
  'gi',
)
const listed = new RegExp(
  `^\\s*(?:[-*+•]|\\d+[.)]|\\|)\\s*(?:\\[[ xX]\\]\\s*)?${KEY}\\s*(?:\\||:|–|-|=|is|to be|must be)\\s*${STATE}\\s*[.|]?\\s*$`,
  'i',
)
const heading = /^\s{0,3}(?:#{1,6}\s+(.*)|\*\*([^*]{1,100})\*\*:?\s*)$/
const about = /\b(?:prerequisites?|pre-requisites?|depends on|dependenc(?:y|ies))\b/i
/** Without one of these words nothing below can be found: most plans have none. */
const worthLooking =
  /\b(?:requires?|needs?|depends|relies|must|has to|should|pre-?requisites?|dependenc)/i

/**
 * The prerequisite toggles that a plan says in so many words: "requires `x` to be on", "`x` must be
 * enabled before", or a list below a heading of prerequisites ("- `x` is on"). Comments, code and the
 * template's own sentences say nothing; without a state nothing is guessed. Never throws.
 */
export function readPrerequisites(text: string): Prerequisite[] {
  if (!worthLooking.test(text)) return []
  const found = new Map<string, Prerequisite>()
  let isBelow = false
  let fence = false
  for (const [index, line] of visibleText(text)
    .visible.split(/\r\n|\r|\n/)
    .entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) fence = !fence
    if (fence || line.length > 2000) continue
    const title = heading.exec(line)
    if (title) isBelow = about.test(title[1] ?? title[2] ?? '')
    for (const one of [...inProse(line), ...(isBelow ? inList(line) : [])]) {
      const key = `${one.of ?? ''} ${one.toggle} ${one.wanted}`
      if (!found.has(key)) found.set(key, { ...one, line: index + 1 })
    }
  }
  return [...found.values()]
}

type Said = Omit<Prerequisite, 'line'>

function inProse(line: string): Said[] {
  const plain = line.replace(/\*\*|__/g, '')
  if (isTemplateSentence(plain.trim())) return []
  return [
    ...[...plain.matchAll(requires)].flatMap(([, of = '', toggle = '', state = '']) =>
      said(toggle, state, looksLikeKey(of) ? of : null),
    ),
    ...[...plain.matchAll(must)].flatMap(([, toggle = '', state = '']) =>
      said(toggle, state, null),
    ),
  ]
}

function inList(line: string): Said[] {
  const [, toggle = '', state = ''] = listed.exec(line.replace(/\*\*|__/g, '')) ?? []
  return said(toggle, state, null)
}

function said(toggle: string, state: string, of: string | null): Said[] {
  if (!looksLikeKey(toggle) || toggle === of) return []
  return [{ toggle, wanted: /^(?:on|enabled)$/i.test(state) ? 'on' : 'off', of }]
}
