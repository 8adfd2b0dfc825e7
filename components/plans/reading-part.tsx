import type { ReactNode } from 'react'
import { LineNote } from './line-note.tsx'
import { LINE_PART } from './line-part.ts'

interface ReadingPartProps {
  title: string
  /** The line that the whole part was read from, where there is one. */
  line?: number | null | undefined
  lineHref?: string | undefined
  children: ReactNode
}

/** One part of what was read. */
export function ReadingPart({ title, line, lineHref, children }: ReadingPartProps) {
  const content = (
    <>
      <div className="mb-2 flex items-baseline justify-between gap-4">
        <h3 className="font-semibold">{title}</h3>
        {line && <LineNote line={line} lineHref={lineHref} />}
      </div>
      {children}
    </>
  )
  return (
    <section className="border-t border-rule py-4 text-sm">
      {line ? (
        <div data-line={line} className={LINE_PART}>
          {content}
        </div>
      ) : (
        content
      )}
    </section>
  )
}
