import { z } from 'zod'
import { acknowledgeFinding as acknowledge } from '../plans/acknowledge-finding.ts'
import { describeUpload } from '../plans/describe-upload.ts'
import { DOCUMENT_LIMIT } from '../plans/document-text.ts'
import { findPlan } from '../plans/find-plan.ts'
import { findPlans } from '../plans/find-plans.ts'
import { revisionNamed, revisionTag } from '../plans/if-match.ts'
import { type ImportedPlan, importPlan as keepPlan } from '../plans/import-plan.ts'
import { previewPlan } from '../plans/preview-plan.ts'
import { readDocument as documentOf } from '../plans/read-document.ts'
import { revisePlan as savePlan } from '../plans/revise-plan.ts'
import { pageQuery } from './fields.ts'
import { operation } from './operation.ts'
import {
  acknowledgedResult,
  importedResult,
  planDetail,
  planSummary,
  revisedResult,
} from './plan-results.ts'

const tag = 'Release plans'
const planParams = z.strictObject({ slug: z.string() })
const documentBody = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'is missing.')

const keyList = z
  .string()
  .transform((list) => [...new Set(list.split(',').map((key) => key.trim()))].filter(Boolean))
  .pipe(z.array(z.string()).max(200, 'names more than 200 toggles.'))

const documentRevision = z.coerce
  .number('is a revision number.')
  .int('is a revision number.')
  .min(1, 'is 1 or more.')
  .max(999_999_999, 'is no revision of a plan.')

async function importAnswer(
  bytes: Uint8Array,
  imported: ImportedPlan,
  kept: boolean,
  seq: number | null,
) {
  const { registered, sameText, ...plan } = imported
  return { plan, ...(await describeUpload(bytes)), registered, same_text: sameText, kept, seq }
}

export const importPlan = operation({
  id: 'importPlan',
  method: 'POST',
  path: '/release-plans/import',
  summary:
    'Reads a release plan and keeps it byte for byte; `register` names those of its toggles to put into the registry in the same step. 201 when kept, 200 for a dry run',
  tag,
  query: z.strictObject({
    dry_run: z
      .enum(['true', 'false'], 'is true or false.')
      .transform((word) => word === 'true')
      .optional(),
    register: keyList.optional(),
    team: z.string().optional(),
  }),
  body: documentBody,
  bodyType: 'markdown',
  bodyLimit: DOCUMENT_LIMIT,
  status: 201,
  otherStatuses: [200],
  result: importedResult,
  run: async (actor, { query, body }) => {
    const { register = [], team, dry_run: isDry = false } = query
    const asked = { bytes: body, register, team }
    if (isDry) {
      const answer = await importAnswer(body, await previewPlan(actor, asked), false, null)
      return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
    }
    const { result, seqs } = await keepPlan(actor, asked)
    return importAnswer(body, result, true, seqs[0] ?? null)
  },
})

export const listPlans = operation({
  id: 'listPlans',
  method: 'GET',
  path: '/release-plans',
  summary: 'The release plans, newest first',
  tag,
  query: z.strictObject({
    q: z.string().optional(),
    team: z.string().optional(),
    toggle: z.string().optional(),
    ...pageQuery,
  }),
  result: z.object({ plans: z.array(planSummary), next_cursor: z.string().nullable() }),
  run: (actor, { query }) => findPlans(actor, query),
})

export const readPlan = operation({
  id: 'readPlan',
  method: 'GET',
  path: '/release-plans/{slug}',
  summary: 'One plan with its reading, roster, readiness and revisions',
  tag,
  params: planParams,
  result: planDetail,
  run: (actor, { params }) => findPlan(actor, params.slug),
})

export const readDocument = operation({
  id: 'readDocument',
  method: 'GET',
  path: '/release-plans/{slug}/document',
  summary: "The plan's Markdown, byte for byte; ETag is its revision",
  tag,
  params: planParams,
  query: z.strictObject({ revision: documentRevision.optional() }),
  resultType: 'text/markdown',
  result: z.string(),
  run: async (actor, { params, query }) => {
    const { bytes, revision } = await documentOf(actor, params.slug, query.revision)
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'text/markdown; charset=utf-8',
        'content-disposition': `inline; filename="${params.slug}.md"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        etag: revisionTag(revision),
      },
    })
  },
})

export const revisePlan = operation({
  id: 'revisePlan',
  method: 'PUT',
  path: '/release-plans/{slug}/document',
  summary: 'Saves a new revision; If-Match names the one that was edited',
  tag,
  params: planParams,
  body: documentBody,
  bodyType: 'markdown',
  bodyLimit: DOCUMENT_LIMIT,
  ifMatch: 'required',
  result: revisedResult,
  run: async (actor, { params, body, ifMatch }) => {
    const revision = revisionNamed(ifMatch)
    const { result, seqs } = await savePlan(actor, { slug: params.slug, bytes: body, revision })
    const { reading } = await describeUpload(body)
    return Response.json(
      { plan: result, reading, seq: seqs[0] ?? null },
      { headers: { 'cache-control': 'no-store', etag: revisionTag(result.revision) } },
    )
  },
})

export const acknowledgeFinding = operation({
  id: 'acknowledgeFinding',
  method: 'PUT',
  path: '/release-plans/{slug}/findings/{id}',
  summary: 'Puts on record that a person has seen a finding',
  tag,
  params: z.strictObject({ slug: z.string(), id: z.string() }),
  body: z.strictObject({
    acknowledged: z.literal(true, 'is true: what was seen cannot be unseen.'),
    note: z.string('is a text.').trim().min(1, 'must not be empty.').max(4000).nullish(),
  }),
  result: acknowledgedResult,
  run: async (actor, { params, body }) => {
    const { slug, id: finding } = params
    const { result, seqs } = await acknowledge(actor, { slug, finding, note: body.note })
    return { ...result, seq: seqs[0] ?? null }
  },
})
