import type { Metadata } from 'next'
import { PermissionTable } from '../../../../components/settings/permission-table.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { permissionRows } from '../../../../domain/permission-rows.ts'
import { roleTitle } from '../../../../domain/permissions.ts'
import { currentActor } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'What roles may do' }

const APART = [
  'An administrator grants roles and sets things up, and neither flips what is protected nor signs: nobody is an administrator and anything but a viewer besides.',
  'An auditor reads and exports, and writes nothing of a release: nobody is an auditor and anything but a viewer besides.',
  'The government lead of a team speaks for no other discipline of it.',
  'Nobody changes their own roles. The last administrator of a team stays one.',
]

export default async function PermissionsPage() {
  const actor = await currentActor()
  return (
    <>
      <PageHeader
        title="What roles may do"
        summary={`You are: ${roleTitle(actor.memberships)}. A role counts in the team of what is touched; where a right is marked ◦, in any team. † is not done by a limited token.`}
      />
      <section aria-labelledby="apart" className="mb-10">
        <h2 id="apart" className="mb-2 text-lg font-semibold">
          What is kept apart
        </h2>
        <ul className="flex max-w-reading list-disc flex-col gap-1 pl-5 text-sm">
          {APART.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      <div className="flex flex-col gap-10">
        {permissionRows().map(({ heading, rows }) => (
          <PermissionTable key={heading} heading={heading} rows={rows} />
        ))}
      </div>
    </>
  )
}
