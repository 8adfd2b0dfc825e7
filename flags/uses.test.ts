import { expect, it } from 'vitest'
import { NOON } from './testing/test-server.ts'
import { createUses } from './uses.ts'

it('counts by environment, toggle and token, and gives what was not kept yet', () => {
  let now = NOON
  const uses = createUses(() => now)
  uses.note('production', 'search_stats', 'web')
  now += 1000
  uses.note('production', 'search_stats', 'web')
  uses.note('production', null, null)
  const first = uses.unkept()
  const stats = { environment: 'production', toggle: 'search_stats', token: 'web' }
  expect(first).toEqual([
    { ...stats, asked: 2, at: now },
    { environment: 'production', toggle: null, token: null, asked: 1, at: now },
  ])
  uses.note('production', 'search_stats', 'web')
  uses.kept(first)
  expect(uses.unkept()).toEqual([{ ...stats, asked: 1, at: now }])
})

it('counts what another process noted', () => {
  const uses = createUses(() => NOON)
  uses.add([{ environment: 'staging', toggle: 'a', token: 't', asked: 5, at: NOON - 1 }])
  uses.note('staging', 'a', 't')
  expect(uses.unkept()).toEqual([
    { environment: 'staging', toggle: 'a', token: 't', asked: 6, at: NOON },
  ])
})

it('tells of the 500 toggles asked for most by name, of the others together', () => {
  const uses = createUses(() => NOON)
  for (let n = 0; n < 600; n += 1) uses.note('production', `toggle_${n}`, 'web')
  uses.note('production', 'toggle_599', 'web')
  uses.note('production', null, 'web')
  const lines = uses.write().split('\n')
  expect(lines).toContain(
    'rollcall_flags_evaluations_total{environment="production",scope="one",toggle="toggle_599"} 2',
  )
  expect(lines).toContain('rollcall_flags_evaluations_total{scope="others"} 101')
  expect(lines).toHaveLength(2 + 500 + 1 + 1)
})
