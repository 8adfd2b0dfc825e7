import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bucketOf, reaches } from './bucket.ts'
import { evaluate } from './evaluate.ts'
import { evaluationContext } from './evaluation-context.ts'
import { OFF } from './state.ts'
import pinned from './vectors.json' with { type: 'json' }

const single = z.object({
  feature: z.string(),
  flipper_id: z.string(),
  bucket: z.int(),
  enabled_at: z.array(z.number()),
})
const multi = z.object({
  feature: z.string(),
  actors: z.array(z.string()),
  bucket: z.int(),
  enabled_at: z.array(z.number()),
})
const row = z.tuple([z.string(), z.string(), z.number(), z.boolean(), z.int()])

const goldenFolder = new URL('../../../shared/flipper/', import.meta.url)

function golden(name: string): unknown {
  const file = new URL(name, goldenFolder)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function isEnabled(key: string, percentage: number, ...actorIds: string[]): boolean {
  const state = { ...OFF, percentageOfActors: percentage }
  const context = evaluationContext({ actorIds, now: 0, random: () => 0.5 })
  return evaluate({ key, state }, context).enabled
}

function allRows(): z.infer<typeof row>[] {
  const whole = z
    .object({
      rows: z.array(
        z.object({
          feature_name: z.string(),
          actor_id: z.string(),
          percentage: z.number(),
          expected: z.boolean(),
          crc32_mod_100000: z.int(),
        }),
      ),
    })
    .nullable()
    .parse(golden('vectors.json'))
  const rows = whole?.rows.map(
    (r): z.infer<typeof row> => [
      r.feature_name,
      r.actor_id,
      r.percentage,
      r.expected,
      r.crc32_mod_100000,
    ],
  )
  return [...z.array(row).parse(pinned.rows), ...(rows ?? [])]
}

describe("Flipper's buckets", () => {
  it('puts every recorded actor into the recorded bucket and on the recorded side', () => {
    const rows = allRows()
    expect(rows.length).toBeGreaterThanOrEqual(pinned.rows.length)
    const wrong = rows.filter(
      ([key, id, percentage, expected, bucket]) =>
        bucketOf(key, [id]) !== bucket || isEnabled(key, percentage, id) !== expected,
    )
    expect(wrong).toEqual([])
  })

  it('lets each recorded actor in at exactly the recorded percentages', () => {
    const both = z.object({ single: z.array(single), multi: z.array(multi) })
    const recorded = both.parse(pinned)
    const whole = both.nullable().parse(golden('buckets.json'))
    const asked = [0, 0.001, 1, 5, 10, 25, 50, 75, 99.999]
    for (const one of [...recorded.single, ...(whole?.single ?? [])]) {
      expect(bucketOf(one.feature, [one.flipper_id])).toBe(one.bucket)
      for (const p of asked)
        expect(isEnabled(one.feature, p, one.flipper_id)).toBe(one.bucket < p * 1000)
      for (const p of one.enabled_at) expect(isEnabled(one.feature, p, one.flipper_id)).toBe(true)
    }
    for (const several of [...recorded.multi, ...(whole?.multi ?? [])]) {
      expect(bucketOf(several.feature, several.actors)).toBe(several.bucket)
      expect(bucketOf(several.feature, several.actors.toReversed())).toBe(several.bucket)
      for (const p of [10, 25, 50, 75]) {
        const isIn = isEnabled(several.feature, p, ...several.actors)
        expect(isIn).toBe(several.enabled_at.includes(p))
      }
    }
  })

  it('sorts several actors by code point, so an emoji comes after U+FFFD', () => {
    expect(bucketOf('flag', ['🚀', '\uFFFD'])).toBe(bucketOf('flag', ['\uFFFD🚀']))
  })

  it('is strictly below the floating-point product', () => {
    expect(reaches(0.001, 0)).toBe(true)
    expect(reaches(0.001, 1)).toBe(false)
    expect(reaches(4.35, 4350)).toBe(4350 < 4.35 * 1000)
  })
})
