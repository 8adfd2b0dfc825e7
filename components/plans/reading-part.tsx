import type { ReactNode } from 'react'
import { EditablePart } from './edits/editable-part.tsx'
import type { EditedPart, EditedPlan } from './edits/edited-part.ts'
import { LineNote } from './line-note.tsx'
import { LINE_PART } from './line-part.ts'

interface ReadingPartProps {
  title: string
  /** The line that the whole part was read from, where there is one. */
  line?: number | null | undefined
  lineHref?: string | undefined
  /** The plan, for who may edit it here, and what its form edits. */
  plan?: EditedPlan | undefined
  edits?: EditedPart | undefined
  verb?: string | undefined
  children: ReactNode
}

/** One part of what was read. */
export function ReadingPart(props: ReadingPartProps) {
  const { title, line, lineHref, plan, edits, verb, children } = props
  const content =
    plan && edits ? (
      <EditablePart
        title={title}
        line={line}
        lineHref={lineHref}
        plan={plan}
        part={edits}
        verb={verb}
      >
        {children}
      </EditablePart>
    ) : (
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
