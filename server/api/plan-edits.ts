import { z } from 'zod'
import { planEdit } from '../../domain/plan/plan-edit.ts'
import { DOCUMENT_LIMIT } from '../plans/document-text.ts'
import { previewEdits, editPlan as saveEdits } from '../plans/edit-plan.ts'
import { revisionNamed, revisionTag } from '../plans/if-match.ts'
import { previewRevision as preview } from '../plans/preview-revision.ts'
import { operation } from './operation.ts'
import { editedResult, importedResult } from './plan-results.ts'

const tag = 'Release plans'
const planParams = z.strictObject({ slug: z.string() })
const documentBody = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'is missing.')

export const previewRevision = operation({
  id: 'previewRevision',
  method: 'POST',
  path: '/release-plans/{slug}/document/preview',
  summary: 'What would be read of a text for this plan; saves nothing',
  tag,
  params: planParams,
  body: documentBody,
  bodyType: 'markdown',
  bodyLimit: DOCUMENT_LIMIT,
  result: importedResult.pick({ reading: true, toggles: true }),
  run: (actor, { params, body }) => preview(actor, { slug: params.slug, bytes: body }),
})

const MOST_EDITS = 50

const editList = z.strictObject({
  edits: z
    .array(planEdit, 'is a list of edits.')
    .min(1, 'is empty: there is nothing to edit.')
    .max(MOST_EDITS, `has more than ${MOST_EDITS} edits.`),
})

/** One edit by itself stands for a list of one. */
const editsBody = z.preprocess(
  (body) =>
    typeof body === 'object' && body !== null && 'edit' in body ? { edits: [body] } : body,
  editList,
)

export const editPlan = operation({
  id: 'editPlan',
  method: 'POST',
  path: '/release-plans/{slug}/edits',
  summary:
    'Edits a plan by its structure and saves one new revision; If-Match names the one that was edited. The body is one edit or `{edits: […]}`, made in turn, all or none: lines count from 1, stages from 0, in the text that the edits before left. `dry_run` answers the changed spans, of an older revision too, and saves nothing',
  tag,
  params: planParams,
  query: z.strictObject({
    dry_run: z
      .enum(['true', 'false'], 'is true or false.')
      .transform((word) => word === 'true')
      .optional(),
  }),
  body: editsBody,
  bodyDocumented: z.union([planEdit, editList]),
  ifMatch: 'required',
  result: editedResult,
  run: async (actor, { params: { slug }, query, body: { edits }, ifMatch }) => {
    const revision = revisionNamed(ifMatch)
    const asked = { slug, revision, edits }
    if (query.dry_run) {
      const { title, newest, changes, reading } = await previewEdits(actor, asked)
      return { plan: { slug, title, revision: newest }, changes, reading, kept: false, seq: null }
    }
    const { result, seqs, edited } = await saveEdits(actor, asked)
    const { changes, reading } = edited
    return Response.json(
      { plan: result, changes, reading, kept: true, seq: seqs[0] ?? null },
      { headers: { 'cache-control': 'no-store', etag: revisionTag(result.revision) } },
    )
  },
})
