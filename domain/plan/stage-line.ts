import { datePattern } from './dates.ts'
import { plainText } from './inline-text.ts'
import { isStageLabel } from './stage-label.ts'

const duration = String.raw`\d+(?:\s*[-–]\s*\d+)?\+?\s*(?:full |business |calendar )*(?:hours?|hrs?|days?|weeks?|wks?|months?)`
const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b'
const when = String.raw`(?:${datePattern}|${weekday}|❓|tbd\b|\?|${duration})`

/** Where the name of a stage ends and its dates, duration or remarks begin. */
const cuts = [
  new RegExp(
    String.raw`\s+(?:on|starting|from|by|beginning|between|during|for|week of|the week of|around|~)\s*(?:on |the )?(?:week of )?${when}`,
    'iu',
  ),
  new RegExp(String.raw`\s*[-–—,@|:]\s*(?:(?:starting|beginning|week of|on) )?${when}`, 'iu'),
  new RegExp(String.raw`\s*[([](?:[^()[\]]{0,20}\b)?${when}`, 'iu'),
  /\s+(?:the (?:following |next )?(?:week|day)\b|an? (?:week|day) (?:later|after)|next (?:week|day|month)|after(?:wards| that)\b)/iu,
  /\s+\+\s|\s*[;❓]|\s+[–—]\s|\.\s/u,
]
const leadingDate = new RegExp(
  String.raw`^(?:(?:the )?week of )?${datePattern}\s*[:–—-]\s*(?=\S)`,
  'iu',
)

/** The first duration in a text, as written: "2 business days". */
export const durationIn = (text: string): string | null =>
  new RegExp(duration, 'i').exec(text)?.[0] ?? null

/**
 * The name part of a line that may describe a stage: what is bold at its start, else the words up
 * to a date, a duration or a remark.
 */
export function stageLine(raw: string, text: string): { label: string; rest: string } {
  const bold = /^(\*\*|__)([^*\n]{2,100}?):?\1/.exec(raw)?.[2]
  const name = bold ? plainText(bold).replace(/[\s:]+$/, '') : ''
  if (name !== '' && isStageLabel(name)) return { label: name, rest: text.slice(name.length) }
  const from = leadingDate.exec(text)?.[0].length ?? 0
  let end = Math.min(text.length, 160)
  for (const cut of cuts) {
    const match = cut.exec(text.slice(from, from + 240))
    if (match && match.index > 2) end = Math.min(end, from + match.index)
  }
  const dated = text.slice(0, from)
  const words = text.slice(dated.length, Math.max(end, dated.length))
  const colon = /^[^:]{3,}:(?=\s)/.exec(words)?.[0]
  const long = colon ? words.slice(colon.length).trim().split(/\s+/).length > 8 : false
  const label = (long && colon ? colon : words).replace(/[\s:,;.–—-]+$/u, '')
  return { label, rest: `${text.slice(dated.length + label.length)} ${dated}` }
}
