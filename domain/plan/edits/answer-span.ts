import type { Piece } from '../pieces.ts'
import { promptEnd } from '../prompts.ts'

export type Span = { from: number; to: number }

const label = /^.{1,140}?(?::(?!\/\/)(?!\d)|\?(?=[\s:*_]|$))/u
const opening =
  /^["'”’)\s]*(?:\(["“]?success criteria["”]?\))?[”"’)\s?:]*(?:(?:\*\*|__)(?=\s|$|:))?[\s:]*/u
const hint = /\s*\(?[*_]?\(?(?:minimum (?:2 hours|1 day)|recommendation:)[^)]*\)?[*_]?\)?\s*$/i

/**
 * Where the answer of a "prompt: answer" line stands, as offsets of the document. Empty where
 * nothing is there yet; a hint of the template behind it stays out. Null for a line without prompt.
 */
export function answerSpan(piece: Piece): Span | null {
  const known = promptEnd(piece.raw)
  const asked = known >= 0 ? known : (label.exec(piece.raw)?.[0].length ?? -1)
  if (asked < 0) return null
  const skipped = opening.exec(piece.raw.slice(asked))?.[0].length ?? 0
  const from = asked + skipped
  const tail = hint.exec(piece.raw.slice(from))?.[0].length ?? 0
  return { from: piece.from + from, to: piece.to - tail }
}
