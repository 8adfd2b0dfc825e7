import { expect, test } from 'vitest'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { importPlan } from './import-plan.ts'
import { readDocument } from './read-document.ts'
import { bytesOf, releasePlan } from './testing/documents.ts'

givenCast()

const plan = releasePlan()

test.each([
  ['a byte order mark and CRLF', `\uFEFF${plan.replaceAll('\n', '\r\n')}`],
  ['every kind of line end', plan.replace('\n', '\r\n').replace('\n\n', '\r\r')],
  ['tabs and hard spaces', plan.replaceAll(' ', '\t').replace('\t', '\u00A0')],
  ['right-to-left text and marks', `# \u202Eתכנית\u202C الخطة\n\n${plan}`],
  ['scripts and tags', `<script>alert(1)</script>\n<img src=x onerror="alert(1)">\n\n${plan}`],
  ['half a megabyte', plan.repeat(600).slice(0, 500_000)],
])('a plan with %s comes back byte for byte', async (_, text) => {
  const bytes = bytesOf(text)
  const { result } = await importPlan(cast.priya(), { bytes, register: [] })
  const kept = await readDocument(cast.victor(), result.slug)
  expect(Buffer.from(kept.bytes).equals(Buffer.from(bytes))).toBe(true)
})
