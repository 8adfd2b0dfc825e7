import { LinkButton } from '../ui/link-button.tsx'
import { DocumentView } from './document-view.tsx'
import { EditDocument } from './edit-document.tsx'
import { LineLegend } from './line-legend.tsx'
import { lineMarks } from './line-marks.ts'
import { PlanRead } from './plan-read.tsx'
import { PlanRevisions } from './plan-revisions.tsx'
import type { PlanViewName } from './plan-view.ts'
import type { ComparedRevisions, ShownPlan } from './shown-plan.ts'

interface PlanDocumentProps {
  view: PlanViewName
  found: ShownPlan
  /** The newest revision's. */
  text: string
  /** The line to edit first. */
  line: number | null
  compared: ComparedRevisions | null
  may: { edit: boolean; register: boolean; acknowledge: boolean; copy: boolean }
}

/** A plan's page in the view that was asked for. */
export function PlanDocument({ view, found, text, line, compared, may }: PlanDocumentProps) {
  const { plan, reading, toggles, revisions } = found
  if (view === 'revisions') {
    return <PlanRevisions found={found} compared={compared} canRestore={may.edit} />
  }
  if (view === 'edit') {
    return (
      <EditDocument
        slug={plan.slug}
        newest={{
          revision: plan.revision,
          text,
          author: revisions[0]?.author ?? null,
          savedAt: revisions[0]?.created_at ?? '',
        }}
        preview={{ reading, toggles }}
        line={line}
      />
    )
  }
  if (view === 'document') {
    return (
      <div className="flex flex-col items-start gap-4">
        <div className="flex flex-wrap gap-2">
          <LinkButton
            href={`/api/v1/release-plans/${plan.slug}/document`}
            prefetch={false}
            size="small"
          >
            Export the Markdown
          </LinkButton>
          {may.copy && (
            <LinkButton href={`/plans/new?from=${plan.slug}`} size="small">
              Begin a plan with a copy
            </LinkButton>
          )}
        </div>
        <LineLegend />
        <div className="w-full">
          <DocumentView text={text} marks={lineMarks(reading)} />
        </div>
      </div>
    )
  }
  return <PlanRead found={found} may={may} />
}
