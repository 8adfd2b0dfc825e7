import { describe, expect, it } from 'vitest'
import { readPlan } from '../read-plan.ts'

const found = (text: string) => readPlan(text).findings.map(({ code, line }) => [code, line])
const message = (text: string) => readPlan(text).findings[0]?.message ?? ''
const stages = (...shares: number[]) =>
  shares.map((share, n) => `### Stage ${'ABCDE'[n]}: ${share}% of users\n`).join('\n')

describe('percentages', () => {
  it('that clash in name and body are told with both, the line and what to do', () => {
    const text = `${stages(25, 50)}### Stage C: 100% of users\n- Percentage of Users: 75%\n`
    expect(found(text)).toEqual([['percentages_contradict', 5]])
    expect(message(text)).toBe(
      '“Stage C: 100% of users” says 100 % in its name and 75 % below it. The rest of the plan fits 100 %. Correct the one that is wrong.',
    )
  })

  it('that clash with the overview of the same step are told', () => {
    const text = `| Phase | Users |\n|-|-|\n| Phase 1 | 10% |\n| Phase 2 | 100% |\n\n### Phase 1: first\n- Percentage of users: 5%\n### Phase 2: rest\n- Percentage of users: 100%\n`
    expect(found(text)).toEqual([['percentages_contradict', 3]])
  })

  it('that fall are told, a second rollout after the first is fine', () => {
    expect(found(stages(25, 10, 100))).toEqual([['stages_go_backwards', 3]])
    expect(found(stages(0, 25, 100))).toEqual([])
    expect(found(stages(50, 100, 25, 50, 100))).toEqual([])
  })
})

describe('dates', () => {
  const dated = (...dates: string[]) =>
    dates
      .map((date, n) => `### Stage ${'ABC'[n]}: ${(n + 1) * 30}% of users\n- Dates: ${date}\n`)
      .join('\n')

  it.each([
    [['3/9/2026', '3/2/2026'], 'dates_out_of_order'],
    [['March 17, 2026', 'March 19, 2025'], 'date_in_wrong_year'],
    [['12/29', '12/22'], 'dates_out_of_order'],
  ])('that run backwards are told: %j', (dates, code) => {
    expect(found(dated(...dates))).toEqual([[code, 4]])
  })

  it.each([
    [['3/2/2026 - 3/9/2026', '3/9/2026']],
    [['12/22', '1/5']],
    [['March', 'February 3']],
    [['Dec 29 - Jan 9, 2026', '1/12/2026']],
    [['TBD', '3/2/2026']],
    [['August 2-24', 'August 13, 2026']],
  ])('that may be right are left alone: %j', (dates) => {
    expect(found(dated(...dates))).toEqual([])
  })

  it('of going live before the rollout, and spans that end before they begin, are told', () => {
    const launch =
      '## Staged Rollout\n- Desired date range:\n  - 06/15/26 - 07/15/26\n## Go Live!\n- Desired date: 06/15/25\n'
    expect(found(launch)).toEqual([['date_in_wrong_year', 5]])
    expect(found('- Desired date range: 12/20/25 - 01/09/25')).toEqual([['date_in_wrong_year', 1]])
  })

  it('in a table of phases are told at the first that is off', () => {
    const text =
      '| Phase | Dates |\n|-|-|\n| Staging tests | March 10-14, 2026 |\n| 5% of users | March 17, 2025 |\n| 100% of users | March 24, 2025 |\n'
    expect(found(text)).toEqual([['date_in_wrong_year', 4]])
  })
})

