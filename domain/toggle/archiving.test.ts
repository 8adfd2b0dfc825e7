import { expect, test } from 'vitest'
import { archiveObstacles } from './archiving.ts'

const off = { environment: 'staging', state: 'off', words: 'off' } as const
const on = { environment: 'production', state: 'on', words: 'on' } as const
const usual = { offIsDangerous: false }

test('nothing stands in the way of archiving what is off everywhere', () => {
  const none = { forbidden: [], toConfirm: [] }
  expect(archiveObstacles([off], usual, [])).toEqual(none)
  expect(archiveObstacles([off], { offIsDangerous: true }, [])).toEqual(none)
})

test('what lets somebody in is archived once that is confirmed', () => {
  const { forbidden, toConfirm } = archiveObstacles([off, on], usual, [])
  expect(forbidden).toEqual([])
  expect(toConfirm).toEqual([
    'It is at on in production: archiving takes out everybody who is in, wherever code still asks for it.',
  ])
})

test('where off is the dangerous side it is turned off first', () => {
  const { forbidden, toConfirm } = archiveObstacles([off, on], { offIsDangerous: true }, [])
  expect(forbidden).toHaveLength(1)
  expect(toConfirm).toEqual([])
})

test('that code asked for it lately must be read and confirmed, from what it was long ago not', () => {
  const minute = 60_000
  const asked = { environment: 'production', by: 'Benefits Portal web' }
  const { toConfirm } = archiveObstacles([off], usual, [
    { ...asked, agoMs: 20_000 },
    { ...asked, agoMs: 5.5 * minute },
    { ...asked, agoMs: 60 * minute },
    { ...asked, by: null, agoMs: 3 * 1440 * minute },
    { ...asked, agoMs: 7 * 1440 * minute },
  ])
  expect(toConfirm).toEqual([
    '“Benefits Portal web” asked for it in production within the last minute: the code still reads it.',
    '“Benefits Portal web” asked for it in production 5 minutes ago: the code still reads it.',
    '“Benefits Portal web” asked for it in production 1 hour ago: the code still reads it.',
    'Somebody without a token asked for it in production 3 days ago: the code still reads it.',
  ])
})
