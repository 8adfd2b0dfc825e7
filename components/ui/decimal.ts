/**
 * The number that a person wrote: digits with at most one point or comma, spaces and a trailing
 * per cent sign forgiven. Null for anything else, so that nothing is ever guessed.
 */
export function readDecimal(text: string): number | null {
  const bare = text.replace(/[\s\u00a0]/g, '').replace(/%$/, '')
  if (!/^-?(\d+([.,]\d*)?|[.,]\d+)$/.test(bare)) return null
  return Number(bare.replace(',', '.'))
}

export type DecimalRange = { min: number; max: number; decimals: number }

/** Whether a number lies in the range and needs no more than its decimals. */
export function fits(value: number, { min, max, decimals }: DecimalRange): boolean {
  const scaled = value * 10 ** decimals
  return value >= min && value <= max && Math.abs(scaled - Math.round(scaled)) < 1e-6
}

/** One step up or down, to the range's decimals, stopping at its ends. */
export function stepped(value: number, step: number, { min, max, decimals }: DecimalRange): number {
  const scale = 10 ** decimals
  const next = Math.round((value + step) * scale) / scale
  return Math.min(Math.max(next, min), max)
}
