const FIRST_MS = 500
const LONGEST_MS = 30_000
const STEADY_MS = 60_000

/** How often in a row a process has ended, after it ran `ranMs` this time: a steady run forgives. */
export function failuresInARow(before: number, ranMs: number): number {
  return ranMs >= STEADY_MS ? 1 : before + 1
}

/** How long to wait, in milliseconds, before starting a process that has ended `failures` times in a row. */
export function restartDelay(failures: number): number {
  return Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS)
}
