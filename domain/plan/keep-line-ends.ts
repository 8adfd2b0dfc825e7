/** A text as its lines, each with the line end it had. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
}

const bare = (line: string): string => line.replace(/[\r\n]+$/, '')
const plain = (line: string): string => (line === bare(line) ? line : `${bare(line)}\n`)

/**
 * What a text area gives back, with the line ends that the document had: a text area turns every
 * line end into a line feed. Lines above and below what was edited keep theirs to the byte; the
 * edited ones take the end that the document uses most.
 */
export function keepLineEnds(original: string, edited: string): string {
  const before = linesOf(original)
  const after = linesOf(edited)
  const most = Math.min(before.length, after.length)
  const same = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && plain(a) === plain(b)
  let head = 0
  while (head < most && same(before[head], after[head])) head += 1
  let tail = 0
  while (tail < most - head && same(before.at(-1 - tail), after.at(-1 - tail))) tail += 1
  const end = usualEnd(before)
  const middle = after
    .slice(head, after.length - tail)
    .map((line) => (line === bare(line) ? line : bare(line) + end))
  return [...before.slice(0, head), ...middle, ...before.slice(before.length - tail)].join('')
}

function usualEnd(lines: readonly string[]): string {
  const crlf = lines.filter((line) => line.endsWith('\r\n')).length
  const lf = lines.filter((line) => line.endsWith('\n')).length - crlf
  return crlf > lf ? '\r\n' : '\n'
}
