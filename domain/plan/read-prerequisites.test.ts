import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPrerequisites } from './read-prerequisites.ts'

const read = (text: string) =>
  readPrerequisites(text).map(({ toggle, wanted, of }) => [of, toggle, wanted])

describe('a prerequisite is', () => {
  test.each<[string, [string | null, string, string]]>([
    ['This rollout requires `address_form` to be on.', [null, 'address_form', 'on']],
    [
      '`claim_letters` requires `address_form` to be fully enabled',
      ['claim_letters', 'address_form', 'on'],
    ],
    [
      'It depends on the toggle `old_letters` being off in production.',
      [null, 'old_letters', 'off'],
    ],
    ['We need `old_letters` to be disabled first.', [null, 'old_letters', 'off']],
    ['`address_form` must be turned on before this one.', [null, 'address_form', 'on']],
    ['## Prerequisites\n\n- `address_form` is on', [null, 'address_form', 'on']],
    ['**Dependencies**\n\n| `old_letters` | off |', [null, 'old_letters', 'off']],
  ])('%s', (text, said) => {
    expect(read(text)).toEqual([said])
  })

  test('told once, with its line', () => {
    const twice =
      '# Plan\n\nRequires `address_form` to be on.\nIt requires `address_form` to be on.'
    expect(readPrerequisites(twice)).toMatchObject([{ line: 3 }])
  })
})

describe('nothing is read from', () => {
  test.each([
    'This requires `address_form`.',
    'It does not require `address_form` to be on.',
    'This needs `address_form` on the list of pages.',
    '<!-- requires `address_form` to be on -->',
    '```\nrequires `address_form` to be on\n```',
    'The rollout requires approval to be on file.',
    '- `address_form` is on',
    '## Prerequisites\n\n- Ask design\n- Content is off',
    '## Prerequisites\n\n## Stages\n\n- `address_form`: on',
  ])('%s', (text) => {
    expect(read(text)).toEqual([])
  })

  test('any of the plans that teams wrote, which name none', () => {
    const shared = new URL('../../../shared/release-plans/', import.meta.url)
    const folder = existsSync(shared) ? shared : new URL('./fixtures/', import.meta.url)
    const files = readdirSync(folder).filter((file) => /^\d.*\.md$/.test(file))
    expect(files.length).toBeGreaterThan(10)
    for (const file of files) {
      expect({ file, found: read(readFileSync(new URL(file, folder), 'utf8')) }).toEqual({
        file,
        found: [],
      })
    }
  })
})

test('any text is read without a fault, and soon', () => {
  const words = fc.constantFrom(
    'requires',
    '`address_form`',
    'to be',
    'on',
    'off',
    '\n',
    '#',
    '- ',
    '|',
    'not ',
    '**',
    ' ',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 300 }).map((all) => all.join(' ')),
      ),
      (text) => {
        for (const { toggle, wanted, line } of readPrerequisites(text)) {
          expect(text).toContain(toggle)
          expect(['on', 'off']).toContain(wanted)
          expect(line).toBeGreaterThan(0)
        }
      },
    ),
  )
})
