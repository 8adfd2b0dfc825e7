import { CONTROLS } from '../domain/audit/controls.ts'

/** A test that shows a control: its file, and its name. */
export interface ControlTest {
  readonly control: string
  readonly file: string
  readonly test: string
}

const TAG = /^[ \t]*\/\/ @control (.+)\n[ \t]*(?:test|it)\(\s*'((?:[^'\\]|\\.)+)'/gm
const ANY = /@control /g

/** The tags of a file of tests; one that stands above no test is told by `control` alone. */
export function controlTests(file: string, text: string): ControlTest[] {
  const tags = [...text.matchAll(TAG)].flatMap(([, controls = '', test = '']) =>
    controls.split(/,\s*/).map((control) => ({ control: control.trim(), file, test })),
  )
  const lost = [...text.matchAll(ANY)].length - [...text.matchAll(TAG)].length
  return lost > 0 ? [...tags, { control: 'a tag above no test', file, test: '' }] : tags
}

/** The table of controls as Markdown. */
export function controlsDocument(tests: readonly ControlTest[]): string {
  const rows = CONTROLS.map(({ id, title, how }) => {
    const shown = tests
      .filter(({ control }) => control === id)
      .map(({ file, test }) => `\`${file}\`: ${test}`)
    return `| ${id} | ${title} | ${how} | ${shown.join('<br>')} |`
  })
  return `# Controls

What of NIST SP 800-53 Rev. 5 Rollcall helps to meet, what does it, and the tests that show it. This
page is written by \`npx --no node checks/write-controls.ts\` from \`domain/audit/controls.ts\` and from the comments
\`@control\` above tests; a check fails when it says anything else than they do. It is no assessment:
an assessor looks at the system as it is run.

| control | title | what does it | shown by |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}
