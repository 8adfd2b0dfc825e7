import { expect, test } from 'vitest'
import { flipToUndo } from './flip-to-undo.ts'

const flip = (version: number) => ({ version, undid: null })
const rollback = (version: number, undid: number) => ({ version, undid })

test('a toggle that was only registered has nothing to undo', () => {
  expect(flipToUndo([flip(1)])).toBeNull()
})

test('the newest flip is undone', () => {
  expect(flipToUndo([flip(3), flip(2), flip(1)])).toBe(3)
})

test('a second rollback goes further back, not forward again', () => {
  expect(flipToUndo([rollback(4, 3), flip(3), flip(2), flip(1)])).toBe(2)
  expect(flipToUndo([rollback(5, 2), rollback(4, 3), flip(3), flip(2), flip(1)])).toBeNull()
})

test('a flip after a rollback is the newest again', () => {
  expect(flipToUndo([flip(5), rollback(4, 3), flip(3), flip(2), flip(1)])).toBe(5)
})

test('a rollback over several flips undoes all of them', () => {
  const past = [rollback(5, 3), flip(4), flip(3), flip(2), flip(1)]
  expect(flipToUndo(past)).toBe(2)
  expect(flipToUndo([flip(6), ...past])).toBe(6)
  expect(flipToUndo([rollback(7, 6), flip(6), ...past])).toBe(2)
})
