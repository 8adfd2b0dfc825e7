import { z } from 'zod'
import { DOCUMENT_LIMIT } from '../plans/document-text.ts'
import { previewRevision as preview } from '../plans/preview-revision.ts'
import { operation } from './operation.ts'
import { importedResult } from './plan-results.ts'

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
