import { type MergePiece, mergeChanges } from '../../domain/plan/merge-texts.ts'
import { textLines } from '../../domain/plan/text-lines.ts'
import { lineChanges } from './line-changes.ts'

/** Which of the two texts of a conflict goes in; `both` is theirs and then mine. */
export type MergeChoice = 'theirs' | 'mine' | 'both'

/** Two edits of one text, put together as far as nobody has to choose. */
export function mergeEdits(base: string, mine: string, theirs: string): readonly MergePiece[] {
  const lines = textLines(base)
  return mergeChanges(
    lines,
    lineChanges(lines, textLines(mine)),
    lineChanges(lines, textLines(theirs)),
  )
}

/** The merged text with a choice for each conflict in order; null while one is not chosen. */
export function mergedText(
  pieces: readonly MergePiece[],
  choices: readonly (MergeChoice | undefined)[],
): string | null {
  let conflict = 0
  const lines: string[] = []
  for (const piece of pieces) {
    if (piece.kind === 'settled') lines.push(...piece.lines)
    else {
      const choice = choices[conflict]
      conflict += 1
      if (choice === undefined) return null
      if (choice !== 'mine') lines.push(...piece.theirs)
      if (choice !== 'theirs') lines.push(...piece.mine)
    }
  }
  return lines.map((line, index) => endedLine(line, index === lines.length - 1)).join('')
}

// The last line of a document may lack its line end and come to stand before another one.
function endedLine(line: string, isLast: boolean): string {
  return isLast || /[\r\n]$/.test(line) ? line : `${line}\n`
}
