import type { Finding } from '../reading.ts'
import type { Evidence } from './evidence.ts'
import { makeFinding, quoted } from './make-finding.ts'

/** A sheet that decides to go although prompts have no answer. */
export function goWithoutAnswers({ reading }: Evidence): Finding[] {
  const sheet = reading.go_no_go
  if (!sheet?.decision || (sheet.decision_kind !== 'go' && sheet.decision_kind !== 'launch'))
    return []
  const open = sheet.items.filter((item) => item.answer === null && item.note === null)
  if (open.length === 0) return []
  const lines = open.slice(0, 12).map((item) => item.line)
  const where = `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${open.length > 12 ? ', …' : ''}`
  return [
    makeFinding(
      'go_with_unanswered_prompts',
      sheet.decision_line ?? 1,
      [sheet.decision, ...open.map((item) => item.text)],
      `The decision is ${quoted(sheet.decision)}, but ${open.length} of ${sheet.prompts} prompts have no answer (${where}). Get the answers, or take the decision back.`,
    ),
  ]
}
