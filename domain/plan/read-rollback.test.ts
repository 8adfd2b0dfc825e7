import { describe, expect, it } from 'vitest'
import { planText } from './plan-text.ts'
import { readRollback } from './read-rollback.ts'

const read = (...lines: string[]) => readRollback(planText(lines.join('\n\n')))
const text = (...lines: string[]) => read(...lines)?.text ?? null
const paragraph =
  "Even though your feature has been tested and ready, production is still a different environment than staging. You'll need to create a rollback plan if things go wrong. Usually this is as simple as a feature toggle flip. Be as specific as possible."
const example =
  'Our PM and PO will monitor analytics and if they see a spike in errors or unexpected behavior they will contact the engineering team to get the FE engineer to disable the toggle.'

describe('the rollback text', () => {
  it("is the author's words without the template's", () => {
    expect(
      read('### Define the Rollback process', paragraph, '**Ben turns the toggle off.**'),
    ).toEqual({
      text: 'Ben turns the toggle off.',
      line: 5,
    })
  })

  it('keeps lists and headings of the author, and ends where another part begins', () => {
    const lines = ['## Rollback', '1. Ben turns it off.', '#### At night', '- Fern is called.']
    expect(text(...lines, '**Points of Contact**', 'Ben Castellano - Backend')).toBe(
      '1. Ben turns it off.\nAt night\n- Fern is called.',
    )
  })

  it.each([
    [
      'the template untouched',
      [
        '## Rollback',
        paragraph,
        `> Example\n>\n> - ${example}`,
        '[FILL_IN]: create your rollback plan',
      ],
    ],
    ['the example without its mark', ['## Rollback', example]],
    ['a declared sample', ['### Rollback (below is just a SAMPLE template)', 'Ben turns it off.']],
    ['a sample declared below', ['### Rollback', '**(Below is an example)**', 'Ben turns it off.']],
    ['a placeholder', ['## Rollback', 'TBD']],
    ['not applicable', ['## Rollback', 'N/A']],
    ['a record of one', ['We paused and rolled back on 1/3/24 because of a wrong date.']],
    ['hidden', ['<!--', '## Rollback', 'Ben turns it off.', '-->']],
  ])('is none where there is only %s', (_, lines) => {
    expect(text(...lines)).toBe(null)
  })

  it('counts an example with names put in as answered', () => {
    const own = example.replace('Our PM and PO', 'Our PM (Priya) and PO (Grace)')
    expect(text('## Rollback', `> Example\n>\n> - ${own}`)).toContain('Priya')
  })

  it('may stand in a line, in a heading, in a table, or in passing', () => {
    expect(text('- Rollback plan: Ben disables the toggle')).toBe('Ben disables the toggle')
    expect(text('### Rollback process: Ben turns it off')).toBe('Ben turns it off')
    expect(text('## Back-out plan', 'Ben turns it off.')).toBe('Ben turns it off.')
    expect(text('## Rollback', '| When | What |\n|-|-|\n| errors | off |')).toContain('errors')
    expect(text('## Notes', 'Calm. If errors spike, Ben turns the toggle off.')).toBe(
      'If errors spike, Ben turns the toggle off.',
    )
  })
})
