import { type Day, daysIn } from './findings/day.ts'
import { headingKind } from './heading-kind.ts'
import type { Section } from './outline.ts'
import { planText } from './plan-text.ts'

type Which = 'one_week' | 'one_month'

/** The days on which a plan wants its looks back; null where it names none, or more than one. */
export type CheckInDays = Readonly<Record<Which, Day | null>>

/** A label that asks for the day, not for what was found on it. */
const ASKS =
  /^(?:(?:planned|target|scheduled|due|desired|check-?in) )?(?:date|day)$|^(?:due|scheduled)(?: (?:on|for|by))?$|^when$/i

/**
 * The days that a plan gives its one-week and one-month check-ins: in their headings ("1-week
 * results (12/1/2026)"), in a line below that asks for it ("Date: 12/1/2026"), in a line of its own
 * ("1-week check-in: December 1"), or in a row of a table. Results name days too; those are none.
 * Total: any text is fine.
 */
export function readCheckInDays(text: string): CheckInDays {
  const { sections } = planText(text)
  const said: Record<Which, string[]> = { one_week: [], one_month: [] }
  for (const section of sections) {
    const own = whichOf(section.kind)
    if (own) said[own].push(withoutName(section.title), ...asked(section))
    for (const [which, day] of namedIn(section)) said[which].push(day)
  }
  return { one_week: onlyDay(said.one_week), one_month: onlyDay(said.one_month) }
}

function asked({ blocks }: Section): string[] {
  return blocks.flatMap(({ kind, text }) => {
    const [label, answer] = parted(text)
    return (kind === 'item' || kind === 'paragraph') && ASKS.test(label) ? [answer] : []
  })
}

/** Lines and rows that name a check-in and say nothing besides a day. */
function namedIn({ blocks }: Section): [Which, string][] {
  return blocks.flatMap((block): [Which, string][] => {
    if (block.kind === 'row') {
      const [name, ...cells] = block.cells.map(({ text }) => text)
      const which = whichOf(headingKind(name ?? ''))
      return which ? cells.filter(isDay).map((cell) => [which, cell]) : []
    }
    if (block.kind !== 'item' && block.kind !== 'paragraph') return []
    const [label, answer] = parted(block.text)
    const which = label.length <= 50 ? whichOf(headingKind(label)) : null
    return which && isDay(answer) ? [[which, answer]] : []
  })
}

function parted(text: string): [string, string] {
  const at = text.indexOf(':')
  return at < 0 ? ['', ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

const isDay = (text: string) =>
  daysIn(text).length === 1 && text.replace(/[\s\d/.,-]/g, '').length <= 14

const whichOf = (kind: string | null): Which | null =>
  kind === 'one_week' || kind === 'one_month' ? kind : null

/** "1-week results" is no day, whatever stands before the dash. */
const withoutName = (title: string) => title.replace(/\b\d{1,2}[ -](?:week|month|day)s?\b/gi, '')

function onlyDay(texts: readonly string[]): Day | null {
  const days = texts.flatMap(daysIn)
  const [first] = days
  const differs = days.some(
    ({ year, month, day }) => year !== first?.year || month !== first.month || day !== first.day,
  )
  return first && !differs ? first : null
}
