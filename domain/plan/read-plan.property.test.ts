import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlan } from './read-plan.ts'
import { reading } from './reading.ts'
import { sectionHashes } from './sections.ts'

/** How many documents are generated: PLAN_DOCUMENTS=100000 for the long run. */
const documents = Number(process.env.PLAN_DOCUMENTS ?? 400)
const hour = 3_600_000

const folder = join(import.meta.dirname, 'fixtures')
const plans = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
const varied = readdirSync(join(folder, 'variants'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(folder, 'variants', name), 'utf8'))
const lines = [...new Set([...plans, ...varied].flatMap((text) => text.split(/\r?\n/)))]

const noise = fc.constantFrom(
  '<!--',
  '-->',
  '```',
  '~~',
  '**',
  '__',
  '|',
  '> > >',
  '\t',
  '\u00A0',
  '\u202E',
  '•\t',
  '[FILL_IN]',
  '<script>alert(1)</script>',
  '<details>',
  '\uFEFF',
  '\uD800',
  '# ',
  '- [x] ',
  '1. ',
  '---',
  '%',
  '\r',
)
const line = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...lines) }, fc.string(), noise)
const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\n\n')
const document = fc
  .array(fc.tuple(line, lineEnd), { maxLength: 60 })
  .map((parts) => parts.flat().join(''))
const mutated = fc
  .tuple(
    fc.constantFrom(...plans, ...varied),
    fc.nat(),
    fc.nat({ max: 400 }),
    fc.oneof(noise, fc.string()),
  )
  .map(([text, at, length, word]) => {
    const from = at % (text.length + 1)
    return text.slice(0, from) + word + text.slice(from + length)
  })

describe('reading any text', () => {
  it('gives a reading of the promised form, with lines inside the text', { timeout: hour }, () => {
    fc.assert(
      fc.property(fc.oneof(document, mutated, fc.string()), (text) => {
        const read = reading.parse(readPlan(text))
        const count = text.split(/\r\n|\r|\n/).length
        const told = [...read.toggles, ...read.stages, ...read.contacts, ...read.validation]
        for (const one of [...told, ...read.findings, ...read.unanswered_items]) {
          expect(one.line).toBeLessThanOrEqual(count)
        }
        expect(read.unanswered).toBe(read.unanswered_items.length)
        expect(new Set(read.findings.map(({ id }) => id)).size).toBe(read.findings.length)
      }),
      { numRuns: documents },
    )
  })

  it('gives the same reading and the same hashes twice', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expect(readPlan(text)).toEqual(readPlan(text))
        expect(sectionHashes(text)).toEqual(sectionHashes(text))
      }),
      { numRuns: 50 },
    )
  })

  it('reads the same whatever ends the lines', () => {
    for (const text of plans) {
      const plain = text.replace(/\r\n/g, '\n')
      const read = readPlan(plain)
      expect(readPlan(plain.replace(/\n/g, '\r\n'))).toEqual(read)
      expect(readPlan(plain.replace(/\n/g, '\r'))).toEqual(read)
      expect(readPlan(`\uFEFF${plain}`)).toEqual(readPlan(` ${plain}`))
    }
  })
})

describe('documents beyond all reason', () => {
  it('of a megabyte are read, every repeated stage once', () => {
    const text = (plans[2] ?? '').repeat(800).slice(0, 1_000_000)
    expect(readPlan(text).stages).toHaveLength(3)
  })

  it('of ten thousand headings are read', () => {
    const headings = Array.from({ length: 10_000 }, (_, n) => `## Chapter ${n}\n\nWords.\n`).join(
      '\n',
    )
    expect(readPlan(`${headings}\n## Rollback\n\nTurn it off.\n`).rollback?.line).toBe(40_003)
  })

  it('with a table of five thousand rows are read', () => {
    const rows = Array.from({ length: 5000 }, (_, n) => `| flag_number_${n} | does ${n} |`).join(
      '\n',
    )
    expect(readPlan(`| Toggle name | Description |\n|-|-|\n${rows}\n`).toggles).toHaveLength(5000)
  })

  it('nested five hundred deep are read', () => {
    const lists = Array.from({ length: 500 }, (_, n) => `${'  '.repeat(n)}- item ${n}`).join('\n')
    const quotes = Array.from({ length: 500 }, (_, n) => `${'>'.repeat(n)} words`).join('\n')
    const text = `${lists}\n\n${quotes}\n\n## Rollback\n\nTurn it off.\n`
    expect(readPlan(text).rollback?.text).toBe('Turn it off.')
  })

  it.each([
    '[',
    '![',
    '**Stage A**\n',
    '**Primary POC**\nPriya Raman - PM\n',
    'Priya Raman, PM; ',
    '*',
    '_',
    '`',
    '<',
    '|',
    '>',
    '~~a ',
    '<!-- ',
    '[a](',
    '- ',
    '\\',
    '& ',
    'x% ',
  ])('that only repeat %s are read', (piece) => {
    expect(readPlan(piece.repeat(100_000 / piece.length)).toggles).toEqual([])
  })
})
