import { describe, expect, test } from 'vitest'
import { cast } from '../testing/cast.ts'
import { useCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { findEntries } from './find-entries.ts'
import { findViews } from './find-views.ts'
import { removeView } from './remove-view.ts'
import { saveView } from './save-view.ts'
import { verify } from './verify.ts'

const production = { environment: 'production', last: 'hour' } as const

describe('a saved view of the log', () => {
  useCast()

  const sentences = async () => {
    const { entries } = await findEntries(cast.grace(), { action: 'view.' })
    return entries.map(({ sentence }) => sentence)
  }

  // @control AU-7
  test('is kept for one person, removed by them, and both are on record', async () => {
    const { result } = await saveView(cast.grace(), { name: 'Production', filter: production })
    await saveView(cast.grace(), { name: 'Allowed', filter: { outcome: 'allowed' } })
    expect(await findViews(cast.grace())).toEqual([
      { id: expect.any(String), name: 'Allowed', filter: { outcome: 'allowed' } },
      { id: result.id, name: 'Production', filter: production },
    ])
    expect(await findViews(cast.priya())).toEqual([])
    await removeView(cast.grace(), result.id)
    expect((await findViews(cast.grace())).map(({ name }) => name)).toEqual(['Allowed'])
    await saveView(cast.grace(), { name: 'Production', filter: { toggle: 'x' } })
    expect(await sentences()).toEqual([
      'Grace Okafor saved the view “Production” of the log.',
      'Grace Okafor removed the view “Production” of the log.',
      'Grace Okafor saved the view “Allowed” of the log.',
      'Grace Okafor saved the view “Production” of the log.',
    ])
    expect(await verify(cast.grace(), { thorough: true })).toMatchObject({ holds: true })
  })

  test('is kept once, however often it is sent; its name means one filter', async () => {
    const view = { name: 'Production', filter: production }
    const [one, other] = await Promise.all([
      saveView(cast.grace(), view),
      saveView(cast.grace(), view),
    ])
    expect(one.result.id).toBe(other.result.id)
    const changed = saveView(cast.grace(), { name: 'Production', filter: { toggle: 'x' } })
    await expect(changed).rejects.toMatchObject({ refusal: { code: 'already_exists' } })
    expect(await sentences()).toHaveLength(1)
  })

  test('is nobody else’s to see or to remove, and not for who may not read the log', async () => {
    const { result } = await saveView(cast.grace(), { name: 'Mine', filter: production })
    for (const id of [result.id, '00000000-0000-4000-8000-000000000000']) {
      const taken = removeView(cast.priya(), id)
      await expect(taken).rejects.toMatchObject({ refusal: { code: 'not_found' } })
    }
    const nobody = cast.victor({ memberships: [] })
    const saved = saveView(nobody, { name: 'Mine', filter: production })
    await expect(saved).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
    await expect(findViews(nobody)).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
    for (let n = 1; n < 50; n += 1) {
      await saveView(cast.grace(), { name: `View ${n}`, filter: production })
    }
    const oneMore = saveView(cast.grace(), { name: 'One more', filter: production })
    await expect(oneMore).rejects.toMatchObject({ refusal: { code: 'invalid' } })
  })

  test('of the last hour counts back from when it is asked', async () => {
    await createToggle(cast.priya(), { key: 'new_intake_form', description: '' })
    const find = { toggle: 'new_intake_form', last: 'hour' } as const
    expect((await findEntries(cast.grace(), find)).entries).toHaveLength(1)
    const later = new Date(Date.now() + 60_000)
    expect((await findEntries(cast.grace(), { ...find, from: later })).entries).toEqual([])
  })
})
