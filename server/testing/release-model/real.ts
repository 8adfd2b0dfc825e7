import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Actor } from '../../../domain/actor.ts'
import { Refused } from '../../../domain/refusal.ts'
import { holdingChecks } from '../../../domain/rollout/holding-checks.ts'
import { systemActor } from '../../access/system-actor.ts'
import { statementTooLong } from '../../database-failure.ts'
import { cast } from '../cast.ts'
import type { Expected, Who } from './expected-flip.ts'
import type { PlanWords, ToggleName } from './model.ts'

/** The release that a run is tried on: toggles and a plan of its own, in a database of many. */
export interface Real {
  readonly slug: string
  readonly title: string
  readonly keys: Readonly<Record<ToggleName, string>>
  /** The guards of `first` in production, one that holds and one that lowers. */
  readonly guards: { readonly holds: string; readonly lowers: string }
  /** How many of which outcome there were, for the figure at the end. */
  readonly seen: Map<string, number>
}

const HOUR = 3_600_000

/** Somebody of the model as an actor of a request of its own. */
export function actorOf(who: Who, idempotencyKey?: string): Actor {
  if (who === 'rollcall') return systemActor()
  const origin =
    idempotencyKey === undefined
      ? {}
      : { idempotency: { key: idempotencyKey, fingerprint: 'the same request' } }
  if (who === 'tired') {
    return cast.tomas({ authenticatedAt: new Date(Date.now() - 2 * HOUR), origin })
  }
  return cast[who]({ origin })
}

/**
 * What came of a command, in the model's words. On a machine too busy for its time limits nothing
 * was changed, and it is asked again.
 */
async function outcomeOf(command: () => Promise<unknown>, tries = 5): Promise<Expected> {
  try {
    await command()
    return 'done'
  } catch (error) {
    if (statementTooLong(error) && tries > 1) return outcomeOf(command, tries - 1)
    if (!(error instanceof Refused)) throw error
    const { refusal } = error
    if (refusal.code !== 'checks_not_passed') return { code: refusal.code }
    return {
      code: refusal.code,
      checks: holdingChecks(refusal.checks).map(({ check }) => check),
    }
  }
}

/** Makes a command and holds what came of it to what the model says. */
export async function mustBe(
  real: Real,
  what: string,
  expected: Expected,
  command: () => Promise<unknown>,
): Promise<void> {
  const came = await outcomeOf(command)
  expect(sorted(came), what).toEqual(sorted(expected))
  const name = `${what.split(' | ')[0]}: ${came === 'done' ? 'done' : came.code}`
  real.seen.set(name, (real.seen.get(name) ?? 0) + 1)
}

function sorted(expected: Expected): Expected {
  if (expected === 'done' || !expected.checks) return expected
  return { ...expected, checks: [...expected.checks].sort() }
}

/** An id that nothing has. */
export function nothingsId(): string {
  return randomUUID()
}

/** The document of the model's plan. */
export function documentOf(real: Pick<Real, 'keys' | 'title'>, words: PlanWords): Uint8Array {
  const { first, second, wall } = real.keys
  const rollback = {
    'by toggle': 'We switch the toggle off; Tomás confirms within ten minutes.',
    'by deploy': 'We deploy the release before; Ben confirms within an hour.',
    unwritten: '',
  }[words.rollback]
  const load = words.validation === 'staging and load' ? '\n- [x] Tested under load' : ''
  const backup = words.backup ? '**Backup POCs**\n\n- Ike Sorensen - Frontend\n' : ''
  const text = `# ${real.title}

## Step 1: Development

${[first, second, wall].map((key) => `**Toggle name:** \`${key}\`\n\n**Description:** Shows ${key}.`).join('\n\n')}

\`${second}\` requires \`${first}\` to be on.

## Step 2: Validation

- [x] Tested in staging by the whole team${load}

## Step 3: Production rollout

### Do I need a staged rollout? **Yes**

### Stage A: Canary

- Length of time: 2 days
- Percentage of Users: 10%

### Stage B: Half of users

- Length of time: 1 week
- Percentage of Users: 50%

### Stage C: 100% of users

- Length of time: Indefinite
- Percentage of Users: 100%

### Define the Rollback process

${rollback}

### Points of Contact

**Primary POCs**

- Rosalind Achebe - Program Manager

${backup}`
  return new TextEncoder().encode(text)
}
