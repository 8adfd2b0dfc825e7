import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { importPlan } from './import-plan.ts'
import { readDocument } from './read-document.ts'
import { bytesOf, contradictoryPlan, goNoGoSheet, releasePlan } from './testing/documents.ts'
import { keptPlan } from './testing/kept-plan.ts'

givenCast()

const given = new URL('../../../shared/release-plans/', import.meta.url)

/** The real plans where they are at hand, else our own. */
function documents(): Uint8Array[] {
  const own = [releasePlan(), goNoGoSheet, contradictoryPlan].map(bytesOf)
  if (!existsSync(given)) return own
  const names = readdirSync(given).filter((name) => /^\d.*\.md$/.test(name))
  return [...own, ...names.map((name) => readFileSync(new URL(name, given)))]
}

test('every document comes back byte for byte', async () => {
  for (const bytes of documents()) {
    const { result } = await importPlan(cast.priya(), { bytes, register: [] })
    const kept = await readDocument(cast.victor(), result.slug)
    expect(Buffer.from(kept.bytes).equals(Buffer.from(bytes))).toBe(true)
  }
})

test('what is not there is told apart', async () => {
  const { slug } = await keptPlan()
  await expect(readDocument(cast.victor(), 'none')).rejects.toMatchObject({
    refusal: { code: 'not_found', what: 'release plan' },
  })
  await expect(readDocument(cast.victor(), slug, 2)).rejects.toMatchObject({
    refusal: { code: 'not_found', what: 'revision' },
  })
})

test('one who belongs to no team reads nothing', async () => {
  const { slug } = await keptPlan()
  await expect(readDocument(cast.victor({ memberships: [] }), slug)).rejects.toMatchObject({
    refusal: { code: 'forbidden', action: 'release.read' },
  })
})
