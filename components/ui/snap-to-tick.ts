export type Tick = { value: number; label: string }

export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}

/** The tick nearest to `value` when it is at most `reach` away, else the nearest whole number. */
export function snapToTick(value: number, ticks: readonly Tick[], reach: number): number {
  let nearest: Tick | undefined
  for (const tick of ticks) {
    if (!nearest || Math.abs(tick.value - value) < Math.abs(nearest.value - value)) nearest = tick
  }
  if (nearest && Math.abs(nearest.value - value) <= reach) return nearest.value
  return Math.round(value)
}

/** The next tick up (1) or down (-1) from `value`; past the last one, the end of the range. */
export function nextTick(
  value: number,
  ticks: readonly Tick[],
  direction: 1 | -1,
  range: { min: number; max: number },
): number {
  const ahead = ticks
    .map((tick) => tick.value)
    .filter((tick) => (direction === 1 ? tick > value : tick < value))
  if (direction === 1) return Math.min(...ahead, range.max)
  return Math.max(...ahead, range.min)
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }

/**
 * Where a key takes the slider: arrows by 1, with Shift by 0.1, with Alt by 0.001; Page Up and
 * Page Down by tick; Home and End to the ends. Null when the key is not the slider's.
 */
export function valueAfterKey(
  press: { key: string; shiftKey: boolean; altKey: boolean },
  value: number,
  ticks: readonly Tick[],
  range: { min: number; max: number },
): number | null {
  if (press.key === 'Home') return range.min
  if (press.key === 'End') return range.max
  if (press.key === 'PageUp') return nextTick(value, ticks, 1, range)
  if (press.key === 'PageDown') return nextTick(value, ticks, -1, range)
  const direction = steps[press.key]
  if (direction === undefined) return null
  const step = press.altKey ? 0.001 : press.shiftKey ? 0.1 : 1
  const moved = roundTo(value + direction * step, 3)
  return Math.min(Math.max(moved, range.min), range.max)
}
