import { looksLikeKey } from './flag-key.ts'
import { linkedKeys } from './toggle-words.ts'

const toggleWord = '(?:toggles?|flags?|flippers?|(?:power|kill|feature|main) switch(?:es)?)'
const nearBefore = new RegExp(
  String.raw`\b${toggleWord}\b[^\w.!?]{0,4}(?:[\w/'-]+[^\w.!?]{1,3}){0,4}$`,
  'i',
)
const nearAfter = new RegExp(
  String.raw`^[^\w.!?]{0,4}(?:[\w/'-]+[^\w.!?]{1,3}){0,3}${toggleWord}\b`,
  'i',
)
const rightBefore = new RegExp(
  String.raw`\b${toggleWord}(?: (?:is|are|was|called|named|key|name|of|the)){0,3}["'“:(\s]{1,4}$`,
  'i',
)
const rightAfter = new RegExp(String.raw`^["'”)]{0,2}\s+(?:feature )?${toggleWord}\b`, 'i')
const flipped =
  /\b(?:enabl(?:e|es|ed|ing)|disabl(?:e|es|ed|ing)|turn(?:s|ed|ing)? (?:on|off)|flip(?:s|ped|ping)?|behind|(?:roll-?out|controlled|gated|guarded|hidden|released?) (?:using|by|with|via|through|behind))\W{0,3}(?:(?:the|both|our|a|feature)\W{1,2}){0,2}$/i
const turned = /\b(?:turn(?:s|ed|ing)?|set(?:s|ting)?|flip(?:s|ped|ping)?)\W{0,3}(?:the\W{1,2})?$/i
const turnedTo = /^\W{0,3}(?:on|off|to (?:on|off|true|false|enabled|disabled|\d{1,3} ?%))(?!\w)/i
const otherThing =
  /^\W{0,2}\s*(?:rates?|metrics?|endpoints?|timestamps?|columns?|fields?|branch(?:es)?|tables?|jobs?|class(?:es)?|modules?|methods?|functions?|param(?:eter)?s?|attributes?|events?|tags?|services?|queues?|topics?|components?|pages?|files?|folders?|repos?(?:itory)?|dashboards?|monitors?|alerts?|gates?|errors?|or error|scopes?|routes?|urls?|scripts?|tasks?|env(?:ironment)?)\b/i
const chain = /^[`\s,;&+/]*(?:and|or|as well as)?[`\s,;&+/]*$/i

/**
 * The keys that a piece of prose names as toggles: in code marks near a word for toggle or a verb
 * of flipping, bare next to such a word, or as a link to Flipper's page of the feature.
 * Metrics, branches, columns and the like in code marks are none.
 */
export function keysInProse(raw: string): string[] {
  const found = new Set(linkedKeys(raw))
  let chained = -1
  const waiting: string[] = []
  for (const match of raw.matchAll(
    /`([^`\n]{3,120})`|\b[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+\b|\b[a-z][a-z0-9]+(?:[A-Z][a-z0-9]+)+\b/g,
  )) {
    const code = match[1]?.trim()
    const word = code ?? match[0]
    const end = match.index + match[0].length
    const before = raw.slice(Math.max(0, match.index - 90), match.index).replace(/[*_]/g, '')
    const after = raw
      .slice(end, end + 70)
      .replace(/<br ?\/?>/g, ' ')
      .replace(/[*_]/g, '')
    if (!looksLikeKey(word) || otherThing.test(after) || isPartOfPath(raw, match.index, end)) {
      chained = -1
      continue
    }
    const follows = chained >= 0 && chain.test(raw.slice(chained, match.index))
    const named = code
      ? /_(?:toggle|flag|flipper|enabled)$/i.test(code) ||
        nearBefore.test(before) ||
        nearAfter.test(after) ||
        flipped.test(before) ||
        (turned.test(before) && turnedTo.test(after))
      : /_(?:toggle|flag|flipper)$/i.test(word) ||
        rightBefore.test(before) ||
        rightAfter.test(after)
    if (named || follows) {
      for (const key of waiting) found.add(key)
      found.add(word)
      waiting.length = 0
      chained = end
    } else if (code && chain.test(after.slice(0, 6).split('`')[0] ?? '')) waiting.push(word)
    else waiting.length = 0
  }
  return [...found]
}

/** `/new-message/select`, `a.b/c`, an address or a file name holds words that are no keys. */
function isPartOfPath(raw: string, from: number, to: number): boolean {
  return (
    /[/.@#=?&%\w-]$/.test(raw.slice(Math.max(0, from - 1), from)) ||
    /^[/.@=%](?=\w)/.test(raw.slice(to, to + 2))
  )
}
