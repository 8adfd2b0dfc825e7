import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepLineEnds } from './keep-line-ends.ts'

const asTextArea = (text: string) => text.replace(/\r\n|\r/g, '\n')

test('a text that was not edited comes back byte for byte, whatever its line ends', () => {
  const line = fc.stringMatching(/^[a-z #*]{0,6}$/)
  const end = fc.constantFrom('\n', '\r\n', '\r')
  fc.assert(
    fc.property(fc.array(fc.tuple(line, end)), line, (lines, last) => {
      const text = lines.map((pair) => pair.join('')).join('') + last
      // A lone carriage return before a line feed would be one line end, in a text area too.
      fc.pre(!/\r$/.test(text.replace(/\r\n/g, '')) || !text.includes('\r\n'))
      expect(keepLineEnds(text, asTextArea(text))).toBe(text)
    }),
  )
})

test('only the edited line takes a new end, the one the document uses most', () => {
  expect(keepLineEnds('a\r\nb\nc\r\n', 'a\nB\nc\n')).toBe('a\r\nB\r\nc\r\n')
  expect(keepLineEnds('a\nb\r\nc\n', 'a\nnew\nb\nc\n')).toBe('a\nnew\nb\r\nc\n')
})

test('removing the last line end is kept', () => {
  expect(keepLineEnds('a\r\nb\r\n', 'a\nb')).toBe('a\r\nb')
})
