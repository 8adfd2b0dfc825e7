import { FindingList } from './finding-list.tsx'
import type { PlanPreview } from './import-calls.ts'
import { LinesPane } from './lines-pane.tsx'
import { ReadingHead } from './reading-head.tsx'
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
      <ReadingHead title="What was read" isOld={isOld} />
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
