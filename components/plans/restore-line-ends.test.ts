import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asTextArea } from '../../domain/plan/text-lines.ts'
import { restoreLineEnds } from './restore-line-ends.ts'

test('a text that was not edited comes back byte for byte, whatever its line ends', () => {
  const line = fc.stringMatching(/^[a-z #*]{0,6}$/)
  const end = fc.constantFrom('\n', '\r\n', '\r')
  fc.assert(
    fc.property(fc.array(fc.tuple(line, end)), line, (lines, last) => {
      const text = lines.map((pair) => pair.join('')).join('') + last
      expect(restoreLineEnds(text, asTextArea(text))).toBe(text)
    }),
  )
})

test('lines between two edits keep the line ends that they had', () => {
  expect(restoreLineEnds('a\r\nb\nc\rd\r\ne\r\n', 'A\nb\nc\nd\nE\n')).toBe('A\r\nb\nc\rd\r\nE\r\n')
})

test('what is written into a text with line feeds alone stays as it is', () => {
  expect(restoreLineEnds('a\nb\n', 'a\nnew\nb')).toBe('a\nnew\nb')
})
