/** What the address of a plan's page may say besides its view. */
export interface PlanAddress {
  readonly view?: string
  readonly line?: string
  readonly from?: string
  readonly to?: string
}

/** A whole number of 1 or more out of an address; null for anything else. */
export function numberIn(word: string | undefined): number | null {
  return word !== undefined && /^[1-9]\d{0,8}$/.test(word) ? Number(word) : null
}
