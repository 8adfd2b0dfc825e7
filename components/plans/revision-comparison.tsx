import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { RestoreRevision } from './restore-revision.tsx'
import type { ComparedRevisions, ShownPlan, ShownRevision } from './shown-plan.ts'
import { TextDifference } from './text-difference-view.tsx'

interface RevisionComparisonProps {
  plan: ShownPlan['plan']
  revisions: readonly ShownRevision[]
  compared: ComparedRevisions
  canRestore: boolean
}

/** What differs between two revisions, whose they are, and the way back to the older one. */
export function RevisionComparison({
  plan,
  revisions,
  compared,
  canRestore,
}: RevisionComparisonProps) {
  const { from, to, before, after } = compared
  const older = Math.min(from, to)
  return (
    <section id="comparison" aria-labelledby="comparison-title" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h2 id="comparison-title" className="text-lg font-semibold">
            From revision {from} to {to}
          </h2>
          <p className="text-sm text-ink-soft">
            <Saved revision={revisions.find(({ number }) => number === to)} />
          </p>
        </div>
        <CompareForm revisions={revisions} compared={compared} />
      </div>
      <TextDifference label={`From revision ${from} to ${to}`} before={before} after={after} />
      {canRestore && older < plan.revision && (
        <RestoreRevision slug={plan.slug} restores={older} newest={plan.revision} />
      )}
    </section>
  )
}

function Saved({ revision }: { revision: ShownRevision | undefined }) {
  if (!revision) return null
  return (
    <>
      Revision {revision.number} by {revision.author ?? 'a service account'},{' '}
      <TimeStamp at={revision.created_at} />
    </>
  )
}

/** A form of the platform's own: two revisions of the address. */
function CompareForm({
  revisions,
  compared,
}: Pick<RevisionComparisonProps, 'revisions' | 'compared'>) {
  const options = revisions.map(({ number }) => ({
    value: String(number),
    label: `Revision ${number}`,
  }))
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="view" value="revisions" />
      <Select
        key={`from-${compared.from}`}
        label="From"
        name="from"
        options={options}
        defaultValue={compared.from}
      />
      <Select
        key={`to-${compared.to}`}
        label="To"
        name="to"
        options={options}
        defaultValue={compared.to}
      />
      <Button type="submit">Compare</Button>
    </form>
  )
}
