import { describe, expect, it } from 'vitest'
import { planText } from './plan-text.ts'
import { readContacts } from './read-contacts.ts'

const read = (text: string) =>
  readContacts(planText(text)).map(({ name, role, tier }) => [name, role, tier])

describe('the contacts of a plan', () => {
  it('are those of a points-of-contact block, primary and backup', () => {
    const text = `## Rollback
Ben turns it off.

**Points of Contact**

**Primary POC's**

Grace Okafor - Government Lead

**Back Up POC's**

Tomás Ibarra - Technical Lead

Ben Castellano - Backend
`
    expect(readContacts(planText(text))).toEqual([
      { name: 'Grace Okafor', role: 'Government Lead', tier: 'primary', line: 8 },
      { name: 'Tomás Ibarra', role: 'Technical Lead', tier: 'backup', line: 12 },
      { name: 'Ben Castellano', role: 'Backend', tier: 'backup', line: 14 },
    ])
  })

  it('are those of a responsibilities block, groups left out', () => {
    const text = `## Responsibilities
- **Engineering (Ben, Fern):** keep the alerts
- **Product (Priya):** decide
- **Entire Team:** answer
`
    expect(read(text)).toEqual([
      ['Ben', 'Engineering', null],
      ['Fern', 'Engineering', null],
      ['Priya', 'Product', null],
    ])
  })

  it.each([
    'Priya Raman - Program Manager',
    '- Program Manager: Priya Raman',
    '* Priya Raman, Program Manager',
    '- Priya Raman (Program Manager)',
    '1. Priya Raman – Program Manager – priya@example.gov',
    '| Name | Role | E-mail |\n|-|-|-|\n| Priya Raman | Program Manager | p@example.gov |',
    '- **Priya Raman** - Program Manager: decides when to go on',
  ])('are read from %s', (line) => {
    expect(read(`## Contacts\n\n${line}\n`)).toEqual([['Priya Raman', 'Program Manager', null]])
  })

  it('may have primary and backup as columns, in brackets, as labels, or as headings', () => {
    const both = [
      ['Priya Raman', 'Program Manager', 'primary'],
      ['Alma Reyes', 'Administrator', 'backup'],
    ]
    expect(
      read(
        '## POCs\n|Primary|Back up|\n|-|-|\n|Priya Raman - Program Manager|Alma Reyes - Administrator|',
      ),
    ).toEqual(both)
    expect(
      read(
        '## POCs\n- Priya Raman (primary) - Program Manager\n- Alma Reyes (backup) - Administrator',
      ),
    ).toEqual(both)
    expect(
      read('Primary POC: Priya Raman - Program Manager\n\nBack up POC: Alma Reyes - Administrator'),
    ).toEqual(both)
    expect(
      read(
        '## Contacts\n### Primary\n- Priya Raman - Program Manager\n### Secondary\n- Alma Reyes - Administrator',
      ),
    ).toEqual(both)
  })

  it.each([
    ['people named in passing', 'Who is monitoring the dashboard(s)?: Backend (Ben Castellano)'],
    ['placeholders', '## Points of Contact\n- Program Manager: [FILL_IN]\n- QA: TBD'],
    ['sentences', '## Responsibilities\n- The team keeps watch.\n- Engineering fixes what breaks.'],
    ['the contact center', '## Contact Center\nPriya Raman - Program Manager'],
  ])('are not %s', (_, text) => {
    expect(read(text)).toEqual([])
  })
})
