import { describe, expect, it } from 'vitest'
import type { Entity, EntryChange, Image } from './entry.ts'
import { actorsTold, type FieldChange, fieldChanges } from './field-changes.ts'
import type { Names } from './read-entry.ts'

const ADA = 'a'.repeat(64)
const BEN = 'b'.repeat(64)
const GONE = 'c'.repeat(64)
const TOGGLE = '0f0e2a52-0000-4000-8000-000000000001'
const names: Names = { [ADA]: 'ada@example.gov', [BEN]: 'ben@example.gov', [TOGGLE]: 'new_form' }

const off: Image = {
  toggle_id: TOGGLE,
  environment_id: '0f0e2a52-0000-4000-8000-000000000002',
  boolean: false,
  actors: [],
  groups: [],
  percentage_of_actors: null,
  percentage_of_time: null,
  expression: null,
}

function changes(before: Image | null, after: Image, entity: Entity = 'toggle_state') {
  const change: EntryChange = {
    entity,
    id: TOGGLE,
    version: before === null ? 1 : 2,
    before,
    after,
  }
  return fieldChanges(change, names).map(({ field, before, after }) => [field, before, after])
}

describe('the fields of a change', () => {
  it('tells only what differs, the gates in words', () => {
    expect(changes(off, { ...off, percentage_of_actors: 12.5, boolean: true })).toEqual([
      ['Open for everybody', 'no', 'yes'],
      ['Percentage of actors', 'not set', '12.5 %'],
    ])
    expect(changes({ ...off, percentage_of_time: 0 }, off)).toEqual([
      ['Percentage of time', '0 %', 'not set'],
    ])
    expect(changes(off, off)).toEqual([])
  })

  it('resolves named actors, erased ones by their digest', () => {
    expect(changes({ ...off, actors: [ADA] }, { ...off, actors: [ADA, BEN, GONE] })).toEqual([
      [
        'Named actors',
        'ada@example.gov',
        'ada@example.gov, an erased actor (cccccccc…) and ben@example.gov',
      ],
    ])
    expect(changes({ ...off, actors: [ADA] }, off)).toEqual([
      ['Named actors', 'ada@example.gov', 'none'],
    ])
  })

  it('tells a long list by its size and by what came and went', () => {
    const many = Array.from({ length: 40 }, (_, n) => `team-${n}`)
    const now = [...many.slice(1), 'late', 'later']
    expect(changes({ ...off, groups: many }, { ...off, groups: now })).toEqual([
      ['Groups', '40 in all', '41 in all; added late, later; removed team-0'],
    ])
    expect(changes({ ...off, groups: many }, off)).toEqual([
      [
        'Groups',
        '40 in all',
        '0 in all; removed team-0, team-1, team-2, team-3, team-4, team-5, team-6, team-7 and 32 more',
      ],
    ])
  })

  it('tells everything that is set in a new row', () => {
    expect(changes(null, { ...off, actors: [ADA], percentage_of_actors: 10 })).toEqual([
      ['Toggle', null, 'new_form'],
      ['Environment', null, '0f0e2a52…'],
      ['Named actors', null, 'ada@example.gov'],
      ['Percentage of actors', null, '10 %'],
    ])
    expect(changes(null, { ...off, actors: Array(9).fill(GONE) })[2]).toEqual([
      'Named actors',
      null,
      `9 in all: ${Array(8).fill('an erased actor (cccccccc…)').join(', ')} and 1 more`,
    ])
  })

  it('shows an expression as canonical JSON', () => {
    const expression = { Equal: [{ Property: ['plan'] }, 'pro'] }
    expect(changes(off, { ...off, expression })).toEqual([
      ['Expression', 'not set', '{"Equal":[{"Property":["plan"]},"pro"]}'],
    ])
  })

  it.each<[Entity, Image, string, string]>([
    ['plan_revision', { sha256: ADA }, 'Text (SHA-256)', 'aaaaaaaa…'],
    ['sign_off', { verdict: 'no_go' }, 'Verdict', 'no-go'],
    ['sign_off', { discipline: 'security_privacy' }, 'Discipline', 'Security and privacy'],
    [
      'sign_off',
      { section_hashes: { stages: ADA } },
      'Sections signed (SHA-256)',
      'stages aaaaaaaa…',
    ],
    ['membership', { role: 'program_manager' }, 'Role', 'program manager'],
    ['roll_call_prompt', { answer: 'not_applicable' }, 'Answer', 'not applicable'],
    ['override', { checks: ['launch_decision'] }, 'Checks passed over', 'launch decision'],
    [
      'freeze_window',
      { starts_at: '2026-12-23T00:00:00.000Z' },
      'From',
      '23 December 2026, 00:00 UTC',
    ],
    [
      'roll_call',
      {
        disciplines: [
          { discipline: 'qa', required: true },
          { discipline: 'content', required: false },
        ],
      },
      'Disciplines',
      'QA and Content (optional)',
    ],
    ['plan', { title: 'Launch: “Go”', revision: 3 }, 'Title', 'Launch: “Go”'],
  ])('puts %s %j into words', (entity, after, field, words) => {
    expect(changes(null, after, entity)[0]).toEqual([field, null, words])
  })

  it('names only the actors that it tells, however long the list', () => {
    const digests = Array.from({ length: 30 }, (_, n) => String(n).padStart(64, '0'))
    const told = (before: Image | null, after: Image) =>
      actorsTold({ entity: 'toggle_state', id: TOGGLE, version: 1, before, after })
    expect(told(null, { ...off, actors: digests })).toEqual(digests.slice(0, 8))
    expect(told({ ...off, actors: digests }, { ...off, actors: digests.slice(2) })).toEqual(
      digests.slice(0, 2),
    )
    expect(told({ ...off, actors: [ADA] }, { ...off, actors: [ADA, BEN] })).toEqual([ADA, ADA, BEN])
    expect(told(null, { slug: 'benefits-portal' })).toEqual([])
  })

  it('keeps the column beside the words', () => {
    const change: EntryChange = {
      entity: 'toggle_state',
      id: TOGGLE,
      version: 2,
      before: off,
      after: { ...off, boolean: true },
    }
    expect(fieldChanges(change, {})).toEqual<FieldChange[]>([
      { column: 'boolean', field: 'Open for everybody', before: 'no', after: 'yes' },
    ])
  })
})
