import type { GoNoGoSheet } from '../../domain/plan/reading.ts'
import { classNames } from '../ui/class-names.ts'
import { LineNote } from './line-note.tsx'
import { LINE_PART } from './line-part.ts'
import { ReadingPart } from './reading-part.tsx'

const ANSWER = { yes: 'Yes', no: 'No', not_applicable: 'Not applicable' } as const

interface GoNoGoReadProps {
  sheet: GoNoGoSheet
  lineHref?: string | undefined
}

/** What a go/no-go sheet decides and what its prompts are answered. */
export function GoNoGoRead({ sheet, lineHref }: GoNoGoReadProps) {
  return (
    <>
      <ReadingPart title="Decision" line={sheet.decision_line} lineHref={lineHref}>
        {sheet.decision ? (
          <p className="max-w-reading wrap-anywhere">{sheet.decision}</p>
        ) : (
          <p className="text-ink-soft">The sheet names no decision.</p>
        )}
      </ReadingPart>
      <ReadingPart title={`Prompts, ${sheet.answered} of ${sheet.prompts} answered`}>
        <ol className="flex flex-col">
          {sheet.items.map(({ n, text, owner, answer, note, line }) => (
            <li
              key={n}
              data-line={line}
              className={classNames(
                LINE_PART,
                'flex flex-wrap items-baseline gap-x-4 border-b border-rule py-1.5',
              )}
            >
              <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
                {text}
                {owner && <span className="text-ink-soft"> ({owner})</span>}
                {note && <span className="block text-ink-soft">{note}</span>}
              </span>
              <span className={answer ? 'font-semibold' : 'text-ink-soft'}>
                {answer ? ANSWER[answer] : 'Not answered'}
              </span>
              <LineNote line={line} lineHref={lineHref} />
            </li>
          ))}
        </ol>
      </ReadingPart>
    </>
  )
}
