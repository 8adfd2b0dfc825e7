import { type DiffLine, DiffLines } from '../ui/diff-lines.tsx'
import { textDifference } from './text-difference.ts'

const MOST_LINES = 2000

interface TextDifferenceProps {
  label: string
  before: string
  after: string
}

/** Two texts, line by line. */
export function TextDifference({ label, before, after }: TextDifferenceProps) {
  const lines = textDifference(before, after)
  if (lines.length === 0) {
    return (
      <p className="text-sm text-ink-soft">
        {before === after ? 'Nothing differs.' : 'Only the line ends differ.'}
      </p>
    )
  }
  return (
    <>
      <DiffLines label={label} lines={lines.slice(0, MOST_LINES).map(withHeight)} />
      {lines.length > MOST_LINES && (
        <p className="mt-2 text-sm text-ink-soft">
          {lines.length - MOST_LINES} more lines differ and are not shown.
        </p>
      )}
    </>
  )
}

/** An empty line takes the room of a line. */
function withHeight(line: DiffLine): DiffLine {
  return line.kind !== 'gap' && line.text === '' ? { ...line, text: ' ' } : line
}
