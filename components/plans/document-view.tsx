interface DocumentViewProps {
  text: string
  /** 1-based lines of which something was understood. */
  understood: ReadonlySet<number>
}

const MOST_LINES = 3000

/** The document as it is, a row a line, with a bar beside each line that was understood. */
export function DocumentView({ text, understood }: DocumentViewProps) {
  const lines = text.split(/\r\n|\r|\n/)
  return (
    <>
      <ol className="overflow-x-auto font-mono text-xs leading-5">
        {lines.slice(0, MOST_LINES).map((line, index) => {
          const number = index + 1
          const isUnderstood = understood.has(number)
          return (
            <li
              key={number}
              id={`line-${number}`}
              className={
                isUnderstood
                  ? 'grid grid-cols-[3rem_minmax(0,1fr)] border-l-2 border-accent bg-accent-wash'
                  : 'grid grid-cols-[3rem_minmax(0,1fr)] border-l-2 border-transparent'
              }
            >
              <span className="pr-3 text-right text-ink-soft select-none" aria-hidden="true">
                {number}
              </span>
              <span className="whitespace-pre-wrap wrap-anywhere">
                {line}
                {isUnderstood && <span className="sr-only"> (understood)</span>}
              </span>
            </li>
          )
        })}
      </ol>
      {lines.length > MOST_LINES && (
        <p className="mt-3 text-sm text-ink-soft">
          {lines.length - MOST_LINES} more lines are kept and not shown here.
        </p>
      )}
    </>
  )
}
