import { LinkButton } from '../ui/link-button.tsx'
import { DocumentView } from './document-view.tsx'
import { EditDocument } from './edit-document.tsx'
import { FindingList } from './finding-list.tsx'
import { FindingSeen } from './finding-seen.tsx'
import { LineLegend } from './line-legend.tsx'
import { lineMarks } from './line-marks.ts'
import { PlanToggles } from './plan-toggles.tsx'
import type { PlanViewName } from './plan-view.ts'
import { ReadingView } from './reading-view.tsx'
import { RevisionTable } from './revision-table.tsx'
import type { ShownPlan } from './shown-plan.ts'
import { UnansweredList } from './unanswered-list.tsx'

interface PlanDocumentProps {
  view: PlanViewName
  found: ShownPlan
  text: string
  may: { edit: boolean; register: boolean; acknowledge: boolean }
}

/** The middle of a plan's page, in the view that was asked for. */
export function PlanDocument({ view, found, text, may }: PlanDocumentProps) {
  const { plan, reading, toggles, acknowledged, revisions } = found
  if (view === 'revisions') return <RevisionTable slug={plan.slug} revisions={revisions} />
  if (view === 'edit' && may.edit) {
    return (
      <div className="mt-6">
        <EditDocument slug={plan.slug} revision={plan.revision} text={text} />
      </div>
    )
  }
  if (view === 'document') {
    return (
      <div className="mt-6 flex flex-col items-start gap-4">
        <LinkButton
          href={`/api/v1/release-plans/${plan.slug}/document`}
          prefetch={false}
          size="small"
        >
          Export the Markdown
        </LinkButton>
        <LineLegend />
        <div className="w-full">
          <DocumentView text={text} marks={lineMarks(reading)} />
        </div>
      </div>
    )
  }
  const line = `/plans/${plan.slug}?view=document#line-`
  const answer = may.edit ? `/plans/${plan.slug}?view=edit&line=` : line
  return (
    <div className="mt-6 flex flex-col gap-4">
      <FindingList
        lineHref={answer}
        findings={reading.findings}
        under={({ id }) => (
          <FindingSeen
            slug={plan.slug}
            finding={id}
            seen={acknowledged.find((one) => one.finding === id) ?? null}
            canSee={may.acknowledge}
          />
        )}
      />
      <UnansweredList reading={reading} lineHref={answer} />
      <ReadingView
        reading={reading}
        lineHref={line}
        toggles={<PlanToggles toggles={toggles} canRegister={may.register} lineHref={line} />}
      />
    </div>
  )
}
