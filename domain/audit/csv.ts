/** A spreadsheet takes a cell that begins like this for a formula, behind its quotes too. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

/**
 * One record of a CSV file (RFC 4180), every cell in quotes. A text that a spreadsheet would run as
 * a formula gets an apostrophe in front, so that it is shown and not run (OWASP, CSV injection).
 */
export function csvRecord(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(value: string | number | null): string {
  if (value === null) return '""'
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value)
  return `"${text.replaceAll('"', '""')}"`
}
