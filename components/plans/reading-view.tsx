import type { ReactNode } from 'react'
import type { Reading } from '../../domain/plan/reading.ts'
import { CheckInsRead } from './check-ins-read.tsx'
import { ContactsRead } from './contacts-read.tsx'
import type { EditedPlan } from './edits/edited-part.ts'
import { GoNoGoRead } from './go-no-go-read.tsx'
import { ReadingPart } from './reading-part.tsx'
import { StagedRolloutRead } from './staged-rollout-read.tsx'
import { StagesRead } from './stages-read.tsx'
import { ValidationRead } from './validation-read.tsx'

interface ReadingViewProps {
  reading: Reading
  /** The toggles, drawn by whoever knows the registry. */
  toggles: ReactNode
  /** Where a line's number leads: an address to which it is added. */
  lineHref?: string | undefined
  /** The plan whose parts can be edited in their place. */
  plan?: EditedPlan | undefined
}

/** What was understood of a plan, part by part, each with the line it stands on. */
export function ReadingView({ reading, toggles, lineHref, plan }: ReadingViewProps) {
  const { title, title_line: titleLine, staged_rollout: staged, rollback } = reading
  const isSheet = reading.go_no_go !== null
  return (
    <div className="flex flex-col">
      {title !== null && titleLine !== null && (
        <ReadingPart title="Title" line={titleLine} lineHref={lineHref}>
          <p className="max-w-reading wrap-anywhere">{title}</p>
        </ReadingPart>
      )}
      {reading.go_no_go && <GoNoGoRead sheet={reading.go_no_go} lineHref={lineHref} />}
      <ReadingPart
        title="Toggles"
        plan={plan}
        edits={{ name: 'toggles', toggles: reading.toggles }}
      >
        {toggles}
      </ReadingPart>
      {!isSheet && (
        <ReadingPart
          title="Staged rollout"
          line={staged.line}
          lineHref={lineHref}
          plan={plan}
          edits={{ name: 'staged_rollout', staged }}
        >
          <StagedRolloutRead staged={staged} />
        </ReadingPart>
      )}
      {(reading.stages.length > 0 || (plan && !isSheet)) && (
        <ReadingPart title="Stages" plan={plan} edits={{ name: 'stages', stages: reading.stages }}>
          {reading.stages.length > 0 ? (
            <StagesRead stages={reading.stages} lineHref={lineHref} />
          ) : (
            <p className="text-ink-soft">The plan lists no stages.</p>
          )}
        </ReadingPart>
      )}
      {!isSheet && (
        <ReadingPart
          title="Rollback"
          line={rollback?.line}
          lineHref={lineHref}
          plan={plan}
          edits={{ name: 'rollback', text: rollback?.text ?? '' }}
        >
          {rollback ? (
            <p className="max-w-reading whitespace-pre-line wrap-anywhere">{rollback.text}</p>
          ) : (
            <p className="text-ink-soft">The plan does not say how to roll back.</p>
          )}
        </ReadingPart>
      )}
      <ReadingPart
        title="Points of contact"
        plan={plan}
        edits={{ name: 'contacts', contacts: reading.contacts }}
      >
        <ContactsRead contacts={reading.contacts} lineHref={lineHref} />
      </ReadingPart>
      {reading.validation.length > 0 && (
        <ReadingPart
          title="Validation"
          plan={plan}
          edits={{ name: 'validation', prompts: reading.validation }}
        >
          <ValidationRead prompts={reading.validation} lineHref={lineHref} />
        </ReadingPart>
      )}
      {!isSheet && (
        <ReadingPart
          title="After launch"
          plan={plan}
          edits={{ name: 'check_ins', checkIns: reading.check_ins }}
        >
          <CheckInsRead reading={reading} lineHref={lineHref} />
        </ReadingPart>
      )}
    </div>
  )
}
