import type { PlanEdit } from '../../../domain/plan/plan-edit.ts'
import { ApiProblemNote } from '../../api/api-problem-note.tsx'
import { Callout } from '../../ui/callout.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { TextDifference } from '../text-difference-view.tsx'
import type { EditsPreview as Preview } from './use-edits-preview.ts'

interface EditsPreviewProps {
  preview: Preview
  edits: readonly PlanEdit[]
  slug: string
}

/** What saving would change in the Markdown; or which of the edits finds no place, and why. */
export function EditsPreview({ preview, edits, slug }: EditsPreviewProps) {
  if (edits.length === 0) return null
  const { before, after, pending, problem } = preview
  const misplaced = problem?.fields.find(({ path }) => path.startsWith('edits.'))
  if (misplaced) {
    const at = Number(misplaced.path.split('.')[1])
    const which = edits.length === 1 ? 'The change' : `Change ${at + 1} of ${edits.length}`
    return (
      <Callout tone="warning" live title="This cannot be written into the plan as it is">
        {which} {misplaced.message}{' '}
        <TextLink href={`/plans/${slug}?view=edit`}>To the Markdown</TextLink>
      </Callout>
    )
  }
  if (problem) return <ApiProblemNote problem={problem} />
  if (pending && before === '') return null
  return (
    <div aria-busy={pending} className={pending ? 'opacity-60' : undefined}>
      <p className="mb-1 text-xs font-semibold text-ink-soft">What changes in the Markdown</p>
      <TextDifference label="What changes in the Markdown" before={before} after={after} />
    </div>
  )
}
