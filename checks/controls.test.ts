import { expect, test } from 'vitest'
import { sourceFiles } from '../bin/test-run/source-files.ts'
import shown from '../domain/audit/control-tests.json' with { type: 'json' }
import { CONTROLS } from '../domain/audit/controls.ts'
import { controlsDocument, controlTests } from './control-tests.ts'
import { textOf } from './written.ts'

const told = sourceFiles(/\.test\.tsx?$/)
  .filter((file) => file !== 'checks/controls.test.ts')
  .flatMap((file) => controlTests(file, textOf(file)))

test('each control is shown by a test, and each tag names a control above a test', () => {
  const ids = CONTROLS.map(({ id }) => id)
  expect(told.filter(({ control }) => !ids.includes(control))).toEqual([])
  expect(ids.filter((id) => !told.some(({ control }) => control === id))).toEqual([])
})

test('the page and the document say what the tests say: npm run controls writes them', () => {
  expect(shown).toEqual(told)
  expect(textOf('docs/controls.md')).toBe(controlsDocument(told))
})

test('a tag that stands above no test is found', () => {
  const tag = '// @control AU-2'
  expect(controlTests('a.test.ts', `${tag}\ntest('is kept', () => {})\n`)).toEqual([
    { control: 'AU-2', file: 'a.test.ts', test: 'is kept' },
  ])
  expect(controlTests('a.test.ts', `${tag}\nconst one = 1\n`)).toHaveLength(1)
})
