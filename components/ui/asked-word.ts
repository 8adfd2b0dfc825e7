const LONGEST = 200

/** A word of an address that is searched for, without what surrounds it; undefined for none. */
export function askedWord(
  given: string | string[] | undefined,
  most: number = LONGEST,
): string | undefined {
  const word = typeof given === 'string' ? given.trim().slice(0, most) : ''
  return word === '' ? undefined : word
}
