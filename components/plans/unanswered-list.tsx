import type { Reading } from '../../domain/plan/reading.ts'
import { classNames } from '../ui/class-names.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { LineNote } from './line-note.tsx'
import { LINE_PART } from './line-part.ts'

/** The worklist of a plan: what it asks and nobody answered. */
export function UnansweredList({
  reading,
  lineHref,
}: {
  reading: Reading
  lineHref?: string | undefined
}) {
  const { unanswered, unanswered_items: items } = reading
  if (unanswered === 0) {
    return <p className="text-sm text-ink-soft">Nothing in the plan is left unanswered.</p>
  }
  return (
    <Disclosure
      open={items.length <= 6}
      summary={`${unanswered} ${unanswered === 1 ? 'prompt' : 'prompts'} to answer`}
    >
      <ol className="text-sm">
        {items.map(({ prompt, line }) => (
          <li
            key={`${line}:${prompt}`}
            data-line={line}
            className={classNames(
              LINE_PART,
              'flex justify-between gap-6 border-b border-rule py-1.5',
            )}
          >
            <span className="wrap-anywhere">{prompt}</span>
            <LineNote line={line} lineHref={lineHref} />
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
