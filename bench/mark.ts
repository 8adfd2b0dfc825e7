/** What evaluation is to reach, what was measured, and whether that is enough. */
export interface Mark {
  readonly what: string
  readonly mark: string
  readonly measured: string
  readonly isMet: boolean
}

/** Marks as a Markdown table. */
export function marksTable(marks: readonly Mark[]): string {
  const rows = marks.map(
    ({ what, mark, measured, isMet }) =>
      `| ${what} | ${mark} | ${measured} | ${isMet ? 'met' : '**not met**'} |`,
  )
  const met = marks.filter(({ isMet }) => isMet).length
  return [
    '| what | mark | measured | |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `${met} of ${marks.length} marks are met.`,
  ].join('\n')
}
