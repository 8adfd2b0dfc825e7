import { describe, expect, it } from 'vitest'
import { describe as sentenceOf } from './describe.ts'
import type { EntryActor, Fact, FactType } from './entry.ts'
import type { ReadEntry } from './read-entry.ts'
import { inProduction, inRound, KEY, NAMES, PLAN, type Told } from './testing/told.ts'
import { TOLD } from './testing/told-entries.ts'

const tomas: EntryActor = {
  kind: 'person',
  id: '0f0e2a52-0000-4000-8000-000000000009',
  roles: ['tech_lead'],
  token: null,
  authenticated_at: null,
}

function entryOf(type: FactType, told: Told & { readonly data: object }): ReadEntry {
  const fact = { type, target: told.target ?? {}, data: told.data } as Fact
  return {
    seq: 42,
    sealed_at: '2026-11-23T09:00:00.000000Z',
    payload: {
      v: 1,
      id: '0f0e2a52-0000-4000-8000-000000000005',
      request_id: '0f0e2a52-0000-4000-8000-000000000006',
      via: 'page',
      outcome: type === 'attempt.refused' ? 'denied' : 'allowed',
      actor: tomas,
      changes: told.changes ?? [],
      ...fact,
      texts: {},
    },
    actor_name: 'Tomás Ibarra',
    texts: told.texts ?? {},
    names: NAMES,
    launched_at: '2026-11-22T18:00:00.000Z',
  }
}

function isFactType(word: string): word is FactType {
  return word in TOLD
}

describe('an entry as one sentence', () => {
  for (const [type, told] of Object.entries(TOLD)) {
    it(`tells ${type}`, () => {
      if (!isFactType(type)) throw new Error(`${type} is no kind of entry`)
      expect(sentenceOf(entryOf(type, told))).toBe(told.sentence)
    })
  }

  it('says that a service account or Rollcall itself did it', () => {
    const entry = entryOf('toggle.archived', TOLD['toggle.archived'])
    const by = (kind: EntryActor['kind'], actor_name: string): string =>
      sentenceOf({
        ...entry,
        actor_name,
        payload: { ...entry.payload, actor: { ...entry.payload.actor, kind } },
      })
    expect(by('service', 'deploys')).toBe(`The service account deploys archived ${KEY}.`)
    expect(by('system', 'Rollcall')).toBe(`Rollcall archived ${KEY}.`)
  })

  it('leaves out the day of a launch decision that is not known', () => {
    const entry = entryOf('toggle.widened', TOLD['toggle.widened'])
    expect(sentenceOf({ ...entry, launched_at: null })).toBe(
      `Tomás Ibarra widened ${KEY} in production from 10 % to 25 %, on the launch decision of roll call 1.`,
    )
  })

  it('still reads when a name was erased', () => {
    const recorded = entryOf('sign_off.recorded', TOLD['sign_off.recorded'])
    expect(sentenceOf({ ...recorded, texts: { given_by: null } })).toContain('a contact said go')
    const added = entryOf('person.added', TOLD['person.added'])
    expect(sentenceOf({ ...added, names: {} })).toBe(
      'Tomás Ibarra added person 0f0e2a52… to the people.',
    )
  })

  it.each([
    ['widen production to 10 %', inProduction, ` for ${KEY}`],
    [`widen ${KEY} to 10 %`, inProduction, ' in production'],
    [`widen ${KEY} in production to 10 %`, inProduction, ''],
    ['decide the roll call', inRound, ` for ${PLAN}`],
    [`open a roll call of ${PLAN}`, inRound, ''],
    ['make a token', {}, ''],
  ])('says once what was meant by "%s"', (tried, target, added) => {
    const data = { tried, refusal: 'forbidden', checks: [] }
    expect(sentenceOf(entryOf('attempt.refused', { target, data, sentence: '' }))).toBe(
      `Tomás Ibarra tried to ${tried}${added} and was refused: not allowed.`,
    )
  })

  it('names the type of an entry that it cannot put into words, and does not fail', () => {
    const entry = entryOf('session.ended', TOLD['session.ended'])
    const newer: ReadEntry = JSON.parse(
      JSON.stringify({ ...entry, payload: { ...entry.payload, type: 'toggle.painted' } }),
    )
    expect(sentenceOf(newer)).toBe('Tomás Ibarra wrote an entry of the type toggle.painted.')
    const broken: ReadEntry = JSON.parse(
      JSON.stringify({
        ...entry,
        payload: { ...entry.payload, type: 'toggle.widened', data: null },
      }),
    )
    expect(sentenceOf(broken)).toBe('Tomás Ibarra wrote an entry of the type toggle.widened.')
  })
})
