import { plainText } from '../../domain/plan/inline-text.ts'
import type { Reading } from '../../domain/plan/reading.ts'
import { visibleText } from '../../domain/plan/visible-text.ts'

const LONGEST_TITLE = 200
const LONGEST_SLUG = 60

/** What a plan is called: the title that was read, else its first line of words. */
export function planTitle(text: string, reading: Reading): string {
  const read = reading.title?.trim()
  if (read) return shortened(read)
  const lines = visibleText(text).visible.split(/\r\n|\r|\n/)
  const first = lines
    .map((line) => plainText(line.replace(/^[\s>#*+-]+/, '')))
    .find((words) => /[\p{L}\p{N}]/u.test(words))
  return first === undefined ? 'Untitled plan' : shortened(first)
}

/** A title as a part of an address: lower-case letters a to z, digits and dashes. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '')
  return slug === '' ? 'plan' : slug
}

function shortened(title: string): string {
  const characters = [...title.toWellFormed().replace(/\s+/gu, ' ')]
  if (characters.length <= LONGEST_TITLE) return characters.join('')
  return `${characters
    .slice(0, LONGEST_TITLE - 1)
    .join('')
    .trimEnd()}…`
}
