import type { Reading } from '../../domain/plan/reading.ts'
import {
  type RevisionContent,
  type SectionsNow,
  sectionsNow,
} from '../../domain/roll-call/sections-now.ts'
import type { Db } from '../db.ts'
import { hashesOf, knownHashes, readingOf } from './understood.ts'

/** One saved text of a plan. */
export interface PlanText {
  readonly revision: number
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly text: string
  readonly reading: Reading
}

/** A plan's newest text and what is understood of it. */
export async function planText(tx: Db, planId: string): Promise<PlanText> {
  const row = await tx.planRevision.findFirstOrThrow({
    where: { planId },
    select: COLUMNS,
    orderBy: { number: 'desc' },
  })
  return understoodRow(row)
}

/** The text of one revision; null when there is no such revision. */
export async function revisionText(
  tx: Db,
  planId: string,
  revision: number,
): Promise<PlanText | null> {
  const row = await tx.planRevision.findUnique({
    where: { planId_number: { planId, number: revision } },
    select: COLUMNS,
  })
  return row && understoodRow(row)
}

const COLUMNS = { number: true, sha256: true, body: true } as const

function understoodRow(row: { number: number; sha256: string; body: Uint8Array }): PlanText {
  const text = textOf(row.body)
  return {
    revision: row.number,
    sha256: row.sha256,
    bytes: row.body,
    text,
    reading: readingOf(row.sha256, text),
  }
}

/**
 * What a plan's sections mean now, and since which revision, looking back no further than `from`:
 * the oldest revision that was signed, null when none was. `to` takes an older revision for the
 * present one. Texts that this process has read before are not loaded.
 */
export async function planSections(
  tx: Db,
  planId: string,
  from: number | null,
  to?: number,
): Promise<SectionsNow> {
  const newestFirst = await tx.planRevision.findMany({
    where: { planId, number: { gte: from ?? 1, ...(to === undefined ? {} : { lte: to }) } },
    select: { number: true, sha256: true },
    orderBy: { number: 'desc' },
    ...(from === null ? { take: 1 } : {}),
  })
  const revisions: RevisionContent[] = []
  for (const { number, sha256 } of newestFirst.reverse()) {
    const hashes = knownHashes(sha256) ?? (await readHashes(tx, planId, number, sha256))
    revisions.push({ number, hashes })
  }
  return sectionsNow(revisions)
}

async function readHashes(tx: Db, planId: string, number: number, sha256: string) {
  const { body } = await tx.planRevision.findUniqueOrThrow({
    where: { planId_number: { planId, number } },
    select: { body: true },
  })
  return hashesOf(sha256, () => textOf(body))
}

function textOf(body: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
}
