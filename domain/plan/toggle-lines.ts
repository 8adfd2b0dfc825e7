import type { Block } from './blocks.ts'
import { looksLikeKey } from './flag-key.ts'
import { plainText } from './inline-text.ts'
import { isWithin } from './outline.ts'
import type { Piece } from './pieces.ts'
import { ownAnswer } from './placeholders.ts'
import type { PlanText } from './plan-text.ts'
import type { ToggleMention } from './toggle-mention.ts'
import { keysInAnswer } from './toggle-words.ts'

const label =
  /^(?:[\p{L}/-]+ ){0,3}?(?:toggle|flag|flipper)s?(?: ?\/ ?(?:toggle|flag|flipper)s?)?(?: ?(?:name|key|id))?s?(?: is| are)? ?(?:\([^)]{0,40}\) ?)?(?:[:=]|[-–—](?=\s)|$)\s*/iu
const asksName = /\b(?:name|key|id)s?\s*[:=–—-]/i

/** Toggles that lines name: "**Toggle name: **key**", "Feature flags:" above a list, list items. */
export function togglesInLines(plan: PlanText): ToggleMention[] {
  return plan.blocks.flatMap((block, index) => {
    if (block.kind === 'row' || block.kind === 'rule') return []
    const section = plan.sectionOf.get(block)
    const listed = section && isWithin(section, 'toggles') ? inList(block) : []
    return [...inLabels(plan.blocks, block, index), ...listed]
  })
}

function inLabels(blocks: Block[], block: Block, index: number): ToggleMention[] {
  return block.pieces.flatMap((piece, at) => {
    if (!/toggle|flag|flipper/i.test(piece.raw)) return []
    const text = plainText(piece.raw)
    const match = label.exec(text)
    if (!match || (block.kind === 'heading' && !match[0].includes(':'))) return []
    const next = block.pieces[at + 1]
    if (match[0].length < text.length) {
      const answer = piece.raw.slice(Math.max(0, piece.raw.search(/[:=–—-]/)))
      const anyWord = asksName.test(match[0]) || /`/.test(answer)
      const said = text.slice(match[0].length)
      const keys = keysInAnswer(piece.raw.includes('/flipper/') ? piece.raw : said, anyWord)
      const description = descriptionIn(next, blocks[index + 1])
      return keys.map((key) => ({ key, description, line: piece.line, listed: true }))
    }
    if (!/[:=–—-]\s*$/.test(text)) return []
    if (next) return namedBy(next)
    const below: ToggleMention[] = []
    for (let i = index + 1; i < index + 30 && blocks[i]?.kind === 'item'; i++) {
      const first = blocks[i]?.pieces[0]
      if (first) below.push(...namedBy(first))
    }
    return below
  })
}

/** The key that a line opens with, the rest being what it is for. */
function namedBy(piece: Piece): ToggleMention[] {
  const text = plainText(piece.raw)
  return keysInAnswer(piece.raw, false).map((key) => ({
    key,
    description: text.startsWith(key) ? ownAnswer(text.slice(key.length)) || null : null,
    line: piece.line,
    listed: true,
  }))
}

/** In a part on toggles, an item or short line that is, or opens with, a key names a toggle. */
function inList(block: Block): ToggleMention[] {
  const pieces = block.kind === 'item' ? block.pieces.slice(0, 1) : block.pieces
  if (block.kind === 'heading') return []
  return pieces.flatMap((piece) => {
    const text = plainText(piece.raw)
    const code = /`([^`\n]{3,120})`/.exec(piece.raw)?.[1] ?? ''
    const opening = /^["“]?([A-Za-z][\w-]*)["”]?/.exec(text)?.[1] ?? ''
    const around = text.replace(code, '').trim().split(/\s+/).length
    const key = looksLikeKey(opening) ? opening : around <= 4 ? code : ''
    if (!looksLikeKey(key) || (/-/.test(key) && !/[`_]/.test(piece.raw))) return []
    const rest = text.slice(text.indexOf(key) + key.length)
    const prose = block.kind === 'paragraph' && key === opening && key !== code
    if (prose && !/^\W*(?:$|[:–—(-])/.test(rest)) return []
    return [{ key, description: ownAnswer(rest) || null, line: piece.line, listed: true }]
  })
}

/** "Description: …" right below a toggle's name is its description. */
function descriptionIn(next: Piece | undefined, block: Block | undefined): string | null {
  const text = next ? plainText(next.raw) : (block?.text ?? '')
  const match = /^(?:toggle |flag )?(?:description|purpose)\s*[:–-]\s*/i.exec(text)
  return match ? ownAnswer(text.slice(match[0].length)) || null : null
}
