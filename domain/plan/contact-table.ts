import type { Row } from './blocks.ts'
import { contactsInLine } from './contact-line.ts'
import { ownAnswer } from './placeholders.ts'
import type { PlanContact } from './reading.ts'

type Tier = PlanContact['tier']

/** Contacts in a table: `Name | Role`, `Role | Primary | Backup`, `Role | Name | Tier` and the like. */
export function contactsInTable(rows: Row[], above: Tier): PlanContact[] {
  const header = rows[0]?.cells.map((cell) => cell.text) ?? []
  const find = (pattern: RegExp) => header.findIndex((name) => pattern.test(name))
  const role = find(/role|title|discipline|responsib|position|area|function/i)
  const tiers = header.findIndex(
    (_, index) =>
      rows.length > 1 && rows.slice(1).every((row) => isTier(row.cells[index]?.text ?? '')),
  )
  const tier = tiers >= 0 ? tiers : find(/tier|type|level/i)
  const columns: { index: number; tier: Tier }[] = []
  header.forEach((name, index) => {
    if (index === role || index === tier) return
    if (/back ?-?up|secondary|alternate/i.test(name)) columns.push({ index, tier: 'backup' })
    else if (/primary|main/i.test(name)) columns.push({ index, tier: 'primary' })
    else if (/name|contact|poc|person|who|lead|owner|member/i.test(name) && columns.length === 0) {
      if (!/email|e-mail|phone|slack/i.test(name)) columns.push({ index, tier: above })
    }
  })
  return rows.slice(1).flatMap((row) => {
    const said = role < 0 ? '' : ownAnswer(row.cells[role]?.text ?? '')
    const level = tierIn(tier < 0 ? '' : (row.cells[tier]?.text ?? ''))
    return columns.flatMap((column) =>
      namesIn(row.cells[column.index]?.text ?? '').map((person) => ({
        name: person.name,
        role: said || person.role,
        tier: level ?? column.tier,
        line: row.line,
      })),
    )
  })
}

function namesIn(text: string): { name: string; role: string | null }[] {
  const said = ownAnswer(text)
  if (said === '') return []
  const found = contactsInLine(said)
  if (found.length > 0) return found
  return said
    .split(/\s*(?:,|;|\/|\band\b)\s*/)
    .filter((name) => /^[\p{Lu}@]/u.test(name) && name.split(' ').length <= 4)
    .map((name) => ({ name: name.replace(/^@/, ''), role: null }))
}

const isTier = (text: string) =>
  /^(?:primary|main|back ?-?up|secondary)(?: poc| contact)?$/i.test(text)

function tierIn(text: string): Tier {
  if (/back ?-?up|secondary/i.test(text)) return 'backup'
  return /primary|main/i.test(text) ? 'primary' : null
}
