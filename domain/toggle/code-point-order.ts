/**
 * Orders two texts by Unicode code point, which is how Ruby sorts UTF-8 strings byte by byte.
 * JavaScript's own `<` goes by UTF-16 unit and puts an emoji before U+E000 to U+FFFF, so several
 * actors would be joined in another order than Flipper joins them and land in another bucket.
 */
export function compareCodePoints(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length)
  for (let i = 0; i < shorter; i += 1) {
    const a = left.charCodeAt(i)
    const b = right.charCodeAt(i)
    if (a !== b) return rank(a) - rank(b)
  }
  return left.length - right.length
}

/** Surrogates stand for code points above U+FFFF and therefore rank after every other unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
