import type { Reading } from '../../domain/plan/reading.ts'
import { callApi } from '../api/call-api.ts'

/** A toggle that the plan names, beside what the registry knows of it. */
export interface NamedToggle {
  readonly key: string
  readonly description: string | null
  readonly line: number
  readonly status: 'registered' | 'archived' | 'unknown'
  readonly near: readonly string[]
}

export interface PlanPreview {
  readonly plan: { readonly slug: string; readonly title: string }
  readonly reading: Reading
  readonly toggles: readonly NamedToggle[]
  readonly same_text: readonly { readonly slug: string; readonly title: string }[]
}

/** Reads a document without keeping anything. */
export function dryRun(document: Blob, signal?: AbortSignal): Promise<PlanPreview> {
  return callApi('POST', '/release-plans/import?dry_run=true', {
    markdown: document,
    ...(signal && { signal }),
  })
}

/** Keeps a document and registers the chosen toggles in the same step. */
export function keepPlan(
  document: Blob,
  register: readonly string[],
  idempotencyKey: string,
): Promise<PlanPreview> {
  const query =
    register.length === 0 ? '' : `?register=${register.map(encodeURIComponent).join(',')}`
  return callApi('POST', `/release-plans/import${query}`, { markdown: document, idempotencyKey })
}

/** A document's text with its byte order mark, which `Blob.text()` would drop. */
export async function textOf(document: Blob): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await document.arrayBuffer())
}
