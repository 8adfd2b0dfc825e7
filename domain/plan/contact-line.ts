import { plainText } from './inline-text.ts'
import { ownAnswer } from './placeholders.ts'
import { isRole, roleWordCount } from './role-words.ts'

export type PersonInRole = { name: string; role: string | null }

const separator = /\s*(?:\s[-–—|]\s|[:：]\s+|\s[-–—]|[-–—]\s|\t+|,\s+|\s=\s)\s*/u

/**
 * The people whom one line of a contacts block names: "Name - Role", "Role: Name, Name",
 * "Role (Name, Name): duties", "Name (Role)". A group such as "Entire Team" is nobody.
 */
export function contactsInLine(markdown: string): PersonInRole[] {
  const text = plainText(markdown)
    .replace(/[([](?:primary|back ?-?up|secondary|tbd|he\/him|she\/her|they\/them)[)\]]/gi, ' ')
    .replace(/^(?:primary|back ?-?up|secondary)(?: poc| contact)?\s*[:–-]\s*/i, '')
    .replace(
      /\p{Extended_Pictographic}[\u200D\uFE0F\p{Extended_Pictographic}\p{Emoji_Modifier}]*/gu,
      ' ',
    )
    .replace(/<?[\w.+-]+@[\w.-]+\.\w+>?/g, ' ')
    .replace(/[,|–-]?\s*(?:\+?1[ .-]?)?(?:\(?\d{3}\)?[ .-]?)?\d{3}[ .-]\d{4}\b/g, ' ')
    .replace(/[([]\s*[)\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '' || text.length > 600) return []
  return severalIn(text) ?? inBrackets(text) ?? byColon(text) ?? byParts(text) ?? []
}

/** "Priya Raman, Program Manager; Tomás Ibarra, Tech Lead": each part names somebody in a role. */
function severalIn(text: string): PersonInRole[] | null {
  const parts = text.split(/\s*;\s*/).filter((part) => part !== '')
  if (parts.length < 2) return null
  const each = parts.map((part) => inBrackets(part) ?? byColon(part) ?? byParts(part) ?? [])
  return each.every(([one]) => one?.role) ? each.flat() : null
}

/** "Engineering (Ada, Ben): keeps the alerts" and "Ada Whitcombe (Accessibility)". */
function inBrackets(text: string): PersonInRole[] | null {
  const match = /^([^(:]{2,60}?)\s*\(([^)]{2,160})\)\s*(?:[:–—-]\s*(.*))?$/u.exec(text)
  if (!match) return null
  const [, outer = '', inner = '', rest = ''] = match
  if (isRole(outer) && !isRole(inner)) return people(inner, outer)
  if (isRole(inner)) return people(outer, inner)
  const role = rest.split(/[,(]/)[0]?.trim() ?? ''
  return isRole(role) ? people(outer, role) : null
}

/** "Role: Name, Name and Name", or "Name: Role, Role". */
function byColon(text: string): PersonInRole[] | null {
  const match = /^([^:]{2,60}?)\s*[:：]\s*(.+)$/u.exec(text)
  if (!match) return null
  const [, left = '', right = ''] = match
  const named = / [-–—] |, /.test(left) ? byParts(left) : null
  if (named?.some((person) => person.role !== null)) return named
  if (ownAnswer(right) === '') return []
  if (isRole(left) && roleWordCount(left) >= roleWordCount(right.split(/[,;(]/)[0] ?? ''))
    return people(right, left)
  const role = right.split(/[;(.]/)[0]?.trim() ?? ''
  return isRole(role) && isName(left) ? people(left, role) : null
}

function byParts(text: string): PersonInRole[] | null {
  const parts = text.split(separator).filter((part) => part !== '')
  if (parts.length < 2)
    return isName(text) && text.split(' ').length >= 2 ? people(text, null) : null
  if (/\b(?:entire|everyone|everybody|whole)\b/i.test(parts[0] ?? '')) return []
  const role = parts.findIndex((part) => isRole(part))
  if (role < 0) {
    const [name = '', said = ''] = parts
    const known = isName(name) && name.split(' ').length >= 2 && said.split(' ').length <= 4
    return known && parts.length === 2 && isTitle(said) ? people(name, said) : null
  }
  if (role === 0) return people(parts.slice(1).join(', '), parts[0] ?? null)
  return people(parts.slice(0, role).join(', '), parts.slice(role).join(', '))
}

const isTitle = (text: string) => /^\p{Lu}/u.test(text)

function people(names: string, role: string | null): PersonInRole[] {
  return names
    .split(/\s*(?:,|;|\/|&|\band\b|\+)\s*/)
    .map((name) =>
      name
        .replace(/\([^)]*\)?/g, '')
        .replace(/^@/, '')
        .replace(/[\s.:–—-]+$/u, '')
        .trim(),
    )
    .filter((name) => isName(name) && ownAnswer(name) !== '')
    .map((name) => ({ name, role: role?.replace(/[\s:,;|–-]+$/u, '').trim() || null }))
}

const nobody =
  /\b(?:teams?|entire|everyone|all|group|channel|tbd|n\/a|none)\b|[#?!]|\d{3}|^(?:PMP|PhD|CSM|CSPO|MBA|RN|MD)$/i
const nameWord = /^(?:[\p{Lu}@"“(]|(?:de|van|von|der|la|bin|al|da|du|di)$)/u

/** One to five words that start with capitals, or a handle; no group of people. */
function isName(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (words.length > 5 || text.length > 60 || nobody.test(text)) return false
  if (isRole(text) && words.length > 1) return false
  return words.every((word) => nameWord.test(word))
}
