import { FindingList } from './finding-list.tsx'
import type { PlanPreview } from './import-calls.ts'
import { LinesPane } from './lines-pane.tsx'
import { ReadingView } from './reading-view.tsx'
import { ToggleChoice } from './toggle-choice.tsx'
import { UnansweredList } from './unanswered-list.tsx'

interface ImportedReadingProps {
  preview: PlanPreview
  /** A newer text is being read, or cannot be. */
  isOld: boolean
  choosable: readonly string[]
  chosen: readonly string[]
  onChoose: (keys: readonly string[]) => void
}

/** The right side of a review: what was understood, each part marked with its line. */
export function ImportedReading({
  preview,
  isOld,
  choosable,
  chosen,
  onChoose,
}: ImportedReadingProps) {
  const { reading, toggles } = preview
  return (
    <LinesPane label="What was read">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-lg font-semibold">What was read</h2>
        <p role="status" className="text-xs text-ink-soft">
          {isOld ? 'of the text before your last change' : ''}
        </p>
      </div>
      <FindingList findings={reading.findings} />
      <UnansweredList reading={reading} />
      <ReadingView
        reading={reading}
        toggles={
          <ToggleChoice
            toggles={toggles}
            choosable={choosable}
            chosen={chosen}
            onChange={onChoose}
          />
        }
      />
    </LinesPane>
  )
}
