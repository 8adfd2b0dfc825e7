import type { Reading } from '../../domain/plan/reading.ts'
import { ApiError, readProblem } from '../api/api-problem.ts'
import { callApi } from '../api/call-api.ts'
import type { NamedToggle } from './import-calls.ts'

/** What a text of a plan would be read as. */
export interface RevisionPreview {
  readonly reading: Reading
  readonly toggles: readonly NamedToggle[]
}

interface SavedRevision {
  readonly plan: { readonly revision: number }
}

/** Reads a text for a plan without saving it. */
export function previewRevision(
  slug: string,
  text: string,
  signal?: AbortSignal,
): Promise<RevisionPreview> {
  return callApi('POST', `/release-plans/${slug}/document/preview`, {
    markdown: new Blob([text]),
    ...(signal && { signal }),
  })
}

/** Saves a text as the next revision of a plan, unless somebody saved one after `revision`. */
export async function saveRevision(
  slug: string,
  document: Blob,
  revision: number,
): Promise<number> {
  const saved = await callApi<SavedRevision>('PUT', `/release-plans/${slug}/document`, {
    markdown: document,
    ifMatch: `"${revision}"`,
  })
  return saved.plan.revision
}

/** The bytes of one revision; of the newest when none is named. */
export async function fetchRevision(slug: string, revision?: number): Promise<Blob> {
  const query = revision === undefined ? '' : `?revision=${revision}`
  const response = await fetch(
    `/api/v1/release-plans/${encodeURIComponent(slug)}/document${query}`,
    { cache: 'no-store' },
  )
  if (!response.ok) throw new ApiError(await readProblem(response))
  return response.blob()
}
