import type { OverrideInput } from '../../domain/rollout/override-input.ts'
import { callApi } from '../api/call-api.ts'

export type ImportFormat = 'flipper_export' | 'features_yml'

/** An environment that an export's gates can be for. */
export interface ImportTarget {
  readonly key: string
  readonly name: string
  readonly protected: boolean
}

/** A file of another tool, as it is asked to be brought in. */
export interface AskedImport {
  readonly name: string
  readonly format: ImportFormat
  readonly content: string
  readonly environment: string
}

export interface ImportStep {
  readonly key: string
  readonly does: 'create' | 'change' | 'leave' | 'retired'
  readonly changes: readonly string[]
}

interface ImportAnswer {
  readonly steps: readonly ImportStep[]
}

/** What bringing a file in would do now. */
export async function previewImport(asked: AskedImport): Promise<readonly ImportStep[]> {
  const { name: _, ...file } = asked
  const body = { ...file, dry_run: true }
  return (await callApi<ImportAnswer>('POST', '/toggles/import', { body })).steps
}

/** Brings a file in, all of it or nothing. */
export async function bringIn(
  asked: AskedImport,
  reason: string,
  override: OverrideInput | null,
): Promise<readonly ImportStep[]> {
  const { name: _, ...file } = asked
  const body = { ...file, reason, ...(override !== null && { override }) }
  return (await callApi<ImportAnswer>('POST', '/toggles/import', { body })).steps
}

/** What a file is by its first character that says anything: an export is JSON. */
export function formatOf(content: string): ImportFormat {
  return content.trimStart().startsWith('{') ? 'flipper_export' : 'features_yml'
}
