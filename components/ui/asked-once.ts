/** What follows the question mark of an address, as a page is given it. */
export type Asked = Promise<Readonly<Record<string, string | string[] | undefined>>>

/** The words of an address that stand in it once: what is said twice is not said. */
export async function askedOnce(asked: Asked): Promise<Readonly<Record<string, string>>> {
  const once: Record<string, string> = {}
  for (const [name, word] of Object.entries(await asked)) {
    if (typeof word === 'string') once[name] = word
  }
  return once
}
