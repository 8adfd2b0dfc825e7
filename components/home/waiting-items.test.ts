import { describe, expect, test } from 'vitest'
import { overrideItems, planItems, rolloutItems, roundItems } from './waiting-items.ts'

const plan = { slug: 'intake-1', title: 'Intake form' }

describe('a roll call', () => {
  const round = {
    plan,
    number: 2,
    opened_at: '2026-03-03T14:02:11.000Z',
    needed_by: null,
    is_overdue: false,
    to_sign: [],
    to_record: [],
    missing: 3,
    may_decide: false,
  }

  test('asks for each thing that waits, on its own line', () => {
    const items = roundItems([
      {
        ...round,
        to_sign: [{ discipline: 'Product', is_stale: false }],
        to_record: ['Backend', 'QA'],
      },
    ])
    expect(items.map(({ act }) => act)).toEqual([
      'Say go or no-go for Product',
      'Hear 2 disciplines and record what they say',
    ])
    expect(items.every(({ href }) => href === '/plans/intake-1/roll-call')).toBe(true)
  })

  test('says why it asks again when the word went stale', () => {
    const [item] = roundItems([{ ...round, to_sign: [{ discipline: 'QA', is_stale: true }] }])
    expect(item).toMatchObject({
      status: 'stale',
      detail: 'roll call 2: the plan changed since you signed',
    })
  })

  test('says by when it is wanted, and that it is overdue', () => {
    const to_sign = [{ discipline: 'QA', is_stale: false }]
    const dated = { ...round, to_sign, needed_by: '2026-03-04T15:00:00.000Z' }
    expect(roundItems([dated])[0]?.detail).toBe('roll call 2; wanted by 4 March 2026, 15:00 UTC')
    expect(roundItems([{ ...dated, is_overdue: true }])[0]?.detail).toBe(
      'roll call 2; overdue since 4 March 2026, 15:00 UTC',
    )
  })

  test('is to be decided only when nothing is missing', () => {
    expect(roundItems([{ ...round, may_decide: true }])).toEqual([])
    expect(roundItems([{ ...round, may_decide: true, missing: 0 }])).toMatchObject([
      { act: 'Decide the launch', status: 'go' },
    ])
  })
})

describe('a rollout', () => {
  const rollout = {
    toggle: 'intake_form',
    environment: 'production',
    now: '5 % of actors',
    next: '25 % of actors',
    stage: { value: 25, label: 'Stage B: 25% of users' },
    plan,
    since: '2026-03-03T14:02:11.000Z',
    held_by: [],
    rolled_back: null,
  }

  test('that is ready stands before one that is held', () => {
    const held = { ...rollout, toggle: 'autosave', held_by: ['launch_decision'] }
    const items = rolloutItems([held, rollout])
    expect(items.map(({ about, word }) => [about, word])).toEqual([
      ['intake_form', 'Ready'],
      ['autosave', 'Held'],
    ])
    expect(items[0]).toMatchObject({
      act: 'Widen production to 25 %',
      detail: 'Stage B, at 5 % now',
      href: '/toggles/intake_form?propose=production%3A25#production',
    })
    expect(items[1]?.detail).toBe('Stage B, at 5 % now; held by launch decision')
  })

  test('that was rolled back is never shown as simply ready', () => {
    expect(rolloutItems([{ ...rollout, rolled_back: 'Errors rose' }])).toMatchObject([
      {
        status: 'waiting',
        word: 'Rolled back',
        detail: 'Stage B, at 5 % now; rolled back: “Errors rose”',
      },
    ])
  })
})

test('an override says who passed over what, and leads to its review', () => {
  const [item] = overrideItems([
    {
      id: '7',
      toggle: 'intake_form',
      environment: 'production',
      made_by: 'Tomás Ibarra',
      at: '2026-03-03T14:02:11.000Z',
      checks: ['staged_rollout', 'freeze'],
      reason: 'The old form is down',
      may_review: true,
      follow_up: null,
    },
  ])
  expect(item).toMatchObject({
    href: '/toggles/intake_form#override-7',
    act: 'Review the override in production',
    detail: 'Tomás Ibarra passed over staged rollout and freeze: “The old form is down”',
  })
})

describe('a plan', () => {
  const gap = {
    ...plan,
    unanswered: 0,
    findings: 0,
    ready_for_roll_call: false,
    no_longer_current: [],
  }

  test('asks for what it lacks', () => {
    const acts = planItems([
      { ...gap, unanswered: 1, findings: 2 },
      { ...gap, ready_for_roll_call: true },
      { ...gap, no_longer_current: ['Backend', 'QA'] },
    ]).map(({ act }) => act)
    expect(acts).toEqual([
      'Look at 2 findings and answer 1 prompt',
      'Call the roll',
      'Call the roll again',
    ])
  })
})
