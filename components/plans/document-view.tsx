import { classNames } from '../ui/class-names.ts'
import type { LineMark } from './line-marks.ts'

interface DocumentViewProps {
  text: string
  /** 1-based lines of which something was understood, or should be looked at. */
  marks: ReadonlyMap<number, LineMark>
}

const MOST_LINES = 3000

const LOOK: Record<LineMark, { line: string; word: string }> = {
  understood: { line: 'border-accent bg-accent-wash', word: 'understood' },
  unanswered: { line: 'border-dashed border-wait', word: 'to answer' },
  finding: { line: 'border-double border-no-go bg-wait-wash', word: 'a finding' },
}

/** The document as it is, a row a line, with a bar beside each line that the reading speaks of. */
export function DocumentView({ text, marks }: DocumentViewProps) {
  const lines = text.split(/\r\n|\r|\n/).map((line, index) => ({ line, number: index + 1 }))
  return (
    <>
      <ol className="font-mono text-xs leading-6">
        {lines.slice(0, MOST_LINES).map(({ line, number }) => (
          <DocumentLine key={number} number={number} line={line} mark={marks.get(number)} />
        ))}
      </ol>
      {lines.length > MOST_LINES && (
        <p className="mt-3 text-sm text-ink-soft">
          {lines.length - MOST_LINES} more lines are kept and not shown here.
        </p>
      )}
    </>
  )
}

interface DocumentLineProps {
  number: number
  line: string
  mark: LineMark | undefined
}

function DocumentLine({ number, line, mark }: DocumentLineProps) {
  const look = mark && LOOK[mark]
  return (
    <li
      id={`line-${number}`}
      data-line={mark && number}
      className={classNames(
        'grid grid-cols-[3rem_minmax(0,1fr)] border-l-4 data-pointed:outline-2 data-pointed:-outline-offset-2 data-pointed:outline-accent target:outline-2 target:-outline-offset-2 target:outline-accent',
        look?.line ?? 'border-transparent',
      )}
    >
      {look ? (
        <a
          href={`#line-${number}`}
          aria-label={`Line ${number}, ${look.word}`}
          className="self-start pr-3 text-right text-ink-soft hover:text-accent hover:underline"
        >
          {number}
        </a>
      ) : (
        <span className="pr-3 text-right text-ink-soft select-none" aria-hidden="true">
          {number}
        </span>
      )}
      <span className="whitespace-pre-wrap wrap-anywhere">{line}</span>
    </li>
  )
}
