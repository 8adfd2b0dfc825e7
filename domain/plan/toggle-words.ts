import { canBeKey, looksLikeKey } from './flag-key.ts'
import { plainText } from './inline-text.ts'
import { ownAnswer } from './placeholders.ts'

const linkedKey = /\/flipper\/features\/([\w.-]{3,120})/g

/** The keys that a link to Flipper's page of a feature carries. */
export function linkedKeys(raw: string): string[] {
  return [...raw.matchAll(linkedKey)].flatMap((match) => (match[1] ? [match[1]] : []))
}

/**
 * The keys in a place that asks for them, such as a cell or the answer to "Toggle name": several
 * stand apart by commas, breaks or "and"; words around one do not matter. `anyWord` takes a lone
 * word of any form for a key, as in a column that holds nothing else.
 */
export function keysInAnswer(raw: string, anyWord: boolean): string[] {
  const linked = linkedKeys(raw)
  if (linked.length > 0) return linked
  const text = plainText(raw.replace(/<br\s*\/?>/gi, ', '))
  if (ownAnswer(text) === '') return []
  const leading = leadingKeys(text, anyWord)
  if (leading.length > 0) return leading
  const inside = plainText(raw).match(/[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+(?![\w?]|_)/g) ?? []
  return inside.filter(looksLikeKey)
}

function leadingKeys(text: string, anyWord: boolean): string[] {
  const keys: string[] = []
  for (const part of text.split(/\s*(?:[,;/&+]|\band\b|\bor\b)\s*/)) {
    const word = /^["“'[(]?([A-Za-z][\w.-]*)["”'\])]?(?=$|[\s:;,.(–—-])/.exec(part)?.[1] ?? ''
    const key = word.replace(/[._-]+$/, '')
    const alone =
      part
        .replace(/\([^)]*\)/g, '')
        .trim()
        .split(/\s+/).length === 1
    const isKey = looksLikeKey(key) || (anyWord && alone && keys.length === 0 && canBeKey(key))
    if (isKey) keys.push(key)
    else if (keys.length > 0) break
  }
  return keys
}
