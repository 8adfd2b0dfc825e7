import type { Block } from '../blocks.ts'
import type { PlanText } from '../plan-text.ts'
import { readContacts } from '../read-contacts.ts'
import type { PlanContact } from '../reading.ts'
import { rowsOfTables } from '../tables.ts'
import { endOfSection, placeSection } from './place-section.ts'
import { linesBelow, markerOf } from './source-place.ts'
import { newRow } from './table-edit.ts'
import type { TextChange } from './text-change.ts'

export type NewContact = Pick<PlanContact, 'name' | 'role' | 'tier'>

/** The ways to name one contact more: like one that is there, else in a block of its own. */
export function addContact(plan: PlanText, contact: NewContact): TextChange[][] {
  const known = readContacts(plan)
  const alike = known.filter((one) => one.tier === contact.tier)
  const others = known.filter((one) => one.tier !== contact.tier)
  const ways = [...alike.reverse(), ...others.reverse()].flatMap((model) =>
    like(plan, model, contact),
  )
  const section = plan.sections.find((one) => one.kind === 'contacts' && one.heading)
  const tier = contact.tier === 'backup' ? 'Backup' : contact.tier === 'primary' ? 'Primary' : null
  const line = `- ${contact.role ? `${contact.name} - ${contact.role}` : contact.name}`
  const lines = tier ? [`**${tier}**`, '', line] : [line]
  if (section) ways.push([endOfSection(plan, section, lines)])
  return [...ways, [placeSection(plan, 'contacts', 2, ['Points of Contact', '', ...lines])]]
}

/** The line of a contact again below it, with the other name and role put in. */
function like(plan: PlanText, model: PlanContact, contact: NewContact): TextChange[][] {
  const block = plan.blocks.find((one) => one.line <= model.line && one.lastLine >= model.line)
  if (!block) return []
  if (block.kind === 'row') return [inTable(plan, block, model, contact)]
  const piece = block.pieces.find((one) => one.line === model.line)
  // An address or duties are that person's own; a line with them is no model, or only up to them.
  if (!piece || /@|\d{3}/.test(piece.raw)) return []
  const duties = /^(.*\([^)]*\))\s*:?(\*\*|__)?\s*:?.*$/.exec(piece.raw)
  const form = duties ? `${duties[1]}${duties[2] ?? ''}` : piece.raw
  let line = form.replace(model.name, () => contact.name)
  if (line === form) return []
  if (model.role && line.includes(model.role)) line = withRole(line, model.role, contact.role)
  else if (contact.role && model.role !== contact.role) line += ` - ${contact.role}`
  const apart = block.kind === 'paragraph' && block.pieces.length === 1 ? [''] : []
  const at = { ...block, to: piece.to }
  return [[linesBelow(plan, at, [...apart, markerOf(plan, block) + line.trimEnd()])]]
}

/** Another role in the place of one; without one the dash before it goes too. */
function withRole(line: string, old: string, role: string | null): string {
  if (role !== null) return line.replace(old, () => role)
  const at = line.indexOf(old)
  return (
    line.slice(0, at).replace(/[\s(:,–—-]+$/u, '') + line.slice(at + old.length).replace(/^\)/, '')
  )
}

function inTable(
  plan: PlanText,
  row: Block,
  model: PlanContact,
  contact: NewContact,
): TextChange[] {
  const rows = rowsOfTables(plan.blocks).find((table) => table.some((one) => one === row)) ?? []
  const cells = row.kind === 'row' ? row.cells : []
  const values = new Map<number, string>()
  cells.forEach((cell, column) => {
    if (cell.text.includes(model.name)) values.set(column, contact.name)
    else if (model.role && cell.text.includes(model.role)) values.set(column, contact.role ?? '')
    else if (/^(?:primary|back ?-?up|secondary)$/i.test(cell.text))
      values.set(column, contact.tier ?? '')
  })
  return [newRow(plan, rows, values)]
}
