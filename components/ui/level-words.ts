/** A percentage as it is written everywhere, to 0.001 and with a space that does not break. */
export function percentWords(percent: number): string {
  const rounded = Math.round(percent * 1000) / 1000
  return `${rounded}\u00a0%`
}

export function levelWords(percent: number): string {
  if (percent <= 0) return 'Off'
  if (percent >= 100) return 'On'
  return percentWords(percent)
}
