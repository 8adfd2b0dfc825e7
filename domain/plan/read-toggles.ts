import type { Block, Piece, Row } from './blocks.ts'
import { canBeKey, keyWords, looksLikeKey } from './flag-key.ts'
import { plainText } from './inline-text.ts'
import { isWithin } from './outline.ts'
import { ownAnswer } from './placeholders.ts'
import type { PlanText } from './plan-text.ts'
import type { PlanToggle } from './reading.ts'
import { rowsOfTables } from './tables.ts'
import { keysInProse } from './toggle-mentions.ts'

/** A place that names a toggle; `listed` where the plan lists its toggles, not in passing. */
export type ToggleMention = PlanToggle & { listed: boolean }

const keyHeader =
  /^(?:feature |front-?end |back-?end )?(?:toggle|flag|flipper)s?(?:\s*[/&]\s*(?:toggle|flag|flipper)s?)?(?: ?(?:name|key|id|title)s?)?$/i
const label =
  /^(?:[\p{L}/-]+ ){0,3}?(?:toggle|flag|flipper)s?(?: ?\/ ?(?:toggle|flag|flipper)s?)?(?: ?(?:name|key|id))?s?(?: is| are)? ?(?:\([^)]{0,40}\) ?)?(?:[:=]|[-–—](?=\s)|$)\s*/iu

/**
 * Every place that names a toggle of the plan: the toggle table, bold or plain labels, lists below
 * a toggles heading, and prose. Placeholders name none.
 */
export function toggleMentions(plan: PlanText): ToggleMention[] {
  const found: ToggleMention[] = []
  for (const table of rowsOfTables(plan.blocks)) found.push(...inTable(plan, table))
  plan.blocks.forEach((block, index) => {
    if (block.kind === 'row' || block.kind === 'rule') return
    found.push(...inLabel(plan.blocks, block, index))
    const section = plan.sectionOf.get(block)
    if (section && isWithin(section, 'toggles')) found.push(...inList(block))
  })
  for (const block of plan.blocks) {
    if (block.kind === 'code') continue
    for (const key of keysInProse(block.raw)) {
      found.push({ key, description: leadDescription(block, key), line: block.line, listed: false })
    }
  }
  return found
}

/** The toggles of a plan, each once, in the order in which the document first mentions them. */
export function readToggles(plan: PlanText, mentions = toggleMentions(plan)): PlanToggle[] {
  const byKey = new Map<string, PlanToggle>()
  for (const { key, description, line } of mentions) {
    const same = keyWords(key)
    const known = byKey.get(same)
    const spelling = known && !key.includes('_') ? known.key : key
    byKey.set(same, {
      key: known?.key.includes('_') ? known.key : spelling,
      description: known?.description ?? description,
      line: known?.line ?? line,
    })
  }
  const first = firstMentions(plan.visible, byKey)
  return [...byKey.entries()]
    .map(([same, toggle]) => ({ toggle, at: first.get(same) ?? plan.visible.length }))
    .sort((a, b) => a.at - b.at)
    .map(({ toggle, at }) => ({ ...toggle, line: Math.min(toggle.line, plan.lineAt(at)) }))
}

function firstMentions(visible: string, keys: ReadonlyMap<string, unknown>): Map<string, number> {
  const first = new Map<string, number>()
  for (const match of visible.matchAll(/[A-Za-z][\w-]{2,119}/g)) {
    const same = keyWords(match[0])
    if (keys.has(same) && !first.has(same)) first.set(same, match.index)
  }
  return first
}

function inTable(plan: PlanText, rows: Row[]): ToggleMention[] {
  const header = rows[0]
  if (!header) return []
  const section = plan.sectionOf.get(header)
  const here = section ? isWithin(section, 'toggles') : false
  let column = header.cells.findIndex((cell) => keyHeader.test(cell.text))
  if (column < 0 && here)
    column = header.cells.findIndex((cell) => /^(?:name|key)$/i.test(cell.text))
  if (column < 0) return []
  const about = header.cells.findIndex((cell) =>
    /desc|purpose|detail|what|function|notes?$/i.test(cell.text),
  )
  return rows.slice(1).flatMap((row) => {
    const cell = row.cells[column]
    if (!cell) return []
    const description = about < 0 ? null : ownAnswer(row.cells[about]?.text ?? '') || null
    return keysIn(cell.raw).map((key) => ({ key, description, line: row.line, listed: true }))
  })
}

