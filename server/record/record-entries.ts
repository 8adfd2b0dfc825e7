import type { RecordedRun } from '../../domain/record/recorded-outcome.ts'
import type {
  RecordEntries,
  RecordedEntry,
  ReleaseRecord,
} from '../../domain/record/release-record.ts'
import type { Told } from '../../domain/record/told.ts'
import { findSeqs } from '../audit/find-seqs.ts'
import { readEntries } from '../audit/read-entries.ts'

/** The most entries that a record lists; flips beyond `FLIPS_SHOWN` are counted, not listed. */
const ENTRIES_SHOWN = 1500
const REFUSED_SHOWN = 50
const EARLIER_ASKED = 20

/** The entries that the parts of a record rest on, and the attempts that were refused meanwhile. */
export async function recordEntries(
  record: Omit<ReleaseRecord, 'entries'>,
): Promise<RecordEntries> {
  const seqs = [...new Set(restsOn(record))].sort((a, b) => a - b)
  const denied = await refusedSeqs(record)
  return {
    total: seqs.length,
    shown: await read(seqs.slice(-ENTRIES_SHOWN)),
    refused: {
      more: denied.length > REFUSED_SHOWN,
      shown: await read(denied.slice(0, REFUSED_SHOWN)),
    },
  }
}

/** The newest refused attempts on the plan, and on toggles that only its earlier texts named. */
async function refusedSeqs({
  plan,
  toggles,
  as_of,
}: Omit<ReleaseRecord, 'entries'>): Promise<number[]> {
  const earlier = toggles.filter(({ in_text, status }) => !in_text && status !== 'unknown')
  const about = [
    { plan: plan.slug },
    ...earlier.slice(0, EARLIER_ASKED).map(({ key }) => ({ toggle: key })),
  ]
  const place = { before: as_of.seq + 1, limit: REFUSED_SHOWN + 1 }
  const found: number[] = []
  for (const one of about) found.push(...(await findSeqs({ ...one, outcome: 'denied' }, place)))
  return [...new Set(found)].sort((a, b) => b - a).slice(0, REFUSED_SHOWN + 1)
}

async function read(seqs: readonly number[]): Promise<RecordedEntry[]> {
  const entries = await readEntries(seqs, null)
  return entries
    .map(({ seq, sealed_at, sentence, hash }) => ({ seq, at: sealed_at, sentence, hash }))
    .reverse()
}

function restsOn(record: Omit<ReleaseRecord, 'entries'>): number[] {
  const { text, revisions, rounds, findings, flips, overrides, freezes } = record
  const runs = [...record.stages.map((stage) => stage.runs), record.former_runs]
  const lookedBack = record.check_ins.flatMap(({ recorded }) => recorded)
  const told: (Told | null)[] = [
    text.saved,
    ...revisions.shown.map(({ saved }) => saved),
    ...rounds.shown.flatMap(({ opened, decided, disciplines, prompts, attendance }) => [
      opened,
      decided,
      ...disciplines.flatMap(({ said }) => said.map((one) => one.told)),
      ...prompts.map((prompt) => prompt.told),
      ...attendance.flatMap(({ moves }) => moves.map((move) => move.told)),
    ]),
    ...findings.shown.map(({ acknowledged }) => acknowledged),
    ...runs.flatMap(({ shown }) => shown.flatMap(runTold)),
    ...lookedBack.flatMap(({ recorded, earlier }) => [...earlier, recorded]),
    ...overrides.shown.flatMap(({ made, reviewed }) => [made, reviewed]),
    ...freezes.shown.flatMap(({ set, changed, lifted }) => [set, changed, lifted]),
  ]
  const flipped = flips.flatMap(({ shown }) => shown.map(({ seq }) => seq))
  return [...flipped, ...told.flatMap((one) => one?.seq ?? [])]
}

function runTold({ started, moves, results, waivers }: RecordedRun): (Told | null)[] {
  return [
    started,
    ...moves.map((move) => move.told),
    ...(results ? [...results.earlier, results.recorded] : []),
    ...waivers.map(({ waived }) => waived),
  ]
}
