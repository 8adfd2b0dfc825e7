/** A person who spoke; without an id when known by name alone, from the plan's contacts. */
export interface Speaker {
  readonly id: string | null
  readonly name: string
}

/** A name without what people write differently: case, accents, white space. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase()
}

/** Whether two speakers are one person: by id where both have one, else by name. */
export function samePerson(one: Speaker, other: Speaker): boolean {
  if (one.id !== null && other.id !== null) return one.id === other.id
  return foldName(one.name) === foldName(other.name)
}
