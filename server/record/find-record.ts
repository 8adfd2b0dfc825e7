import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { outcomesOf } from '../../domain/plan/outcomes.ts'
import { howToVerify } from '../../domain/record/how-to-verify.ts'
import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import { Refused } from '../../domain/refusal.ts'
import { siteOrigin } from '../access/session-cookie.ts'
import { type Db, db } from '../db.ts'
import { revisionText } from '../plans/plan-text.ts'
import { recordCheckIns } from './record-check-ins.ts'
import { recordEntries } from './record-entries.ts'
import { recordFindings } from './record-findings.ts'
import { recordFlips, recordToggles } from './record-flips.ts'
import { recordFreezes } from './record-freezes.ts'
import { recordOverrides } from './record-overrides.ts'
import { recordPlan } from './record-plan.ts'
import { recordRounds } from './record-rounds.ts'
import { recordSpan } from './record-span.ts'
import { recordStages } from './record-stages.ts'

/** Which record: of the whole release, or as it stood when a round was decided. */
export interface FindRecord {
  readonly slug: string
  /** The number of a round. */
  readonly round?: number | undefined
}

/**
 * The record of a release. Each thing in it carries the entry of the log that tells it; long lists
 * say how many there are and hold the newest of them.
 *
 * @throws Refused `forbidden`, `not_found` for a plan or a round that there is not.
 */
export async function findRecord(actor: Actor, asked: FindRecord): Promise<ReleaseRecord> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const record = await db().$transaction((tx) => assemble(tx, asked), {
    isolationLevel: 'RepeatableRead',
    timeout: 20_000,
  })
  const entries = may(actor, 'audit.read') ? await recordEntries(record) : null
  return { ...record, entries }
}

// Each query after the other: a transaction has one connection.
async function assemble(tx: Db, asked: FindRecord): Promise<Omit<ReleaseRecord, 'entries'>> {
  const row = await tx.plan.findUnique({ where: { slug: asked.slug }, select: SHOWN })
  if (!row) throw new Refused({ code: 'not_found', what: 'release plan', key: asked.slug })
  const { id, team, ...plan } = row
  const span = await recordSpan(tx, id, asked.round)
  const found = await recordPlan(tx, id, span)
  const { text, reading, revisions } = found
  const rounds = await recordRounds(tx, id, { plan: found, span })
  const before = await namedBefore(tx, id, rounds)
  const toggles = await recordToggles(
    tx,
    reading.toggles.map(({ key }) => key),
    before,
  )
  const ids = toggles.flatMap((toggle) => toggle.id ?? [])
  const upTo = span.seq
  const said = outcomesOf(text.markdown, reading)
  const from = new Date(found.imported?.at ?? span.at)
  return {
    plan: { ...plan, team: team.slug, team_name: team.name },
    as_of: span,
    text,
    revisions,
    rounds,
    findings: await recordFindings(tx, id, { findings: reading.findings, upTo }),
    ...(await recordStages(tx, id, { said: said.stages, span })),
    other: said.other,
    check_ins: await recordCheckIns(tx, id, { said: said.check_ins, upTo }),
    toggles: toggles.map(({ id: _, ...toggle }) => toggle),
    flips: await recordFlips(tx, ids, upTo),
    overrides: await recordOverrides(tx, ids, upTo),
    freezes: await recordFreezes(tx, { from, to: new Date(span.at), upTo }),
    verification: howToVerify({
      origin: siteOrigin(),
      slug: plan.slug,
      round: span.round,
      revision: text.number,
      sha256: text.sha256,
    }),
  }
}

const SHOWN = {
  id: true,
  slug: true,
  title: true,
  kind: true,
  team: { select: { slug: true, name: true } },
} as const

/** The toggles that the texts named on which the rounds opened: a flip is of the text of its day. */
async function namedBefore(
  tx: Db,
  planId: string,
  { shown }: ReleaseRecord['rounds'],
): Promise<string[]> {
  const keys: string[] = []
  for (const revision of new Set(shown.map((round) => round.revision))) {
    const opened = await revisionText(tx, planId, revision)
    keys.push(...(opened?.reading.toggles.map(({ key }) => key) ?? []))
  }
  return keys
}
