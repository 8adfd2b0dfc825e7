import type { RecordedDiscipline, RecordedRound } from '../../domain/record/recorded-round.ts'
import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import type { Told } from '../../domain/record/told.ts'
import { disciplineName } from '../../domain/roll-call/disciplines.ts'
import type { RosterRow, SignOff } from '../../domain/roll-call/roster.ts'
import { saidStanding } from '../../domain/roll-call/said-standing.ts'
import type { Db } from '../db.ts'
import { newestRound, type Round, rosterOf } from '../roll-call/load-round.ts'
import { recordAttendance } from './record-attendance.ts'
import type { RecordPlan } from './record-plan.ts'
import type { RecordSpan } from './record-span.ts'
import { firstStep, laterStep, type Steps, stepsOf, stepTo } from './steps-of.ts'

const ROUNDS_SHOWN = 20
const SAID_SHOWN = 20

/** The rounds of a plan up to the end of a span, each with all that was said and answered in it. */
export async function recordRounds(
  tx: Db,
  planId: string,
  { plan, span }: { readonly plan: RecordPlan; readonly span: RecordSpan },
): Promise<ReleaseRecord['rounds']> {
  const known = await tx.rollCall.findMany({
    where: { planId, ...(span.round === null ? {} : { number: { lte: span.round } }) },
    select: { id: true },
    orderBy: { number: 'desc' },
  })
  const ids = known.map(({ id }) => id)
  const asked = ids.slice(0, ROUNDS_SHOWN)
  const steps = await stepsOf(tx, 'roll_call', asked, span.seq)
  const decidedAt = await decidedVersions(tx, asked)
  const shown: RecordedRound[] = []
  for (const id of asked.reverse()) {
    const round = await newestRound(tx, planId, { id })
    if (!round) continue
    const decided = stepTo(steps, id, decidedAt.get(id))
    const opened = firstStep(steps, id)
    shown.push(await recordRound(tx, round, { plan, span, opened, decided }))
  }
  return { total: ids.length, shown }
}

/** The version of each round with which it was decided, whatever was changed of it later. */
async function decidedVersions(
  tx: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; version: number }[]>`
    SELECT g.entity_id::text AS id, min(g.version) AS version FROM audit.change g
     WHERE g.entity = 'roll_call' AND g.entity_id = ANY (${ids}::uuid[])
       AND g.after ->> 'decision' IS NOT NULL
     GROUP BY g.entity_id`
  return new Map(rows.map(({ id, version }) => [id, version]))
}

interface Within {
  readonly plan: RecordPlan
  readonly span: RecordSpan
  readonly opened: Told | null
  readonly decided: Told | null
}

async function recordRound(
  tx: Db,
  kept: Round,
  { plan, span, opened, decided }: Within,
): Promise<RecordedRound> {
  const said = await stepsOf(
    tx,
    'sign_off',
    kept.signOffs.map(({ id }) => id),
    span.seq,
  )
  const answered = await stepsOf(
    tx,
    'roll_call_prompt',
    kept.prompts.map(({ id }) => id),
    span.seq,
  )
  const round = { ...kept, signOffs: kept.signOffs.filter(({ id }) => said.has(id)) }
  // A word wears out by the clock, also while nothing is written.
  const end = span.round === null ? undefined : new Date(span.at)
  const now = await rosterOf(tx, round, plan.text.number, end)
  const then = decided ? await rosterThen(tx, round, { decided, said, plan }) : null
  return {
    id: round.id,
    number: round.number,
    revision: round.revision,
    opened,
    purpose: round.purpose,
    policy: { sha256: round.policyHash, version: round.policyVersion },
    dropped: [...round.dropped],
    decision: decided && round.decision,
    decided,
    note: decided && round.note,
    scope: decided && scopeOf(round),
    disciplines: now.map((row, index) => ({
      discipline: row.discipline,
      name: disciplineName(row.discipline),
      required: row.required,
      reviews: round.disciplines[index]?.reviews ?? [],
      at_decision: then?.[index]?.status ?? null,
      status: row.status,
      ...saidOf(row, round.signOffs, said),
    })),
    prompts: round.prompts.map(({ id, n, text, owner, answer, note }) => ({
      n,
      text,
      owner,
      answer,
      note,
      told: laterStep(answered, id),
    })),
    attendance: await recordAttendance(tx, round.id, { decided, upTo: span.seq }),
  }
}

/** The roster on the text, and with the words, of the moment of the decision. */
function rosterThen(
  tx: Db,
  round: Round,
  { decided, said, plan }: { decided: Told; said: Steps; plan: RecordPlan },
): Promise<RosterRow[]> {
  const signOffs = round.signOffs.filter(
    ({ id }) => (firstStep(said, id)?.seq ?? Number.POSITIVE_INFINITY) <= decided.seq,
  )
  const at = round.decidedAt ?? undefined
  return rosterOf(tx, { ...round, signOffs }, plan.revisionAt(decided.seq), at)
}

function saidOf(
  row: RosterRow,
  signOffs: readonly SignOff[],
  steps: Steps,
): Pick<RecordedDiscipline, 'said' | 'said_in_all'> {
  const its = signOffs.filter(({ discipline }) => discipline === row.discipline)
  const said = its.slice(-SAID_SHOWN).map((one) => ({
    id: one.id,
    verdict: one.verdict,
    manner: one.manner,
    given_by: one.given_by.name,
    recorded_by: one.recorded_by.name,
    in_place_of: one.in_place_of?.name ?? null,
    note: one.note,
    would_change: one.would_change,
    late: one.late,
    revision: one.revision,
    section_hashes: one.section_hashes,
    ...standingOf(one, row),
    told: firstStep(steps, one.id),
  }))
  return { said, said_in_all: its.length }
}

function standingOf(said: SignOff, row: RosterRow) {
  const { standing, stale_sections } = saidStanding(said, row)
  return { standing, stale_sections: [...stale_sections] }
}

function scopeOf({ scope }: Round): RecordedRound['scope'] {
  if (scope === null) return null
  const { environment, up_to, until } = scope
  return { environment, up_to: up_to === 'full' ? up_to : { ...up_to }, until }
}
