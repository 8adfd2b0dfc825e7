import type { Reading } from '../../domain/plan/reading.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { LineNote } from './reading-view.tsx'

/** The worklist of a plan: what it asks and nobody answered. */
export function UnansweredList({ reading }: { reading: Reading }) {
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
            className="flex justify-between gap-6 border-b border-rule py-1.5"
          >
            <span className="wrap-anywhere">{prompt}</span>
            <LineNote line={line} />
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
