import type { Block } from './blocks.ts'
import { contactsInLine, type PersonInRole } from './contact-line.ts'
import { contactsInTable } from './contact-table.ts'
import { headingKind } from './heading-kind.ts'
import { plainText } from './inline-text.ts'
import { hasWord, keywordsOf } from './keywords.ts'
import { isWithin, type Section } from './outline.ts'
import type { PlanText } from './plan-text.ts'
import type { PlanContact } from './reading.ts'
import { isRole } from './role-words.ts'
import { rowsOfTables } from './tables.ts'

type Tier = PlanContact['tier']

/**
 * The people in explicit point-of-contact or responsibilities blocks, each with role and, where
 * the block says so, primary or backup. People named in passing elsewhere are no contacts.
 */
export function readContacts(plan: PlanText): PlanContact[] {
  const found: PlanContact[] = []
  const done = new Set<Section>()
  for (const section of plan.sections) {
    if (section.kind !== 'contacts' || done.has(section)) continue
    markDone(section, done)
    found.push(...inSection(section))
  }
  found.push(...fromLabels(plan))
  const seen = new Set<string>()
  return found.filter((contact) => {
    const key = `${contact.name.toLowerCase()}|${contact.role?.toLowerCase() ?? ''}|${contact.tier}`
    return !seen.has(key) && seen.add(key)
  })
}

const ownLabel =
  /^(primary |main |back ?-?up |secondary )?((?:\p{L}[\p{L}/-]+ ){0,2})(?:points? of contact|pocs?)\s*[:–—-]\s*(?=\S)/iu

/** "Point of contact: Priya Raman" in a line of its own, in any part. */
function fromLabels(plan: PlanText): PlanContact[] {
  return plan.blocks.flatMap((block) => {
    if (block.kind !== 'item' && block.kind !== 'paragraph') return []
    const section = plan.sectionOf.get(block)
    if (section && isWithin(section, 'contacts')) return []
    return block.pieces.flatMap((piece) => {
      const text = plainText(piece.raw)
      const label = ownLabel.exec(text)
      if (!label) return []
      const tier = tierOf(label[1] ?? '')
      const role = label[2]?.trim() ?? ''
      const people = contactsInLine(text.slice(label[0].length))
      return people.map((one) => contact(one, tier, isRole(role) ? role : null, piece.line))
    })
  })
}

function markDone(section: Section, done: Set<Section>) {
  done.add(section)
  for (const child of section.children) markDone(child, done)
}

function inSection(section: Section, above: Tier = null): PlanContact[] {
  let tier = tierOf(section.title) ?? above
  let role: string | null =
    isRole(section.title) && headingKind(section.title) === null ? section.title : null
  const found: PlanContact[] = []
  for (const rows of rowsOfTables(section.blocks)) found.push(...contactsInTable(rows, tier))
  for (const [at, block] of section.blocks.entries()) {
    if (block.kind === 'row' || block.kind === 'rule' || block.kind === 'code') continue
    if (opensGroup(block, section.blocks[at + 1])) {
      role = block.text
      continue
    }
    for (const piece of block.pieces) {
      const text = plainText(piece.raw)
      const label = groupLabel(text)
      if (label) {
        const group = tierOf(text)
        if (group) tier = group
        role = isRole(label) && !group ? label : null
        continue
      }
      const own = tierOf(text, true)
      for (const person of contactsInLine(piece.raw)) {
        found.push(contact(person, own ?? tier, role, piece.line))
      }
    }
  }
  for (const child of section.children) {
    const known = child.kind !== null && child.kind !== 'contacts' && child.kind !== 'planning'
    if (!known) found.push(...inSection(child, tier))
  }
  return found.sort((a, b) => a.line - b.line)
}

/** "- Engineering" above an indented list of people. */
function opensGroup(block: Block, next: Block | undefined): boolean {
  const below = block.kind === 'item' && next?.kind === 'item' && next.indent > block.indent
  return (
    below && isRole(block.text) && block.text.split(/\s+/).length <= 4 && !/[:(]/.test(block.text)
  )
}

function contact(person: PersonInRole, tier: Tier, role: string | null, line: number): PlanContact {
  return { name: person.name, role: person.role ?? role, tier, line }
}

/** "Primary POC's", "Engineering:" — a line that names a group, not a person. */
function groupLabel(text: string): string | null {
  const label = text.replace(/[:：]\s*$/u, '').trim()
  if (label.split(/\s+/).length > 5) return null
  if (headingKind(label) === 'contacts') return label
  if (
    tierOf(label) &&
    keywordsOf(label).every((word) => word === 's' || hasWord([word], ...groupWords))
  )
    return label
  return /[:：]\s*$/u.test(text) && isRole(label) ? label : null
}

const groupWords = 'primary main backup secondary alternate poc contact contacts team'.split(' ')

function tierOf(text: string, inLine = false): Tier {
  const words = keywordsOf(text)
  if (
    inLine &&
    !/[([][^)\]]*\b(?:primary|back ?-?up|secondary)\b|^(?:primary|back ?-?up|secondary)\b/i.test(
      text,
    )
  )
    return null
  if (words.includes('main') || hasWord(words, 'primary')) return 'primary'
  if (hasWord(words, 'backup', 'secondary', 'alternate')) return 'backup'
  return null
}
