import { randomUUID } from 'node:crypto'
import { liftFreeze } from '../../freezes/lift-freeze.ts'
import { releaseLine } from '../../freezes/release-line.ts'
import { makeGuard } from '../../guards/make-guard.ts'
import { importPlan } from '../../plans/import-plan.ts'
import { createToggle } from '../../toggles/create-toggle.ts'
import { cast } from '../cast.ts'
import { type Model, newModel } from './model.ts'
import { documentOf, type Real } from './real.ts'

/** A release of its own among those of other runs: four toggles, a plan that names three, two guards. */
export async function newRelease(given: Pick<Real, 'seen'>): Promise<{ model: Model; real: Real }> {
  const model = newModel()
  const mark = randomUUID().slice(0, 8)
  const keys = {
    first: `first_${mark}`,
    second: `second_${mark}`,
    stray: `stray_${mark}`,
    wall: `wall_${mark}`,
  }
  const title = `Release Plan: Letters ${mark}`
  const description = 'A toggle of the model'
  await createToggle(cast.tomas(), { key: keys.stray, description })
  await createToggle(cast.tomas(), { key: keys.wall, description, offIsDangerous: true })
  const { result } = await importPlan(cast.priya(), {
    bytes: documentOf({ keys, title }, model.plan),
    register: [keys.first, keys.second],
  })
  const guard = { toggle: keys.first, environment: 'production', tool: 'generic' } as const
  const holds = await makeGuard(cast.tomas(), { ...guard, name: 'Errors', act: 'hold' })
  const lowers = await makeGuard(cast.tomas(), { ...guard, name: 'Latency', act: 'lower' })
  const guards = { holds: holds.result.id, lowers: lowers.result.id }
  return { model, real: { ...given, slug: result.slug, title, keys, guards } }
}

/** Ends what would outlast a release and stand over the next. */
export async function clearAway(model: Model): Promise<void> {
  for (const { id } of model.freezes) await liftFreeze(cast.grace(), id)
  await releaseLine(cast.priya())
}
