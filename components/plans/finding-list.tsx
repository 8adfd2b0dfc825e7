import type { ReactNode } from 'react'
import type { Finding } from '../../domain/plan/reading.ts'
import { classNames } from '../ui/class-names.ts'
import { Mark } from '../ui/mark.tsx'
import { LineNote } from './line-note.tsx'
import { LINE_PART } from './line-part.ts'

interface FindingListProps {
  findings: readonly Finding[]
  /** What stands under a finding: who saw it, or the button to say so. */
  under?: (finding: Finding) => ReactNode
  lineHref?: string | undefined
}

/** Where the plan contradicts itself or hides something: for a person to look at, never a block. */
export function FindingList({ findings, under, lineHref }: FindingListProps) {
  if (findings.length === 0) return null
  return (
    <section aria-label="Findings">
      <h3 className="mb-2 text-sm font-semibold">
        {findings.length === 1 ? '1 finding' : `${findings.length} findings`}
      </h3>
      <ul className="flex flex-col">
        {findings.map((finding) => (
          <li
            key={finding.id}
            data-line={finding.line}
            className={classNames(LINE_PART, 'flex gap-3 border-t border-rule py-3 text-sm')}
          >
            <Mark name="warning" className="mt-0.5 text-wait" />
            <div className="flex min-w-0 flex-1 flex-col items-start gap-2">
              <p className="max-w-reading wrap-anywhere">{finding.message}</p>
              {under?.(finding)}
            </div>
            <LineNote line={finding.line} lineHref={lineHref} />
          </li>
        ))}
      </ul>
    </section>
  )
}
