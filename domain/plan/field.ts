import { ownAnswer } from './placeholders.ts'
import { promptEnd } from './prompts.ts'

/** A line of the form "prompt: answer"; `answer` is the author's part, empty when unanswered. */
export type Field = { prompt: string; said: string; answer: string; known: boolean }

/**
 * Splits a line into what is asked and what is answered, by the template's prompts first, else at
 * the first colon or question mark. A line without either is no field.
 */
export function fieldOf(text: string): Field | null {
  const end = promptEnd(text)
  if (end >= 0) {
    const said = afterPrompt(text.slice(end))
    return { prompt: text.slice(0, end), said, answer: ownAnswer(said), known: true }
  }
  const label = /^.{1,110}?(?::(?!\/\/)(?!\d)|\?(?=[\s:*]|$))/u.exec(text)
  if (!label) return null
  const said = text.slice(label[0].length).replace(/^[\s:?]+/u, '')
  const prompt = label[0].replace(/[:?\s]+$/u, '')
  return ownAnswer(prompt) === '' ? null : { prompt, said, answer: ownAnswer(said), known: false }
}

/** The prompt's own tail — quotes, brackets, `("success criteria")?:` — is not part of an answer. */
function afterPrompt(rest: string): string {
  return rest
    .replace(/^["'”’)\s]*(?:\(["“]?success criteria["”]?\))?/iu, '')
    .replace(/^["'”’)\s?:*]+/u, '')
}
