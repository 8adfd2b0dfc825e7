import { expect, test } from 'vitest'
import type { ImportStep } from './import-calls.ts'
import { actionWords, countsWords } from './step-words.ts'

const step = (does: ImportStep['does']): ImportStep => ({ key: 'a', does, changes: [] })

test('counts say what occurs and leave out what does not', () => {
  expect(countsWords([step('create'), step('create'), step('leave')])).toBe(
    '2 created, 1 left as they are',
  )
  expect(countsWords([])).toBe('The file names no toggle')
})

test('the button names what it does and where', () => {
  expect(actionWords([step('create'), step('create'), step('change')], 'Production')).toBe(
    'Create 2 and change 1 toggle, with their states in Production',
  )
  expect(actionWords([step('create'), step('create')], null)).toBe('Create 2 toggles')
  expect(actionWords([step('leave'), step('retired')], 'Production')).toBeNull()
})
