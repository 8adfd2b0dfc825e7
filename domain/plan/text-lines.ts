/** A text as its lines, each with the line end it had; joined again they are the text. */
export function textLines(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
}

/** A line without its line end. */
export function bareLine(line: string): string {
  return line.replace(/[\r\n]+$/, '')
}

/** A text as a text area holds it: every line end a line feed. */
export function asTextArea(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
