/** The part of one source line that belongs to a block, without its markers. */
export type Piece = { raw: string; line: number; from: number; to: number }

/** The lines of a text, whatever ends them, numbered from 1. */
export function linesOf(visible: string): Piece[] {
  const lines: Piece[] = []
  let from = 0
  for (let n = 1; from <= visible.length; n++) {
    let next = from
    while (next < visible.length && visible[next] !== '\n' && visible[next] !== '\r') next++
    lines.push({ raw: visible.slice(from, next), line: n, from, to: next })
    from = next + (visible[next] === '\r' && visible[next + 1] === '\n' ? 2 : 1)
  }
  return lines
}

/** Takes off quote marks and indentation. */
export function unwrap(line: Piece): { quote: number; indent: number; piece: Piece } {
  let at = 0
  let quote = 0
  let indent = 0
  for (; at < line.raw.length; at++) {
    const char = line.raw[at]
    if (char === '>') {
      quote++
      indent = 0
    } else if (char === '\t') indent += 4 - (indent % 4)
    else if (char === ' ' || char === '\u00A0') indent++
    else break
  }
  return { quote, indent, piece: trimPiece(line, at) }
}

/** `## Title ##` is the title alone. Walked by hand: a pattern would be slow on runs of spaces. */
export function withoutClosingMarks(piece: Piece): Piece {
  let end = piece.raw.length
  while (end > 0 && piece.raw[end - 1] === '#') end--
  if (end === piece.raw.length || (end > 0 && !/\s/.test(piece.raw[end - 1] ?? ''))) return piece
  const raw = piece.raw.slice(0, end).trimEnd()
  return { ...piece, raw, to: piece.from + raw.length }
}

/** The piece without its first `skip` characters and the space around what is left. */
export function trimPiece(piece: Piece, skip: number): Piece {
  const kept = piece.raw.slice(skip).trimEnd()
  const lead = kept.length - kept.trimStart().length
  const from = piece.from + skip + lead
  const raw = kept.slice(lead)
  return { raw, line: piece.line, from, to: from + raw.length }
}
