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
  mode: DocumentMode
  onMode: (mode: DocumentMode) => void
  goTo: { readonly line: number } | null
}

export type DocumentMode = 'look' | 'fix'

const MODES = [
  { value: 'look', label: 'Look' },
  { value: 'fix', label: 'Fix in place' },
] as const

/** The left side of a review: the document with its marked lines, or the same text to be edited. */
export function ImportedDocument(props: ImportedDocumentProps) {
  const { reading, edited, onEdit, mode, onMode, goTo } = props

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
          onChange={onMode}
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
