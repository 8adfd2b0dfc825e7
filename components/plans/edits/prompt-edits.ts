import type { Reading } from '../../../domain/plan/reading.ts'
import type { Drafted } from './drafted.ts'

/** The edits that answer prompts by their place in the worklist, from the last line up: lines move. */
export function promptEdits(
  items: Reading['unanswered_items'],
  answers: ReadonlyMap<number, string>,
): Drafted {
  const edits = items
    .flatMap(({ line }, at) => {
      const answer = answers.get(at)?.trim() ?? ''
      return answer === '' ? [] : [{ edit: 'answer_prompt' as const, line, answer }]
    })
    .sort((a, b) => b.line - a.line)
  return { edits, missing: null }
}
