import fc from 'fast-check'
import type { PersonActor } from '../../../domain/actor.ts'
import { revisePlan } from '../../plans/revise-plan.ts'
import { decide } from '../../roll-call/decide.ts'
import { openRollCall } from '../../roll-call/open-roll-call.ts'
import { signOff } from '../../roll-call/sign-off.ts'
import { withdraw } from '../../roll-call/withdraw.ts'
import { cast } from '../cast.ts'
import { stands } from './expected-checks.ts'
import type { Expected } from './expected-flip.ts'
import {
  DISCIPLINES,
  type DisciplineName,
  type Model,
  type PlanWords,
  placeOf,
  type Round,
  TOGGLES,
} from './model.ts'
import { documentOf, mustBe, nothingsId, type Real } from './real.ts'
import { type Step, step } from './step.ts'

const SPEAKERS: Readonly<Record<DisciplineName, () => PersonActor>> = {
  product: cast.priya,
  design: cast.dalia,
  frontend: cast.fern,
  backend: cast.ben,
  qa: cast.quentin,
  accessibility: cast.ada,
  government_lead: cast.grace,
}

/** Who reviews how to roll back; everybody reviews how it was validated. */
const READ_ROLLBACK: readonly DisciplineName[] = [
  'product',
  'frontend',
  'backend',
  'government_lead',
]

async function open(model: Model, real: Real): Promise<void> {
  const isOpen = model.rounds.at(-1)?.decision === null
  await mustBe(real, 'open a round', isOpen ? { code: 'roll_call_open' } : 'done', async () => {
    const input = { slug: real.slug, require: [], invite: [] }
    const { result } = await openRollCall(cast.priya(), input)
    model.rounds.push({ id: result.id, words: new Map(), decision: null })
  })
}

type Verdict = 'go' | 'no_go' | 'withdrawn'

function expectedWord(round: Round | undefined, who: DisciplineName, verdict: Verdict): Expected {
  if (!round) return { code: 'no_open_roll_call' }
  const isOpen = round.decision === null
  const objects = verdict !== 'go' && round.decision === 'launch'
  if (!isOpen && !objects) return { code: 'roll_call_closed' }
  if (verdict === 'withdrawn' && !round.words.has(who)) return { code: 'not_found' }
  return 'done'
}

async function say(model: Model, real: Real, who: DisciplineName, verdict: Verdict) {
  const round = model.rounds.at(-1)
  const expected = expectedWord(round, who, verdict)
  await mustBe(real, `say ${verdict}`, expected, () => {
    const input = { slug: real.slug, discipline: who, note: 'As the model says' }
    return verdict === 'withdrawn'
      ? withdraw(SPEAKERS[who](), input)
      : signOff(SPEAKERS[who](), { ...input, verdict })
  })
  if (expected !== 'done') return
  const before = round?.words.get(who)
  // Taken back already, it stays as it was, on the text that it was taken back on.
  if (verdict === 'withdrawn' && before?.verdict === 'withdrawn') return
  round?.words.set(who, { verdict, stale: false })
}

async function decideOn(model: Model, real: Real, decision: 'launch' | 'pause' | 'pivot') {
  const round = model.rounds.at(-1)
  const isReady = round && DISCIPLINES.every((who) => stands(round, who))
  const expected: Expected = !round
    ? { code: 'not_found' }
    : round.decision !== null
      ? { code: 'roll_call_closed' }
      : decision === 'launch' && !isReady
        ? { code: 'launch_not_ready' }
        : 'done'
  await mustBe(real, `decide ${decision}`, expected, () =>
    decide(cast.grace(), { slug: real.slug, rollCall: round?.id ?? nothingsId(), decision }),
  )
  if (expected !== 'done' || !round) return
  round.decision = decision
  if (decision !== 'launch' || model.launchedAt !== null) return
  const versions = TOGGLES.map(
    (toggle) => [toggle, placeOf(model, toggle, 'production').states.length] as const,
  )
  model.launchedAt = new Map(versions)
}

/** One word of the roll call, a round opened or decided. */
export const words: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        who: fc.constantFrom(...DISCIPLINES),
        verdict: fc.constantFrom<Verdict>('go', 'no_go', 'withdrawn'),
      })
      .map(({ who, verdict }) =>
        step(`${who} says ${verdict}`, (model, real) => say(model, real, who, verdict)),
      ),
  },
  { weight: 1, arbitrary: fc.constant(step('open a round', open)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('launch' as const, 'pause' as const, 'pivot' as const)
      .map((decision) =>
        step(`decide to ${decision}`, (model, real) => decideOn(model, real, decision)),
      ),
  },
)

/** A whole round in one step: opened if none is, everybody says go, and it is decided to launch. */
async function launch(model: Model, real: Real): Promise<void> {
  if (model.rounds.at(-1)?.decision !== null) await open(model, real)
  const round = model.rounds.at(-1)
  for (const who of DISCIPLINES) {
    if (round && !stands(round, who)) await say(model, real, who, 'go')
  }
  await decideOn(model, real, 'launch')
}

export const launches: fc.Arbitrary<Step> = fc.constant(step('everybody says go', launch))

const edits = fc.oneof(
  fc
    .constantFrom<PlanWords['rollback']>('by toggle', 'by deploy', 'unwritten')
    .map((rollback) => ({ rollback })),
  fc
    .constantFrom<PlanWords['validation']>('staging', 'staging and load')
    .map((validation) => ({ validation })),
  fc.boolean().map((backup) => ({ backup })),
)

/** An edit of the plan: of what is reviewed, or of a contact, which voids no sign-off. */
export const planEdits: fc.Arbitrary<Step> = fc
  .record({
    edit: edits,
    isLate: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.boolean()),
  })
  .map(({ edit, isLate }) =>
    step(`edit the plan ${JSON.stringify({ edit, isLate })}`, async (model, real) => {
      const after = { ...model.plan, ...edit }
      const expected: Expected = isLate ? { code: 'revision_conflict' } : 'done'
      await mustBe(real, 'edit the plan', expected, () =>
        revisePlan(cast.priya(), {
          slug: real.slug,
          bytes: documentOf(real, after),
          revision: model.revision - (isLate ? 1 : 0),
        }),
      )
      if (expected === 'done') take(model, after)
    }),
  )

function take(model: Model, after: PlanWords): void {
  const before = model.plan
  if (JSON.stringify(before) === JSON.stringify(after)) return
  model.plan = after
  model.revision += 1
  for (const { words: said } of model.rounds) {
    for (const [who, word] of said) {
      const isRead = after.rollback !== before.rollback && READ_ROLLBACK.includes(who)
      if (isRead || after.validation !== before.validation) word.stale = true
    }
  }
}