describe('toggles', () => {
  const about =
    '## Overview\n\nResidents renew a parking permit from the dashboard. The card shows the street, the plate and the fee, and the letter goes out on the same day. People with a permit for carers keep their rebate. The desk sees the same page and can correct a plate that was typed wrong. We expect fewer calls, because the fee is shown before people pay, and fewer visits, because the letter is no longer needed at the gate.\n'
  const table = (key: string) =>
    `\n## Toggles\n\n| Toggle name | Use |\n|-|-|\n| ${key} | shows it |\n`

  it('that share no word with the plan are told', () => {
    expect(found(`# Release Plan: Permit Renewal\n\n${about}${table('swimming_pool_v2')}`)).toEqual(
      [['toggle_of_another_product', 11]],
    )
  })

  it.each([
    ['named like the plan', `# Release Plan: Permit Renewal\n\n${about}${table('permits_v2')}`],
    ['named by initials', `# Release Plan: Permit Renewal\n\n${about}${table('pr_new_form')}`],
    [
      'spoken of again',
      `# Release Plan: Permit Renewal\n\n${about}${table('swimming_pool_v2')}\nTurn swimming_pool_v2 on.\n`,
    ],
    [
      'of a plan that says too little',
      `# Release Plan: Permit Renewal\n${table('swimming_pool_v2')}`,
    ],
    ['of a plan without a name', `${about}${table('swimming_pool_v2')}`],
  ])('%s are left alone', (_, text) => {
    expect(found(text)).toEqual([])
  })

  it('listed twice in one table are told', () => {
    const rows =
      '| Toggle name | Use |\n|-|-|\n| permit_a | x |\n| permit_b | y |\n| permitA | z |\n'
    expect(found(rows)).toEqual([['duplicate_toggle', 5]])
    expect(found('Enable `permit_a`.\n\n| Toggle name |\n|-|\n| permit_a |\n')).toEqual([])
  })
})

describe('decisions', () => {
  const sheet = (decision: string, answer: string) =>
    `# Permits Go / No Go\n\n## Decision: ${decision}\n\nBen: is it tested by hand?\n- ${answer}\n`

  it('to go with prompts unanswered are told with their lines', () => {
    expect(found(sheet('Launch', 'yes/no - any notes'))).toEqual([
      ['go_with_unanswered_prompts', 3],
    ])
    expect(message(sheet('Launch', ''))).toContain('1 of 1 prompts have no answer (line 5)')
  })

  it('that rest on answers, or do not go, are left alone', () => {
    expect(found(sheet('Launch', 'Yes'))).toEqual([])
    expect(found(sheet('Pause', ''))).toEqual([])
  })

  it('against staging are told where stages are planned all the same', () => {
    expect(found(`### Do I need a staged rollout?\nNo\n${stages(25, 100)}`)).toEqual([
      ['staging_declined_with_stages', 1],
    ])
    expect(found(`### Do I need a staged rollout?\nNo\n${stages(100)}`)).toEqual([])
    expect(found(`### Do I need a staged rollout?\nYes\n${stages(25, 100)}`)).toEqual([])
  })
})

describe('comments', () => {
  it('that hold a plan are told, those for tools are not', () => {
    expect(
      found('# Plan\n\n<!---\n## Rollback\n\nBen turns it off at once, then calls.\n--->\n'),
    ).toEqual([['hidden_in_comment', 3]])
    expect(
      found('<!-- markdownlint-disable MD024 MD033 MD041 no duplicate headings -->\n'),
    ).toEqual([])
    expect(found('<!-- see below -->\n')).toEqual([])
    expect(found('`<!-- this is shown as code to the reader -->`\n')).toEqual([])
  })
})

describe('contacts', () => {
  it('with a role that nobody knows are told', () => {
    expect(found('## Contacts\n\nPriya Raman - Moon Whisperer\n')).toEqual([['unknown_role', 3]])
    expect(found('## Contacts\n\nPriya Raman - Program Manager\n')).toEqual([])
  })
})

describe('the id of a finding', () => {
  it('stays when lines move, and tells findings apart', () => {
    const text = '## Contacts\n\nPriya Raman - Moon Whisperer\n\nBen Castellano - Cloud Herder\n'
    const ids = readPlan(text).findings.map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
    expect(readPlan(`# Permit plan\n\n\n${text}`).findings.map(({ id }) => id)).toEqual(ids)
  })
})
