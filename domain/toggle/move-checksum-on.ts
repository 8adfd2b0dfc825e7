/** The CRC-32 polynomial with its bits reversed, as zlib writes it. */
const POLYNOMIAL = 0xedb88320

/** x to the power of zero: the highest bit, since bits are reversed. */
const ONE = 0x80000000

/** x to the power of 8, 16, 32 …: what one byte, two, four and so on multiply a checksum by. */
const BYTE_POWERS: readonly number[] = Array.from({ length: 31 }).reduce<number[]>(
  (powers) => [...powers, multiply(powers.at(-1) ?? 0, powers.at(-1) ?? 0)],
  [0x00800000],
)

/**
 * A CRC-32 as it stands after so many bytes of zero follow. CRC is linear: the checksum of two texts
 * in a row is the first one's, moved on by the bytes of the second, XOR the second one's (zlib's
 * `crc32_combine`). So 200 toggles for one person need the person's id hashed once.
 */
export function moveOn(checksum: number, bytes: number): number {
  let factor = ONE
  for (let rest = bytes, power = 0; rest > 0; rest = Math.floor(rest / 2), power += 1) {
    if (rest % 2 === 1) factor = multiply(BYTE_POWERS[power] ?? ONE, factor)
  }
  return multiply(factor, checksum)
}

/** The product of two polynomials over GF(2), modulo CRC-32's. Without branches: half the time. */
function multiply(left: number, right: number): number {
  let product = 0
  let shifted = right
  for (let bit = 31; bit >= 0; bit -= 1) {
    product ^= shifted & -((left >>> bit) & 1)
    shifted = (shifted >>> 1) ^ (POLYNOMIAL & -(shifted & 1))
  }
  return product >>> 0
}
