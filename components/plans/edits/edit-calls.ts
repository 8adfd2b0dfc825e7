import { applyChanges } from '../../../domain/plan/edits/text-change.ts'
import type { PlanEdit } from '../../../domain/plan/plan-edit.ts'
import { callApi } from '../../api/call-api.ts'
import { textOf } from '../import-calls.ts'
import { fetchRevision } from '../plan-calls.ts'
import type { EditedPlan } from './edited-part.ts'

interface EditedAnswer {
  readonly plan: { readonly revision: number }
  readonly changes: readonly { readonly from: number; readonly to: number; readonly text: string }[]
}

type Which = Pick<EditedPlan, 'slug' | 'revision'>

/** Makes the edits of a revision and saves the next one. */
export async function saveEdits(
  { slug, revision }: Which,
  edits: readonly PlanEdit[],
  idempotencyKey: string,
): Promise<number> {
  const saved = await callApi<EditedAnswer>('POST', `/release-plans/${slug}/edits`, {
    body: { edits },
    ifMatch: `"${revision}"`,
    idempotencyKey,
  })
  return saved.plan.revision
}

/** What the edits would make of a revision's text; saves nothing. */
export async function textWith(
  { slug, revision }: Which,
  text: string,
  edits: readonly PlanEdit[],
  signal?: AbortSignal,
): Promise<string> {
  if (edits.length === 0) return text
  const { changes } = await callApi<EditedAnswer>(
    'POST',
    `/release-plans/${slug}/edits?dry_run=true`,
    { body: { edits }, ifMatch: `"${revision}"`, ...(signal && { signal }) },
  )
  return applyChanges(text, changes)
}

/** The text of one revision, byte order mark and line ends too. */
export async function revisionText({ slug, revision }: Which): Promise<string> {
  return textOf(await fetchRevision(slug, revision))
}
