/** A kind of number that belongs to a person, and how it looks. */
interface Looks {
  readonly name: string
  readonly pattern: RegExp
}

// Longer ones first: what one of them took is not looked at again.
const LOOKS: readonly Looks[] = [
  { name: 'an Integration Control Number', pattern: /(?<![\dA-Z])\d{10}V\d{6}(?!\d)/gi },
  {
    name: 'a Social Security number',
    pattern: /(?<![\d-])(?!000|666)\d{3}([- .\u2010-\u2013])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/g,
  },
  { name: 'a VA file number', pattern: /(?<![\dA-Z])C[- ]?\d{7,9}(?![\dA-Z-])/gi },
  {
    name: 'a telephone number',
    pattern:
      /(?<![\d.-])(?:\+?1[-. ]?)?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])[2-9]\d{2}[-. ]\d{4}(?![\d-])/g,
  },
  {
    name: 'nine digits, like a Social Security number',
    pattern: /(?<![\w.-])\d{9}(?![\w-]|\.\d)/g,
  },
]

/**
 * What in a text looks like a number that belongs to a person, each kind once: a warning and never a
 * refusal, since a note may hold other numbers. Nothing of the text is in the answer.
 */
export function personNumbersIn(text: string): string[] {
  let rest = text.normalize('NFKC')
  return LOOKS.filter(({ pattern }) => {
    const without = rest.replace(pattern, ' ')
    const isFound = without !== rest
    rest = without
    return isFound
  }).map(({ name }) => name)
}

/** The warning for a text, as sentences; null when there is nothing to warn of. */
export function numberWarning(text: string): string | null {
  const found = personNumbersIn(text)
  const last = found.pop()
  if (last === undefined) return null
  const what = found.length === 0 ? last : `${found.join(', ')} and ${last}`
  return `This looks as if it held ${what}. What is written here goes into the log and is read by others: leave out what belongs to a person.`
}
