import type { Reading } from '../../domain/plan/reading.ts'
import { db } from '../db.ts'
import { readUpload } from './read-upload.ts'
import { type ToggleLink, toggleLinks } from './toggle-links.ts'

/** What is understood of a document, with what the registry knows of its toggles. */
export async function describeUpload(
  bytes: Uint8Array,
): Promise<{ reading: Reading; toggles: ToggleLink[] }> {
  const { reading } = readUpload(bytes)
  return { reading, toggles: await toggleLinks(db(), reading.toggles) }
}
