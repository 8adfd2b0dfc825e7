import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { flip } from '../toggles/flip.ts'
import { findEntries } from './find-entries.ts'
import { type FollowLog, followLog } from './follow-log.ts'

givenCast()

beforeEach(async () => {
  await createToggle(cast.priya(), { key: 'new_intake_form', description: '' })
})

function flipTo(percentage: number) {
  const patch = { percentage_of_actors: percentage }
  return flip(cast.tomas(), {
    toggle: 'new_intake_form',
    environment: 'staging',
    patch,
    reason: 'x',
  })
}

const follow = (asked: Partial<FollowLog> = {}) =>
  followLog(cast.grace(), { after: 0, limit: 200, wait: 0, ...asked })
const newest = async () => (await findEntries(cast.grace(), { limit: 1 })).entries[0]

describe('a program that follows the log', () => {
  // @control AU-6
  test('gets every entry once, in order, page by page, whatever is written meanwhile', async () => {
    const kept: number[] = []
    let after = 0
    for (let page = 0; page < 8; page += 1) {
      await flipTo(page + 1)
      const part = await follow({ after, limit: 3 })
      kept.push(...part.entries.map(({ seq }) => seq))
      after = part.next
    }
    for (;;) {
      const part = await follow({ after, limit: 3 })
      kept.push(...part.entries.map(({ seq }) => seq))
      after = part.next
      if (!part.more) break
    }
    const last = (await newest())?.seq ?? 0
    expect(kept).toEqual(Array.from({ length: last }, (_, place) => place + 1))
    expect(after).toBe(last)
  })

  test('that was killed before it kept an answer gets the same again', async () => {
    await flipTo(10)
    const first = await follow({ limit: 2 })
    expect((await follow({ limit: 2 })).entries).toEqual(first.entries)
  })

  test('is on record once a day, not with every question', async () => {
    await follow()
    expect((await newest())?.sentence).toBe('Grace Okafor followed the audit log.')
    const { next } = await follow()
    expect((await follow({ after: next })).entries).toEqual([])
  })

  test('gets past what its filter leaves out', async () => {
    await flipTo(10)
    const { entries, next } = await follow({ action: 'toggle.widened' })
    expect(entries.map(({ type }) => type)).toEqual(['toggle.widened'])
    expect(next).toBe((await newest())?.seq)
    expect(next).toBeGreaterThan(entries[0]?.seq ?? 0)
  })

  test('waits for what is new, and no longer', async () => {
    const { next: after } = await follow()
    const [{ entries }] = await Promise.all([
      follow({ after, wait: 20 }),
      setTimeout(100).then(() => flipTo(25)),
    ])
    expect(entries.map(({ type }) => type)).toEqual(['toggle.widened'])
    const { entries: none, next } = await follow({ after: entries[0]?.seq ?? 0, wait: 1 })
    expect([none, next]).toEqual([[], entries[0]?.seq])
  })

  test('is somebody who may export, or is refused on record', async () => {
    const asked = { after: 0, limit: 10, wait: 0 }
    await expect(followLog(cast.victor(), asked)).rejects.toMatchObject({
      refusal: { code: 'forbidden', action: 'audit.export' },
    })
    expect((await newest())?.sentence).toBe(
      'Victor Nyman tried to follow the audit log and was refused: not allowed.',
    )
  })
})
