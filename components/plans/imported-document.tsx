'use client'

import { useEffect, useState } from 'react'
import type { Reading } from '../../domain/plan/reading.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { DocumentView } from './document-view.tsx'
import { LineLegend } from './line-legend.tsx'
import { lineMarks } from './line-marks.ts'
import { LinesPane } from './lines-pane.tsx'
import { MarkdownEditor } from './markdown-editor.tsx'

interface ImportedDocumentProps {
  reading: Reading
  edited: string
  onEdit: (text: string) => void
}

const MODES = [
  { value: 'look', label: 'Look' },
  { value: 'fix', label: 'Fix in place' },
] as const

/** The left side of a review: the document with its marked lines, or the same text to be edited. */
export function ImportedDocument({ reading, edited, onEdit }: ImportedDocumentProps) {
  const [mode, setMode] = useState<'look' | 'fix'>('look')
  const [goTo, setGoTo] = useState<{ line: number } | null>(null)

  useEffect(() => {
    if (mode !== 'fix') return
    const followLink = (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return
      const line = event.target.closest('[data-go]')?.getAttribute('data-go')
      if (!line) return
      event.preventDefault()
      setGoTo({ line: Number(line) })
    }
    document.addEventListener('click', followLink)
    return () => document.removeEventListener('click', followLink)
  }, [mode])

  return (
    <LinesPane label="The document">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <h2 className="text-lg font-semibold">The document</h2>
        <SegmentedControl
          name="document-mode"
          label="How to show the document"
          labelHidden
          options={MODES}
          value={mode}
          onChange={setMode}
        />
      </div>
      {mode === 'look' ? (
        <>
          <LineLegend />
          <DocumentView text={edited} marks={lineMarks(reading)} />
        </>
      ) : (
        <MarkdownEditor
          label="The document’s Markdown"
          description="It is read again whenever you pause."
          value={edited}
          onChange={onEdit}
          goTo={goTo}
        />
      )}
    </LinesPane>
  )
}
