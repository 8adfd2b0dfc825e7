import { classNames } from './class-names.ts'

export type DiffLine =
  | { kind: 'same' | 'added' | 'removed'; text: string }
  | { kind: 'gap'; count: number }

const looks = {
  same: { sign: ' ', word: '', line: 'text-ink' },
  added: { sign: '+', word: 'Added: ', line: 'bg-go-wash text-ink' },
  removed: { sign: '−', word: 'Removed: ', line: 'bg-no-go-wash text-ink' },
} as const

/** Lines of a text before and after. The sign, not the colour, tells which is which. */
export function DiffLines({ label, lines }: { label: string; lines: readonly DiffLine[] }) {
  const numbered = lines.map((line, number) => ({ line, number }))
  return (
    <ol
      aria-label={label}
      className="border-y border-rule py-1 font-mono text-xs leading-5 wrap-anywhere"
    >
      {numbered.map(({ line, number }) =>
        line.kind === 'gap' ? (
          <li key={number} className="border-y border-rule bg-well px-2 font-sans text-ink-soft">
            {line.count} {line.count === 1 ? 'line' : 'lines'} unchanged
          </li>
        ) : (
          <li key={number} className={classNames('flex gap-2 px-2', looks[line.kind].line)}>
            <span className="w-3 shrink-0 text-center select-none" aria-hidden="true">
              {looks[line.kind].sign}
            </span>
            <span className="min-w-0 whitespace-pre-wrap">
              <span className="sr-only">{looks[line.kind].word}</span>
              <DiffText line={line} />
            </span>
          </li>
        ),
      )}
    </ol>
  )
}

function DiffText({ line }: { line: Exclude<DiffLine, { kind: 'gap' }> }) {
  if (line.kind === 'added') return <ins className="no-underline">{line.text}</ins>
  if (line.kind === 'removed') return <del className="no-underline">{line.text}</del>
  return line.text
}
