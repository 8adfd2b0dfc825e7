import type { Actor } from '../../domain/actor.ts'
import { type ImportStep, importSteps } from '../../domain/migration/import-steps.ts'
import { readFlipperExport } from '../../domain/migration/read-flipper-export.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { db } from '../db.ts'
import { teamOf } from '../teams/team-of.ts'
import { type NewToggle, registerToggles } from '../toggles/create-toggle.ts'
import type { Entry } from '../write-entry.ts'
import { describeToggle } from './describe-toggle.ts'
import { knownToggles } from './known-toggles.ts'
import { readFeaturesYml } from './read-features-yml.ts'
import { takeState } from './take-state.ts'

/** A file of another tool to bring in. */
export interface ImportToggles {
  readonly format: 'flipper_export' | 'features_yml'
  readonly content: string
  /** The environment that an export's gates are for. */
  readonly environment: string
  readonly reason: string
  /** Names what passes over failed checks in a protected environment. */
  readonly override?: { readonly reason: string } | undefined
}

/** What an import did, or would do. */
export interface Imported {
  readonly steps: readonly Pick<ImportStep, 'key' | 'does' | 'changes'>[]
}

/**
 * What an import would do, changing nothing.
 *
 * @throws Refused `forbidden`, `invalid`, `not_found` for an unknown environment.
 */
export async function previewImport(actor: Actor, input: ImportToggles): Promise<Imported> {
  if (!may(actor, 'toggle.register')) {
    throw new Refused({ code: 'forbidden', action: 'toggle.register' })
  }
  const incoming = incomingOf(input)
  const known = await knownToggles(db(), incoming, input.environment)
  return { steps: importSteps(incoming, known).map(shown) }
}

/**
 * Brings another tool's toggles in: registers what is new, changes what differs, leaves the rest and
 * removes nothing, all in one transaction. A state that widens in a protected environment meets the
 * same checks as any flip.
 *
 * @throws Refused as the flips do, and `forbidden`, `invalid`, `not_found`.
 */
export async function importToggles(actor: Actor, input: ImportToggles): Promise<Done<Imported>> {
  const incoming = incomingOf(input)
  const attempt = {
    tried: `import ${incoming.length} toggles`,
    target: { environment: input.environment },
  }
  return change(actor, attempt, async (tx) => {
    const { id: teamId } = await teamOf(tx, actor)
    if (!may(actor, 'toggle.register', teamId)) {
      throw new Refused({ code: 'forbidden', action: 'toggle.register' })
    }
    const steps = importSteps(incoming, await knownToggles(tx, incoming, input.environment))
    const created = steps.filter(({ does }) => does === 'create')
    const [flipped, plain] = [true, false].map((isFlipped) =>
      created.filter(({ changes }) => changes.length > 0 === isFlipped).map(newToggle),
    )
    const entries: Entry[] = [
      ...(await registerToggles(tx, plain ?? [], teamId)),
      ...(await registerToggles(tx, flipped ?? [], teamId, input.environment)),
    ]
    for (const { does, incoming: toggle } of steps.filter(({ changes }) => changes.length > 0)) {
      const isNew = does === 'create'
      if (!isNew) entries.push(...(await describeToggle(tx, toggle)))
      entries.push(...(await takeState(tx, actor, toggle, isNew, input)))
    }
    const [first, ...rest] = entries
    return {
      result: { steps: steps.map(shown) },
      entries: first ? [first, ...rest] : 'unchanged',
    }
  })
}

function shown({ key, does, changes }: ImportStep) {
  return { key, does, changes }
}

function incomingOf({ format, content }: ImportToggles) {
  const read = format === 'flipper_export' ? readFlipperExport(content) : readFeaturesYml(content)
  if ('errors' in read) throw new Refused({ code: 'invalid', errors: read.errors })
  return read.toggles
}

function newToggle({ key, incoming: { description = '', actorType } }: ImportStep): NewToggle {
  return { key, description, ...(actorType === undefined ? {} : { actorType }) }
}
