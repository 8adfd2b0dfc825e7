import type { PlanText } from '../plan-text.ts'
import { readContacts } from '../read-contacts.ts'
import { lineStart, nextLine, withoutLines } from './source-place.ts'
import type { TextChange } from './text-change.ts'

/** The ways to take a contact out: the line that is theirs alone, else their name from a shared one. */
export function removeContact(plan: PlanText, name: string, line: number): TextChange[][] {
  const block = plan.blocks.find((one) => one.line <= line && one.lastLine >= line)
  const sharing = readContacts(plan).filter((contact) => contact.line === line)
  if (!block) return []
  const ways: TextChange[][] = []
  if (sharing.length === 1) {
    if (block.kind === 'row' || block.pieces.length === 1)
      ways.push([withoutLines(plan, block, block)])
    else {
      const piece = block.pieces.find((one) => one.line === line)
      if (piece) {
        const from = lineStart(plan.source, piece.from)
        ways.push([{ from, to: nextLine(plan.source, piece.to), text: '' }])
      }
    }
  }
  const start = lineStart(
    plan.source,
    block.pieces.find((one) => one.line === line)?.from ?? block.from,
  )
  const at = plan.source.indexOf(name, start)
  if (at < 0 || at >= block.to) return ways
  const rest = plan.source.slice(at + name.length)
  const before = /(?:,|;|\/|&|\band)\s*$/.exec(plan.source.slice(start, at))?.[0].length ?? 0
  const after = /^\s*(?:,|;|\/|&|and\b)\s*/.exec(rest)?.[0].length ?? 0
  const shared =
    before > 0
      ? { from: at - before, to: at + name.length }
      : { from: at, to: at + name.length + after }
  return [...ways, [{ ...shared, text: '' }]]
}
