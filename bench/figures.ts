/** The middle of some figures; of an even number the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) / 2)]
  const high = sorted[Math.ceil((sorted.length - 1) / 2)]
  if (low === undefined || high === undefined) throw new Error('there are no figures')
  return (low + high) / 2
}

/** The figure below which a share of them lies, 0 to 1. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const at = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  if (at === undefined) throw new Error('there are no figures')
  return at
}

/** A figure as a table shows it: three digits that count. */
export function shown(figure: number): string {
  if (figure >= 100) return Math.round(figure).toLocaleString('en-US')
  return String(Number(figure.toPrecision(3)))
}
