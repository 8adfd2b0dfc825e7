import { FindingList } from './finding-list.tsx'
import { LinesPane } from './lines-pane.tsx'
import type { RevisionPreview } from './plan-calls.ts'
import { PlanToggles } from './plan-toggles.tsx'
import { ReadingHead } from './reading-head.tsx'
import { ReadingView } from './reading-view.tsx'
import { UnansweredList } from './unanswered-list.tsx'

interface EditedReadingProps {
  preview: RevisionPreview
  /** A newer text is being read, or cannot be. */
  isOld: boolean
}

/** What is read of a text while it is written. */
export function EditedReading({ preview: { reading, toggles }, isOld }: EditedReadingProps) {
  return (
    <LinesPane label="What is read now">
      <ReadingHead title="What is read now" isOld={isOld} />
      <FindingList findings={reading.findings} />
      <UnansweredList reading={reading} />
      <ReadingView
        reading={reading}
        toggles={<PlanToggles toggles={toggles} canRegister={false} />}
      />
    </LinesPane>
  )
}
