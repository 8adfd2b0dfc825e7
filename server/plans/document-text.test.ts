import { expect, test } from 'vitest'
import { documentText } from './document-text.ts'
import { bytesOf } from './testing/documents.ts'

test.each([
  ['an empty file', new Uint8Array(), 'is empty'],
  ['a blank file', bytesOf(' \n\t\r\n'), 'is blank'],
  ['a byte order mark alone', bytesOf('\uFEFF'), 'is blank'],
  ['a binary file', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'is a binary file'],
  ['control characters', bytesOf('\u0001\u0002\u0003plan'), 'is a binary file'],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x23, 0x00]), 'is UTF-16'],
  ['half a character', new Uint8Array([...bytesOf('# Plan\nfine\n'), 0xc3, 0x28]), 'on line 3'],
  ['a surrogate', new Uint8Array([0xed, 0xa0, 0x80]), 'on line 1'],
])('%s is no document', (_, bytes, message) => {
  expect(() => documentText(bytes)).toThrow(message)
})

test.each([
  ['a byte order mark and old line ends', '\uFEFF# Plan\r\rtext'],
  ['no heading', 'just words'],
  ['any script', 'תוכנית שחרור — 申請 👩🏽‍🚀'],
  ['a stray control character', `${'words '.repeat(100)}\u001B`],
])('a text with %s is the same text', (_, text) => {
  expect(documentText(bytesOf(text))).toBe(text)
})
