import type { Reading } from '../../domain/plan/reading.ts'
import { classNames } from '../ui/class-names.ts'
import { LineNote } from './line-note.tsx'
import { LINE_PART } from './line-part.ts'

interface ValidationReadProps {
  prompts: Reading['validation']
  lineHref?: string | undefined
}

export function ValidationRead({ prompts, lineHref }: ValidationReadProps) {
  return (
    <ul className="flex flex-col gap-1">
      {prompts.map(({ prompt, checked, line }) => (
        <li
          key={line}
          data-line={line}
          className={classNames(LINE_PART, 'flex items-baseline gap-2')}
        >
          <span className="text-ink-soft" aria-hidden="true">
            {checked === null ? '–' : checked ? '✓' : '○'}
          </span>
          <span className="max-w-reading flex-1 wrap-anywhere">
            {prompt}
            {checked !== null && (
              <span className="text-ink-soft"> ({checked ? 'ticked' : 'not ticked'})</span>
            )}
          </span>
          <LineNote line={line} lineHref={lineHref} />
        </li>
      ))}
    </ul>
  )
}
