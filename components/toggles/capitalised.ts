/** A word as it stands first in a line: "production" is "Production". */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
