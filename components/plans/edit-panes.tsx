'use client'

import { type ReactNode, useState } from 'react'
import { EditedReading } from './edited-reading.tsx'
import { LinesPane } from './lines-pane.tsx'
import { LinkedLines } from './linked-lines.tsx'
import { MarkdownEditor } from './markdown-editor.tsx'
import type { RevisionPreview } from './plan-calls.ts'
import { UnansweredWalk } from './unanswered-walk.tsx'
import { useLineLinks } from './use-line-links.ts'
import { WhatChanges } from './what-changes.tsx'

interface EditPanesProps {
  /** The text that the edit began with. */
  before: string
  edited: string
  onEdit: (text: string) => void
  preview: RevisionPreview
  /** A newer text is being read, or cannot be. */
  isOld: boolean
  line: number | null
  /** The button that saves. */
  children: ReactNode
}

/** The text that is edited beside what is read of it now. */
export function EditPanes(props: EditPanesProps) {
  const { before, edited, onEdit, preview, isOld, line, children } = props
  const [goTo, setGoTo] = useState(line === null ? null : { line })
  const [at, setAt] = useState(line ?? 1)
  const links = useLineLinks(true, setGoTo)
  return (
    <div ref={links}>
      <LinkedLines className="grid gap-8 lg:grid-cols-2">
        <LinesPane label="The document">
          <UnansweredWalk items={preview.reading.unanswered_items} at={at} onGo={setGoTo} />
          <MarkdownEditor
            label="The plan’s Markdown"
            description="What a discipline reviews and you change here must be signed again."
            value={edited}
            onChange={onEdit}
            goTo={goTo}
            onLine={setAt}
          />
          <WhatChanges before={before} after={edited} />
          <div className="flex flex-col items-start">{children}</div>
        </LinesPane>
        <EditedReading preview={preview} isOld={isOld} />
      </LinkedLines>
    </div>
  )
}
