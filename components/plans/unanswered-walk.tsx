import type { Reading } from '../../domain/plan/reading.ts'
import { Button } from '../ui/button.tsx'

interface UnansweredWalkProps {
  items: Reading['unanswered_items']
  /** The line that the caret is on. */
  at: number
  onGo: (to: { line: number }) => void
}

/** From one unanswered prompt to the next, beginning wherever the caret is. */
export function UnansweredWalk({ items, at, onGo }: UnansweredWalkProps) {
  const lines = [...new Set(items.map(({ line }) => line))].sort((one, other) => one - other)
  const next = lines.find((line) => line > at) ?? lines[0]
  const previous = lines.findLast((line) => line < at) ?? lines.at(-1)
  const here = items.findIndex(({ line }) => line === at)
  const asked = items[here]
  if (next === undefined || previous === undefined) {
    return <p className="text-sm">Nothing in the plan is left unanswered.</p>
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className="min-w-0 flex-1 basis-48 text-sm wrap-anywhere">
        <strong>{asked ? `${here + 1} of ${items.length}` : `${items.length}`}</strong>{' '}
        {asked ? asked.prompt : items.length === 1 ? 'prompt to answer' : 'prompts to answer'}
      </p>
      <div className="flex gap-2">
        <Button size="small" onClick={() => onGo({ line: previous })}>
          Previous
        </Button>
        <Button size="small" onClick={() => onGo({ line: next })}>
          Next to answer
        </Button>
      </div>
    </div>
  )
}