function inLabel(blocks: Block[], block: Block, index: number): ToggleMention[] {
  return block.pieces.flatMap((piece, at) => {
    const text = plainText(piece.raw)
    const match = label.exec(text)
    if (!match || (block.kind === 'heading' && !match[0].includes(':'))) return []
    const answer = text.slice(match[0].length)
    const next = block.pieces[at + 1]
    if (answer !== '') {
      const description = descriptionBelow(next, blocks[index + 1])
      return leadingKeys(answer).map((key) => ({
        key,
        description,
        line: piece.line,
        listed: true,
      }))
    }
    if (!/[:=-]\s*$/.test(text)) return []
    if (next) return below(next.raw, next.line)
    return blocks
      .slice(index + 1, index + 1 + itemsInARow(blocks, index + 1))
      .flatMap((item) => below(item.raw, item.line))
  })
}

function itemsInARow(blocks: Block[], from: number): number {
  let end = from
  while (end < from + 30 && blocks[end]?.kind === 'item') end++
  return end - from
}

function below(raw: string, line: number): ToggleMention[] {
  const text = plainText(raw)
  return leadingKeys(text).map((key) => ({
    key,
    description: ownAnswer(text.slice(key.length)) || null,
    line,
    listed: true,
  }))
}

function inList(block: Block): ToggleMention[] {
  if (block.kind !== 'item' && block.kind !== 'paragraph' && block.kind !== 'code') return []
  const pieces = block.kind === 'item' ? block.pieces.slice(0, 1) : block.pieces
  return pieces.flatMap((piece) => {
    const text = plainText(piece.raw)
    const key = /^["“]?([A-Za-z][\w-]*)["”]?/.exec(text)?.[1] ?? ''
    if (
      !looksLikeKey(key) ||
      (block.kind === 'paragraph' &&
        text.length > key.length + 2 &&
        !/^\W*[:–—-]|^\W*\(/.test(text.slice(key.length)) &&
        !piece.raw.startsWith('`'))
    )
      return []
    if (/-/.test(key) && !/[`_]/.test(piece.raw)) return []
    const description = ownAnswer(text.slice(text.indexOf(key) + key.length)) || null
    return [{ key, description, line: piece.line, listed: true }]
  })
}

/** "Description: …" right below a toggle's name is its description. */
function descriptionBelow(next: Piece | undefined, block: Block | undefined): string | null {
  const text = next ? plainText(next.raw) : (block?.text ?? '')
  const match = /^(?:toggle |flag )?(?:description|purpose)\s*[:–-]\s*/i.exec(text)
  return match ? ownAnswer(text.slice(match[0].length)) || null : null
}

/** A paragraph that opens with the key goes on to say what it does. */
function leadDescription(block: Block, key: string): string | null {
  if (block.kind === 'row') return null
  const piece = block.pieces.find((line) => line.raw.replace(/^[`*_]+/, '').startsWith(key))
  if (!piece) return null
  const rest = plainText(block.raw.slice(block.raw.indexOf(piece.raw)))
  return ownAnswer(rest.slice(key.length)) || null
}

/** The keys of a cell: several may stand in one, apart by commas, breaks or "and". */
function keysIn(raw: string): string[] {
  const linked = [...raw.matchAll(/\/flipper\/features\/([\w.-]{3,120})/g)].map(
    (match) => match[1] ?? '',
  )
  if (linked.length > 0) return linked
  return leadingKeys(plainText(raw.replace(/<br\s*\/?>/gi, ', ')))
}

function leadingKeys(text: string): string[] {
  if (ownAnswer(text) === '') return []
  const keys: string[] = []
  for (const part of text.split(/\s*(?:[,;/&+]|\band\b|\bor\b)\s*/)) {
    const word = /^["“'[(]?([A-Za-z][\w.-]*)["”'\])]?(?=$|[\s:;,.(–—-])/
      .exec(part)?.[1]
      ?.replace(/[.-]+$/, '')
    const alone =
      part
        .replace(/\([^)]*\)/g, '')
        .trim()
        .split(/\s+/).length === 1
    const key = word ?? ''
    const rest = part.slice(part.indexOf(key) + key.length)
    if (/^[?]/.test(rest.trim())) continue
    if (looksLikeKey(key) || (alone && keys.length === 0 && canBeKey(key))) keys.push(key)
    else if (keys.length > 0) break
  }
  return keys
}
