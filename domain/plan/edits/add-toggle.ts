import { hasPlaceholder, ownAnswer } from '../placeholders.ts'
import type { PlanText } from '../plan-text.ts'
import { togglesInLines } from '../toggle-lines.ts'
import { toggleTables } from '../toggle-table.ts'
import { answerSpan } from './answer-span.ts'
import { endOfSection, placeSection } from './place-section.ts'
import { linesBelow, markerOf } from './source-place.ts'
import { escapedCell, fillRow, newRow } from './table-edit.ts'
import type { TextChange } from './text-change.ts'

export type NewToggle = { key: string; description: string | null }

/** The ways to name one toggle more: in the plan's table, label or list, else in a table of its own. */
export function addToggle(plan: PlanText, toggle: NewToggle): TextChange[][] {
  return [
    ...inTables(plan, toggle),
    ...inLabels(plan, toggle),
    ...inLists(plan, toggle),
    ...inNewTable(plan, toggle),
  ]
}

function inTables(plan: PlanText, { key, description }: NewToggle): TextChange[][] {
  return toggleTables(plan).map(({ header, rows, name, about }) => {
    const coded = rows.some((row) => row.cells[name]?.raw.startsWith('`'))
    const values = new Map([[name, coded ? `\`${key}\`` : key]])
    if (about >= 0) values.set(about, description ?? '')
    const open = rows.find((row) => {
      const said = row.cells[name]?.text ?? ''
      return hasPlaceholder(said) || row.cells.every((cell) => cell.text === '')
    })
    return open ? fillRow(open, values) : [newRow(plan, [header, ...rows], values)]
  })
}

const label = /^\W*(?:[\p{L}]+ ){0,2}(?:toggle|flag|flipper)s?(?:[ /]\w+)?\s*(?:name)?\s*[*_]*:/iu

/** A label that still waits is filled; below one that does not, a like one follows. */
function inLabels(plan: PlanText, { key, description }: NewToggle): TextChange[][] {
  const lines = plan.blocks
    .filter((block) => block.kind === 'paragraph' || block.kind === 'item')
    .flatMap((block) => block.pieces.map((piece) => ({ block, piece })))
    .filter(({ piece }) => label.test(piece.raw))
  const named = togglesInLines(plan)
  const namedLines = new Set(named.map((mention) => mention.line))
  const namedBelow = new Set(
    plan.blocks.filter((_, at) => {
      const next = plan.blocks[at + 1]
      return next?.kind === 'item' && namedLines.has(next.line)
    }),
  )
  const waiting = lines.flatMap(({ block, piece }) => {
    const span = answerSpan(piece)
    const answeredBelow = piece !== block.pieces.at(-1) || namedBelow.has(block)
    const said =
      span && !answeredBelow
        ? piece.raw.slice(span.from - piece.from).replace(/[*_]/g, '')
        : 'answered'
    if (!span || ownAnswer(said) !== '') return []
    return [[{ from: span.from, to: piece.to, text: span.from === piece.to ? ` ${key}` : key }]]
  })
  const last = lines.findLast(({ piece }) => named.some((mention) => mention.line === piece.line))
  const known = named.find((mention) => mention.line === last?.piece.line)
  if (!last || !known) return waiting
  const after = plan.blocks[plan.blocks.indexOf(last.block) + 1]
  const told = after && /^\W*(?:toggle )?description\b/i.test(after.raw) ? after : last.block
  const added = ['', markerOf(plan, last.block) + last.piece.raw.replace(known.key, key)]
  if (description) added.push('', `**Description:** ${description}`)
  return [...waiting, [linesBelow(plan, told, added)]]
}

function inLists(plan: PlanText, { key, description }: NewToggle): TextChange[][] {
  const lines = new Set(togglesInLines(plan).map((mention) => mention.line))
  const last = plan.blocks.findLast((block) => block.kind === 'item' && lines.has(block.line))
  if (!last) return []
  const name = last.raw.startsWith('`') ? `\`${key}\`` : key
  const line = `${markerOf(plan, last)}${name}${description ? `: ${description}` : ''}`
  return [[linesBelow(plan, last, [line])]]
}

function inNewTable(plan: PlanText, { key, description }: NewToggle): TextChange[][] {
  const table = [
    '| Toggle name | Description |',
    '| --- | --- |',
    `| ${key} | ${escapedCell(description ?? '')} |`,
  ]
  const section = plan.sections.find((one) => one.kind === 'toggles' && one.heading)
  const placed = placeSection(plan, 'toggles', 2, ['Step 1: Development', '', ...table])
  return section ? [[endOfSection(plan, section, table)], [placed]] : [[placed]]
}
