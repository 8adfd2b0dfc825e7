import { describe, expect, it } from 'vitest'
import { OFF } from '../toggle/state.ts'
import { readFeature, readFeatures } from './read-feature.ts'

const gate = (key: string, value: unknown) => ({ key, value })
const feature = (...gates: object[]) => ({ key: 'new_form', state: 'conditional', gates })
const stateOf = (json: unknown) => {
  const read = readFeature(json)
  return read && 'state' in read ? read.state : read
}

describe('a feature of a Flipper server', () => {
  it('is read from texts, with and without the names of its gates', () => {
    const read = readFeature(
      feature(
        { ...gate('boolean', null), name: 'boolean' },
        gate('expression', { Equal: [{ Property: 'plan' }, 'basic'] }),
        gate('actors', ['b', 'a']),
        gate('percentage_of_actors', '12.345'),
        gate('percentage_of_time', '0'),
        gate('groups', []),
      ),
    )
    expect(read).toEqual({
      key: 'new_form',
      expressions: true,
      state: {
        ...OFF,
        actors: ['a', 'b'],
        percentageOfActors: 12.345,
        percentageOfTime: 0,
        expression: { Equal: [{ Property: ['plan'] }, 'basic'] },
      },
    })
  })

  it('has no expressions where the gate is not there at all', () => {
    expect(readFeature(feature(gate('boolean', 'true')))).toMatchObject({
      expressions: false,
      state: { boolean: true, expression: null },
    })
  })

  it.each([
    ['12.3451', 12.346],
    ['12.345', 12.345],
    ['0.0001', 0.001],
    ['99.99999', 100],
  ])('with %s % of actors lets in as many as %s %', (there, here) => {
    expect(stateOf(feature(gate('percentage_of_actors', there)))).toMatchObject({
      percentageOfActors: here,
    })
  })

  it.each([
    ['a gate that is not known and is set', feature(gate('deny', ['x'])), /deny/],
    [
      'a percentage of more than all',
      feature(gate('percentage_of_time', '101')),
      /percentage_of_time/,
    ],
    ['an expression that is not known', feature(gate('expression', { Moon: [] })), /expression/],
    ['a key that cannot be one here', { key: 'a b', gates: [] }, /key/],
  ])('with %s is told and not guessed at', (_, json, why) => {
    expect(readFeature(json)).toMatchObject({ why: expect.stringMatching(why) })
  })

  it('with a gate that is not known and not set is read', () => {
    expect(stateOf(feature(gate('deny', [])))).toEqual(OFF)
  })

  it('is none where the answer is something else', () => {
    for (const json of [null, undefined, '<html>', { features: [] }, { key: 7, gates: [] }]) {
      expect(readFeature(json)).toBeNull()
    }
    expect(readFeatures({ flags: [] })).toBeNull()
  })

  it('stands in a list beside those that cannot be read', () => {
    const read = readFeatures({ features: [feature(), { key: 'a b', gates: [] }] })
    expect([...(read?.features.keys() ?? [])]).toEqual(['new_form'])
    expect(read?.unreadable.map(({ key }) => key)).toEqual(['a b'])
  })
})
