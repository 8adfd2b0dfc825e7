/** A stretch of a text that becomes other words; offsets are UTF-16 units of the text before. */
export type TextChange = { from: number; to: number; text: string }

/** The text with the changes made; they must not overlap. Everything between them stays as it is. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let made = ''
  let at = 0
  for (const change of inOrder(changes)) {
    made += text.slice(at, change.from) + change.text
    at = change.to
  }
  return made + text.slice(at)
}

/** Changes by where they stand; of two at one place the first stays first. */
export function inOrder(changes: readonly TextChange[]): TextChange[] {
  return changes.toSorted((a, b) => a.from - b.from || a.to - b.to)
}
