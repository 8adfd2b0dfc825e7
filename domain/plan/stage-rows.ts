import type { Row } from './blocks.ts'
import { datesIn } from './dates.ts'
import { isWithin } from './outline.ts'
import { ownAnswer } from './placeholders.ts'
import type { PlanText } from './plan-text.ts'
import { shareInAnswer, shareInLabel } from './share.ts'
import type { StageCandidate } from './stage-candidate.ts'
import { isStageLabel } from './stage-label.ts'
import { rowsOfTables } from './tables.ts'

/** Which columns of a table say what of a stage; -1 where none does. */
export type StageColumns = { label: number; share: number; soak: number; dates: number }

/** Stages that are rows of a table: `Phase | Duration | Users | Dates` and the like. */
export function stageRows(plan: PlanText): StageCandidate[] {
  const found = new Map<string, StageCandidate>()
  for (const rows of rowsOfTables(plan.blocks)) {
    const header = rows[0]
    const section = header ? plan.sectionOf.get(header) : undefined
    if (!header || !section) continue
    if (
      isWithin(
        section,
        'rollback',
        'exceptions',
        'validation',
        'uat',
        'results',
        'toggles',
        'questions',
        'stage',
      )
    ) {
      continue
    }
    const columns = columnsOf(header)
    if (!columns) continue
    for (const row of rows.slice(1)) {
      const stage = readRow(row, columns)
      const key = stage?.label.toLowerCase() ?? ''
      const known = found.get(key)
      if (stage && !known) found.set(key, stage)
      else if (stage && known) {
        known.soak ??= stage.soak
        known.dates ??= stage.dates
      }
    }
  }
  return [...found.values()]
}

/** The columns of a table of stages by its header; null for a table of something else. */
export function columnsOf(header: Row): StageColumns | null {
  const names = header.cells.map((cell) => cell.text)
  const find = (pattern: RegExp) => names.findIndex((name) => pattern.test(name))
  const label = find(
    /\b(?:phase|stage|launch|roll-?out|wave|cohort|release|increment|step|ring)\b|^%|^percent/i,
  )
  const share = find(
    /%|\bpercent|\busers?\b|\baudience|\btraffic|\bexposure|\bpopulation|\btarget\b/i,
  )
  const soak = find(/duration|time ?-?frame|length|soak|how long/i)
  const dates = find(/date|when|start|timeline|timing|schedule|week of/i)
  if (label < 0 || (share < 0 && soak < 0 && dates < 0)) return null
  if (find(/toggle|flipper|flag/i) >= 0 && share < 0) return null
  return { label, share, soak, dates }
}

function readRow(row: Row, columns: StageColumns): StageCandidate | null {
  const cell = (index: number) => (index < 0 ? '' : (row.cells[index]?.text ?? ''))
  const own = (index: number) => ownAnswer(cell(index)) || null
  const label = cell(columns.label)
  if (ownAnswer(label) === '') return null
  const labelShare = shareInLabel(label)
  const users = columns.share === columns.label ? '' : cell(columns.share)
  const bodyShare = users === '' ? null : shareInAnswer(ownAnswer(users), true)
  const tested = /\b(?:uat|staging|review|qa|audit|user acceptance)\b/i.test(label)
  if (tested && !/\bcanary\b/i.test(label)) return null
  if (!isStageLabel(label) && (labelShare ?? bodyShare) === null) return null
  return {
    label,
    form: 'row',
    line: row.line,
    labelShare,
    bodyShare: users.includes('%') || labelShare === null ? bodyShare : null,
    bodyLine: row.line,
    soak: own(columns.soak),
    dates: own(columns.dates) ?? datesIn(label),
    authored: true,
  }
}
