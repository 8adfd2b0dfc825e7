import { fieldOf } from '../field.ts'
import { isWithin } from '../outline.ts'
import type { Finding } from '../reading.ts'
import { rowsOfTables } from '../tables.ts'
import { type Day, daysBetween, daysIn, dayText } from './day.ts'
import type { Evidence } from './evidence.ts'
import { makeFinding, quoted } from './make-finding.ts'

/** A planned day with what it is for. */
type Planned = { what: string; day: Day; line: number }

/** Planned days that run backwards: by a year where that explains it, else plainly out of order. */
export function dateFindings(evidence: Evidence): Finding[] {
  const found = sequences(evidence).flatMap((days) => {
    for (const [index, next] of days.entries()) {
      const before = days[index - 1]
      const finding = before ? clash(before, next) : null
      if (finding) return [finding]
    }
    return []
  })
  return [...found, ...spans(evidence)]
}

function clash(before: Planned, next: Planned): Finding | null {
  const days = daysBetween(before.day, next.day)
  if (days === null || days >= 0) return null
  const wrongYear = next.day.year !== null && isYearOff(before.day, next.day)
  return makeFinding(
    wrongYear ? 'date_in_wrong_year' : 'dates_out_of_order',
    next.line,
    [before.what, dayText(before.day), next.what, dayText(next.day)],
    `${quoted(next.what)} is planned for ${dayText(next.day)}, before ${quoted(before.what)} on ${dayText(before.day)}. ${wrongYear ? 'The year looks wrong; correct it.' : 'Correct one of the dates.'}`,
  )
}

function isYearOff(before: Day, next: Day): boolean {
  if (next.year === null) return false
  const days = daysBetween(before, { ...next, year: next.year + 1 })
  return days !== null && days >= 0 && days <= 183
}

/** Days that must follow each other: the stages, each dated table, rollout before going live. */
function sequences({ plan, stages }: Evidence): Planned[][] {
  const staged = stages.flatMap((stage) => {
    const day = daysIn(`${stage.dates ?? ''} `)[0]
    return day ? [{ what: stage.label, day, line: stage.line }] : []
  })
  const lists = [staged, rolloutAndLaunch(plan.blocks, plan.sectionOf)]
  for (const rows of rowsOfTables(plan.blocks)) {
    const header = rows[0]
    const section = header ? plan.sectionOf.get(header) : undefined
    if (!header || !section || isWithin(section, 'results', 'check_ins', 'one_week', 'one_month'))
      continue
    const first = /^(?:phase|stage|launch|milestone|step|launch %|activity)/i.test(
      header.cells[0]?.text ?? '',
    )
    const column = header.cells.findIndex(
      (cell) => /\bdates?\b|\bwhen\b|\bstart\b/i.test(cell.text) && !/actual/i.test(cell.text),
    )
    if (!first || column < 1) continue
    lists.push(
      rows.slice(1).flatMap((row) => {
        const day = daysIn(row.cells[column]?.text ?? '')[0]
        return day ? [{ what: row.cells[0]?.text ?? '', day, line: row.line }] : []
      }),
    )
  }
  return lists
}

function rolloutAndLaunch(
  blocks: Evidence['plan']['blocks'],
  sectionOf: Evidence['plan']['sectionOf'],
): Planned[] {
  const found: Planned[] = []
  for (const [index, block] of blocks.entries()) {
    const section = sectionOf.get(block)
    if (!section || (block.kind !== 'item' && block.kind !== 'paragraph')) continue
    if (!/date/i.test(block.text.slice(0, 60))) continue
    const field = fieldOf(block.text)
    if (!field || !/^(?:desired|planned|target) (?:launch )?date/i.test(field.prompt)) continue
    const rollout = isWithin(section, 'rollout') && /range/i.test(field.prompt)
    const launch = isWithin(section, 'go_live')
    if (!rollout && !launch) continue
    const below = blocks[index + 1]
    const nested = below && below.indent > block.indent && below.kind === 'item' ? below.text : ''
    const day = daysIn(field.said === '' ? nested : field.said)[0]
    if (day?.year) found.push({ what: field.prompt, day, line: block.line })
  }
  return found
}

/** A span that ends before it begins, years written out at both ends. */
function spans({ plan }: Evidence): Finding[] {
  return plan.blocks.flatMap((block) => {
    const section = plan.sectionOf.get(block)
    if (!section || !/\d\/\d/.test(block.text)) return []
    if (isWithin(section, 'results', 'check_ins', 'one_week', 'one_month', 'questions')) return []
    const span =
      /(\d{1,2}\/\d{1,2}\/\d{2,4})\s*(?:-|–|—|to|through)\s*(\d{1,2}\/\d{1,2}\/\d{2,4})(?!\d)/.exec(
        block.text.slice(0, 2000),
      )
    const [from, to] = span ? daysIn(`${span[1]} ${span[2]}`) : []
    const days = from && to ? daysBetween(from, to) : null
    if (!span || !from || !to || days === null || days >= 0) return []
    const yearOff = isYearOff(from, to)
    return [
      makeFinding(
        yearOff ? 'date_in_wrong_year' : 'dates_out_of_order',
        block.line,
        [span[0]],
        `${quoted(span[0])} ends before it begins. ${yearOff ? 'The year looks wrong; correct it.' : 'Correct one of the dates.'}`,
      ),
    ]
  })
}
