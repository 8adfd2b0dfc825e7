import { stripVTControlCharacters } from 'node:util'

/** Text of others, fit for a terminal: nothing in it moves the cursor or colours what follows. */
export function clean(text) {
  return stripVTControlCharacters(String(text)).replace(/[^\P{Cc}\n\t]/gu, '')
}

/** Lines on standard output. */
export function say(...lines) {
  for (const line of lines) process.stdout.write(`${clean(line)}\n`)
}

/** Rows in columns, as wide as their longest cell. */
export function columns(rows, indent = '  ') {
  const widths = []
  for (const row of rows) {
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, clean(cell).length)
    })
  }
  return rows.map((row) => {
    const cells = row.map((cell, at) => clean(cell).padEnd(widths[at] ?? 0))
    return `${indent}${cells.join('  ').trimEnd()}`
  })
}

/** What each check of a flip saw, and who clears what did not pass. */
export function checkLines(checks) {
  return checks.map(({ check, passed, detail, cleared_by: by, binds }) => {
    const mark = passed ? '✓' : binds ? '✗' : '!'
    const clears = passed || !by ? '' : ` Cleared by ${by}.`
    return `  ${mark} ${check}: ${detail}${clears}${passed || binds ? '' : ' (advice: it does not hold the flip)'}`
  })
}

/** "1 entry", "2 entries". */
export function count(n, one, many = `${one}s`) {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`
}
