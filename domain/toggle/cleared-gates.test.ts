import { expect, test } from 'vitest'
import { clearedGates } from './cleared-gates.ts'
import { applyPatch, OFF, type StatePatch } from './state.ts'

const open = {
  ...OFF,
  actors: ['veteran-1'],
  groups: ['testers'],
  percentageOfActors: 25,
  percentageOfTime: 0,
  expression: { Property: ['beta'] },
}

test.each<[string, StatePatch, string[]]>([
  ['full enable', { boolean: true }, ['actors', 'groups', 'percentage_of_actors', 'expression']],
  ['disable', { boolean: false }, ['actors', 'groups', 'percentage_of_actors', 'expression']],
  [
    'a boolean beside a gate of its own',
    { boolean: false, actors: ['x'], groups: [] },
    ['percentage_of_actors', 'expression'],
  ],
  ['a gate alone', { percentage_of_actors: null }, []],
])('%s clears what it does not name', (_, patch, cleared) => {
  expect(clearedGates(open, patch)).toEqual(cleared)
  const after = applyPatch(open, patch)
  if (cleared.includes('actors')) expect(after.actors).toEqual([])
  expect(clearedGates(OFF, patch)).toEqual([])
})
