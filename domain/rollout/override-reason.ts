/** Words that fill a field and say nothing, folded to lower case. */
const EMPTY = new Set(
  'asdf asdfg asdfgh asdfghjkl qwerty qwertz zxcv test testing foo bar baz blah bla lorem ipsum none no n/a na nil null tbd tba tbc todo x xx xxx yes ok okay because reason override overriding hotfix urgent asap please just do it needed need must idk whatever whatever. dummy abc abcd abcde 123 1234 12345 123456'.split(
    ' ',
  ),
)

const LEAST = 10

/**
 * What is wrong with the reason of an override, as a sentence; null for one of substance: at least ten
 * letters, two different words that say something, and no repetition of a few signs. A script without
 * spaces between its words is measured by its letters alone.
 */
export function overrideReasonFault(reason: string): string | null {
  const folded = reason.normalize('NFKC').toLowerCase()
  const letters = [...folded].filter((sign) => /[\p{L}\p{N}]/u.test(sign))
  if (letters.length < LEAST) {
    return `Say in at least ${LEAST} letters why the checks are passed over.`
  }
  const spaced =
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(
      folded,
    )
  const words = new Set(folded.split(/[^\p{L}\p{N}\p{M}/']+/u).filter((word) => word !== ''))
  const telling = [...words].filter((word) => !EMPTY.has(word) && new Set(word).size > 1)
  const isRepeated = new Set(letters).size < 5 || (spaced && isOverAndOver(letters.join('')))
  if (isRepeated || (spaced && telling.length < 2)) {
    return 'Say in words of your own why the checks are passed over: who reviews it reads nothing else.'
  }
  return null
}

function isOverAndOver(letters: string): boolean {
  return /^(.{1,12}?)\1{2,}.{0,11}$/u.test(letters)
}

/** Whether a text is an address on the web that a page may link to: https or http alone. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+\S*$/i.test(text) && URL.canParse(text)
}
