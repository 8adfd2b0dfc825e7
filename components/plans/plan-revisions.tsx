import { RevisionComparison } from './revision-comparison.tsx'
import { RevisionTable } from './revision-table.tsx'
import type { ComparedRevisions, ShownPlan } from './shown-plan.ts'

interface PlanRevisionsProps {
  found: ShownPlan
  compared: ComparedRevisions | null
  canRestore: boolean
}

/** Every saved text of a plan, and what differs between two of them. */
export function PlanRevisions({ found, compared, canRestore }: PlanRevisionsProps) {
  const { plan, revisions } = found
  return (
    <div className="flex flex-col gap-8">
      <RevisionTable slug={plan.slug} revisions={revisions} compared={compared} />
      {compared ? (
        <RevisionComparison
          plan={plan}
          revisions={revisions}
          compared={compared}
          canRestore={canRestore}
        />
      ) : (
        <p className="text-sm text-ink-soft">
          {revisions.length === 1
            ? 'This is the only text so far. What an edit changes is shown here.'
            : 'Choose two different revisions to see what differs.'}
        </p>
      )}
    </div>
  )
}
