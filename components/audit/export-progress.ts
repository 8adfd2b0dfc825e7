export type ExportFormat = 'jsonl' | 'csv' | 'ocsf'

/** How far an export has come. */
export interface ExportProgress {
  /** Bytes that have arrived. */
  readonly bytes: number
  /** The newest entry that has arrived; 0 before the first. */
  readonly seq: number
  /** From 0 to 1: how much of the way to the log's newest entry lies behind it. */
  readonly share: number
}

const NUMBERS: Readonly<Record<ExportFormat, RegExp>> = {
  jsonl: /^\{"seq":(\d+),/gm,
  csv: /^"(\d+)","\d{4}-\d\d-\d\dT/gm,
  ocsf: /"sequence":(\d+),/g,
}

/** Reads the numbers of entries out of the pieces of an export as they pass by; keeps none of them. */
export function exportProgress(
  format: ExportFormat,
  newest: number,
): (piece: Uint8Array) => ExportProgress {
  const decoder = new TextDecoder()
  let [bytes, first, seq] = [0, 0, 0]
  return (piece) => {
    bytes += piece.byteLength
    for (const [, digits] of decoder.decode(piece, { stream: true }).matchAll(NUMBERS[format])) {
      seq = Math.max(seq, Number(digits))
      first ||= seq
    }
    const way = newest - first
    const share = first === 0 ? 0 : way <= 0 ? 1 : Math.min(1, (seq - first) / way)
    return { bytes, seq, share }
  }
}
