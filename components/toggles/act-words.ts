/** A state in words, shorter where only a percentage is set: "25 % of actors" is "25 %". */
export function shortWords(words: string): string {
  return words.replace(/^(\d+(?:\.\d+)?) % of actors(?= and |, |$)/, '$1 %')
}

const verbs = { widens: 'Widen', narrows: 'Narrow', both: 'Change', none: 'Change', same: 'Change' }

/** What a button does, with the environment's name: "Widen production to 25 %". */
export function actWords(
  direction: keyof typeof verbs,
  environment: string,
  toWords: string,
): string {
  if (toWords === 'off') return `Turn ${environment} off`
  if (toWords === 'on') return `Turn ${environment} fully on`
  return `${verbs[direction]} ${environment} to ${shortWords(toWords)}`
}

/** The same once it was done: "Widened production to 25 %". */
export function doneWords(
  direction: keyof typeof verbs,
  environment: string,
  toWords: string,
): string {
  return actWords(direction, environment, toWords).replace(
    /^(Turn|Widen|Narrow|Change)/,
    (verb) => past[verb] ?? verb,
  )
}

const past: Readonly<Record<string, string>> = {
  Turn: 'Turned',
  Widen: 'Widened',
  Narrow: 'Narrowed',
  Change: 'Changed',
}
