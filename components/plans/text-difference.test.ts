import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textLines } from '../../domain/plan/text-lines.ts'
import { lineChanges } from './line-changes.ts'
import { textDifference } from './text-difference.ts'

const text = fc
  .array(fc.constantFrom('# Plan', '- [ ] tick', '', 'Stage A'), { maxLength: 30 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''))

test('the changes of a text, applied to it, give the other', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const before = textLines(one)
      const after = lineChanges(before, textLines(other)).reduceRight<readonly string[]>(
        (lines, { start, end, lines: said }) => [
          ...lines.slice(0, start),
          ...said,
          ...lines.slice(end),
        ],
        before,
      )
      expect(after.join('')).toBe(other)
    }),
  )
})

test('a text that became another altogether is one change', () => {
  const before = Array.from({ length: 3000 }, (_, line) => `old ${line}`)
  const after = ['same', ...Array.from({ length: 3000 }, (_, line) => `new ${line}`)]
  expect(lineChanges(['same', ...before], after)).toEqual([
    { start: 1, end: 3001, lines: after.slice(1) },
  ])
})

test('what is shown counts the lines between changes and shows a few around them', () => {
  const lines = Array.from({ length: 20 }, (_, line) => `line ${line}`)
  const edited = lines.with(10, 'changed')
  expect(textDifference(lines.join('\n'), edited.join('\n'))).toEqual([
    { kind: 'gap', count: 7 },
    ...lines.slice(7, 10).map((line) => ({ kind: 'same', text: line })),
    { kind: 'removed', text: 'line 10' },
    { kind: 'added', text: 'changed' },
    ...lines.slice(11, 14).map((line) => ({ kind: 'same', text: line })),
    { kind: 'gap', count: 6 },
  ])
})

test('line ends alone are no difference to read', () => {
  expect(textDifference('a\r\nb\r\n', 'a\nb\n')).toEqual([])
})
