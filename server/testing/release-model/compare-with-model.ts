import { expect } from 'vitest'
import { db } from '../../db.ts'
import { GATE_COLUMNS, stateOfColumns } from '../../toggles/state-row.ts'
import { written } from './gates.ts'
import type { Model } from './model.ts'
import type { Real } from './real.ts'

/** Holds what the database says of a release to what the model says. */
export async function compareWithModel(model: Model, real: Real, after: string): Promise<void> {
  const names = new Map(Object.entries(real.keys).map(([name, key]) => [key, name]))
  const rows = await db().toggleState.findMany({
    where: { toggle: { key: { in: [...names.keys()] } } },
    select: {
      ...GATE_COLUMNS,
      version: true,
      toggle: { select: { key: true, archived: true } },
      environment: { select: { key: true } },
    },
  })
  const places = rows.map((row) => {
    const name = names.get(row.toggle.key)
    return [
      `${name} in ${row.environment.key}`,
      { state: written(stateOfColumns(row)), version: row.version },
    ] as const
  })
  const expected = [...model.places].map(([name, { states }]) => {
    const state = states.at(-1)
    return [name, { state: state && written(state), version: states.length }] as const
  })
  expect(Object.fromEntries(places), after).toEqual(Object.fromEntries(expected))
  const archived = rows.filter((row) => row.toggle.archived).map((row) => names.get(row.toggle.key))
  expect(new Set(archived), after).toEqual(model.archived)
  expect(await runsOf(real), after).toEqual(runsOfModel(model))
  expect(await openOverrides(real), after).toBe(model.overrides.length)
}

async function runsOf(real: Real): Promise<string[]> {
  const rows = await db().stageRun.findMany({
    where: { plan: { slug: real.slug }, state: { not: 'rolled_back' } },
    select: { percentage: true, toggle: { select: { key: true } } },
  })
  const name = (key: string | undefined) =>
    Object.entries(real.keys).find(([, known]) => known === key)?.[0]
  return rows.map((row) => `${name(row.toggle?.key)} at ${row.percentage?.toNumber()}`).sort()
}

function runsOfModel(model: Model): string[] {
  return [...model.places]
    .flatMap(([place, { runs }]) => [...runs].map((run) => `${place.split(' ')[0]} at ${run}`))
    .sort()
}

function openOverrides(real: Real): Promise<number> {
  return db().override.count({
    where: {
      OR: [{ verdict: null }, { verdict: 'needs_follow_up' }],
      toggleState: { toggle: { key: { in: Object.values(real.keys) } } },
    },
  })
}
