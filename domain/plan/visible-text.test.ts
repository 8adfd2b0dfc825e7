import { describe, expect, it } from 'vitest'
import { visibleText } from './visible-text.ts'

const visible = (text: string) => visibleText(text).visible

describe('what a reader of the page sees', () => {
  it('leaves out comments, keeping every offset and line', () => {
    const text = 'a <!-- b\nc --> d\n<!--- e --->f\n'
    expect(visible(text)).toBe(`a ${' '.repeat(6)}\n${' '.repeat(5)} d\n${' '.repeat(12)}f\n`)
    expect(visibleText(text).hidden.map(({ from, to }) => text.slice(from, to))).toEqual([
      '<!-- b\nc -->',
      '<!--- e --->',
    ])
  })

  it('ends at a comment that is never closed, as a browser does, but not inside a line', () => {
    expect(visible('a\n<!-- b\nc').trim()).toBe('a')
    expect(visible('a <!-- b\nc')).toBe('a <!-- b\nc')
  })

  it.each(['```\n<!-- code -->\n```', '`<!-- code -->`'])('shows a comment in code: %j', (text) => {
    expect(visible(text)).toBe(text)
  })

  it.each(['~~gone~~', '~gone~', '<del>gone</del>', '<s>gone</s>'])('leaves out %s', (struck) => {
    expect(visible(`a ${struck} b`)).toBe(`a ${' '.repeat(struck.length)} b`)
  })

  it.each(['~500 users, at most ~10%', 'about ~30', '~~~\ncode\n~~~'])('keeps %j', (text) => {
    expect(visible(text)).toBe(text)
  })

  it('leaves out a byte order mark and front matter, never a rule', () => {
    expect(visible('\uFEFF# Plan')).toBe(' # Plan')
    expect(visible('---\ntitle: x\n\n---\n# Plan').trim()).toBe('# Plan')
    expect(visible('---\n\nWords: they stay\n\n---\n')).toBe('---\n\nWords: they stay\n\n---\n')
  })
})
