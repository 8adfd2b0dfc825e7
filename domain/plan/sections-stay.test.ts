import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sectionHashes } from './sections.ts'

const folder = join(import.meta.dirname, 'fixtures')
const given = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')])

const word = fc.constantFrom(
  'turn',
  'the',
  'toggle',
  'off',
  'page',
  'Ben',
  'if',
  '5%',
  'errors',
  'rise',
)
const sentence = fc
  .array(word, { minLength: 2, maxLength: 8 })
  .map((words) => `Then ${words.join(' ')}.`)
const items = fc.uniqueArray(sentence, { minLength: 2, maxLength: 5 })

interface Written {
  readonly toggles: readonly string[]
  readonly validation: readonly string[]
  readonly rollback: readonly string[]
  readonly contacts: readonly string[]
}

const written: fc.Arbitrary<Written> = fc.record({
  toggles: fc.uniqueArray(fc.constantFrom('permit_one', 'permit_two', 'permit_three'), {
    minLength: 2,
  }),
  validation: items,
  rollback: items,
  contacts: fc.uniqueArray(fc.constantFrom('Priya Raman', 'Ben Castellano', 'Fern Lindqvist')),
})

/** A plan of these words; `bullet` and `heading` are how the same is set. */
function plan(
  { toggles, validation, rollback, contacts }: Written,
  { bullet = '-', rollbackHeading = '## Rollback', result = '61' } = {},
): string {
  return `# Permit Release Plan

## Step 1: Development

| Toggle name | Description |
| ----------- | ----------- |
${toggles.map((key) => `| ${key} | Opens ${key} |`).join('\n')}

## Step 2: Validation

${validation.map((one) => `- [ ] ${one}`).join('\n')}

${rollbackHeading}

${rollback.map((one) => `${bullet} ${one}`).join('\n')}

### Stage A: 5% of users

#### Planning

- Length of time: 2 days

#### Results

- Number of unique users: ${result}

## Points of Contact

${contacts.map((name) => `- ${name} - Backend`).join('\n')}
`
}

/** What changes how a text is set and not what it says. */
const settings: readonly [string, (text: string) => string][] = [
  ['line ends', (text) => text.replace(/\r?\n/g, '\r\n')],
  ['white space at the ends of lines', (text) => text.replace(/([^\s])\n/g, '$1 \n')],
  ['more empty lines', (text) => text.replace(/\n\n/g, '\n\n\n')],
  ['curly quotes', (text) => text.replace(/(\w)'(\w)/g, '$1’$2')],
  [
    'underscores for strong words',
    (text) => text.replace(/\*\*([A-Za-z ]+)\*\*(?=\s|$)/gm, '__$1__'),
  ],
  ['a comment at its end', (text) => `${text}\n\n<!-- checked by nobody -->\n`],
]

describe('the hashes of a plan of ours', () => {
  test.each(settings)('stay with %s', (_, set) => {
    fc.assert(
      fc.property(written, (words) => {
        expect(sectionHashes(set(plan(words)))).toEqual(sectionHashes(plan(words)))
      }),
      { numRuns: 40 },
    )
  })

  test('stay when text is moved within its section, and lists and headings are set otherwise', () => {
    fc.assert(
      fc.property(written, fc.constantFrom('*', '+', '1.'), (words, bullet) => {
        const moved = {
          ...words,
          toggles: words.toggles.toReversed(),
          validation: words.validation.toReversed(),
          rollback: words.rollback.toReversed(),
        }
        const rollbackHeading = '### **Define the rollback process:**'
        expect(sectionHashes(plan(moved, { bullet, rollbackHeading }))).toEqual(
          sectionHashes(plan(words)),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('stay with other contacts and another result', () => {
    fc.assert(
      fc.property(written, fc.nat(9999), (words, users) => {
        const others = { ...words, contacts: [...words.contacts, 'Ike Sorensen'] }
        expect(sectionHashes(plan(others, { result: String(users) }))).toEqual(
          sectionHashes(plan(words)),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('change in the one section whose words change', () => {
    fc.assert(
      fc.property(
        written,
        fc.constantFrom('validation' as const, 'rollback' as const),
        (words, section) => {
          const edited = { ...words, [section]: [...words[section], 'Then tell Quentin Marsh.'] }
          const [before, after] = [sectionHashes(plan(words)), sectionHashes(plan(edited))]
          expect(after).toEqual({ ...before, [section]: after[section] })
          expect(after[section]).not.toBe(before[section])
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe.each(given)('the hashes of %s', (_, text) => {
  test.each(settings)('stay with %s', (_name, set) => {
    expect(sectionHashes(set(text))).toEqual(sectionHashes(text))
  })
})
