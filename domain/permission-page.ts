import { ROLES } from './actor.ts'
import { permissionRows } from './permission-rows.ts'
import { roleName } from './permissions.ts'

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The permission table as Markdown, byte for byte what docs/permissions.md holds. */
export function permissionPage(): string {
  const head = ['Right', ...ROLES.map((role) => capital(roleName(role))), 'Service accounts']
  const tables = permissionRows().map(({ heading, rows }) => {
    const lines = rows.map(({ does, roles, where, scopes, limited }) =>
      row([
        `${capital(does)}${where === 'team' ? '' : ' ◦'}${limited ? '' : ' †'}`,
        ...ROLES.map((role) => (roles.includes(role) ? '●' : '')),
        scopes.map((scope) => `\`${scope}\``).join(', '),
      ]),
    )
    return [`## ${heading}`, '', row(head), row(head.map(() => '---')), ...lines, ''].join('\n')
  })
  return `${[INTRODUCTION, ...tables].join('\n').trimEnd()}\n`
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const INTRODUCTION = `# What roles may do

Written by \`npm run permissions\` from \`domain/permission-table.ts\`, the one table that commands, pages, the API and the tests ask. A check fails where the two differ; every cell is tried over HTTP, in the own team and in another.

● has the right. A role counts in the team of what is touched; where it is marked ◦, in any team, because what is touched belongs to the installation. † is not done by a limited token, although its person may.

Roles are kept apart, when they are granted and whenever they are used:

- An **administrator** grants roles and sets things up; they neither flip what is protected nor sign. Nobody is an administrator and anything but a viewer besides, in any team.
- An **auditor** reads and exports, and writes nothing of a release. Nobody is an auditor and anything but a viewer besides.
- The **government lead** of a team speaks for no other discipline of it.
- Nobody changes their own roles, and nobody disables themself. The last administrator of a team stays one.
- Who may speak for which discipline is each team's policy: see [the rules of the roll call](guides/the-rules-of-the-roll-call.md).
`
