/** A stretch that a reader of the rendered page does not see. Offsets are UTF-16 units. */
export type HiddenText = { kind: 'comment' | 'front_matter' | 'struck'; from: number; to: number }

/** Struck-through words, on one line: `~~so~~`, `~so~`, `<del>so</del>`. */
const struck = [
  /~~(?=[^\s~])[^~\n]{1,2000}?~~(?!~)/g,
  /(?<![~\w`])~(?=[^\s~])[^~\n]{0,200}?[^\s~]~(?![~\w])/g,
  /<(?:del|s|strike)>[^<\n]{0,1000}<\/(?:del|s|strike)>/gi,
]

const blankOut = (text: string) => text.replace(/[^\r\n]/g, ' ')

/**
 * The document as a reader of the page sees it: comments, front matter, a byte order mark
 * and struck-through words become spaces. Same length as the text, so every offset holds.
 */
export function visibleText(text: string): { visible: string; hidden: HiddenText[] } {
  const hidden: HiddenText[] = []
  let visible = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text

  const front =
    /^\s{0,8}---[ \t]*\r?\n(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n|#[^\n]*\n|\s*\n){1,60}?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(
      visible.slice(0, 8000),
    )
  if (front && /^\s*---[ \t]*\r?\n[\w-]+:/.test(front[0])) {
    visible = blankOut(front[0]) + visible.slice(front[0].length)
    hidden.push({ kind: 'front_matter', from: 0, to: front[0].length })
  }

  visible = hideComments(visible, hidden)
  for (const mark of struck) {
    visible = visible.replace(mark, (words: string, ...rest: unknown[]) => {
      const at = rest.find((one) => typeof one === 'number') ?? 0
      hidden.push({ kind: 'struck', from: at, to: at + words.length })
      return ' '.repeat(words.length)
    })
  }
  return { visible, hidden }
}

/** Comments inside a fence or a code span are shown as they stand, so they are left alone. */
function hideComments(text: string, hidden: HiddenText[]): string {
  if (!text.includes('<!--')) return text
  const kept: string[] = []
  const lastClose = text.lastIndexOf('-->')
  let fence = ''
  let at = 0
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline + 1
    const line = text.slice(at, end)
    const mark = /^[\s>]{0,40}(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    if (fence) {
      if (mark.startsWith(fence)) fence = ''
    } else if (mark) fence = mark
    const open = fence ? -1 : commentStart(line)
    if (open < 0) {
      kept.push(line)
      at = end
      continue
    }
    const from = at + open
    const close = from + 4 > lastClose ? -1 : text.indexOf('-->', from + 4)
    const startsLine = /^[\s>]*$/.test(line.slice(0, open))
    if (close < 0 && !startsLine) {
      kept.push(line)
      at = end
      continue
    }
    const to = close < 0 ? text.length : close + 3
    kept.push(text.slice(at, from), blankOut(text.slice(from, to)))
    hidden.push({ kind: 'comment', from, to })
    at = to
  }
  return kept.join('')
}

function commentStart(line: string): number {
  const open = line.indexOf('<!--')
  if (open < 0) return -1
  const ticks = (line.slice(0, open).match(/`/g) ?? []).length
  const closedLater = line.indexOf('`', open) >= 0
  return ticks % 2 === 1 && closedLater ? -1 : open
}
