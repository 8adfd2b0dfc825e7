import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActButton } from '../../../../components/settings/act-button.tsx'
import { MailTable } from '../../../../components/settings/mail-table.tsx'
import { DefinitionList } from '../../../../components/ui/definition-list.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { TextLink } from '../../../../components/ui/text-link.tsx'
import { may } from '../../../../domain/permissions.ts'
import { findMail } from '../../../../server/mail/find-mail.ts'
import { currentActor } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'Mail' }

export default async function MailPage() {
  const actor = await currentActor()
  if (!may(actor, 'person.manage')) notFound()
  const mail = await findMail(actor)
  const week = mail.last_week
  return (
    <>
      <PageHeader
        title="Mail"
        summary="What Rollcall tells people by mail: sign-offs asked of them, overrides to review, check-ins due."
        actions={
          <ActButton
            method="POST"
            path="/mail/test"
            said="Written; look whether it reaches you"
            size="regular"
          >
            Send a test mail to myself
          </ActButton>
        }
      />
      <section aria-labelledby="set" className="mb-12">
        <h2 id="set" className="mb-2 text-lg font-semibold">
          What is set
        </h2>
        <DefinitionList
          items={[
            {
              term: 'Mail server',
              description: mail.demo_mailbox ? (
                <>
                  The demo’s own:{' '}
                  <TextLink href={mail.demo_mailbox} prefetch={false}>
                    a mailbox that anyone can open
                  </TextLink>
                </>
              ) : (
                (mail.server ?? 'None here: set SMTP_URL and MAIL_FROM, or mail is kept unsent')
              ),
            },
            ...(mail.from ? [{ term: 'From', description: mail.from }] : []),
            {
              term: 'Last seven days',
              description: `${week.sent} sent, ${week.pending + week.sending} waiting, ${week.failed} failed, ${week.off} kept unsent`,
            },
          ]}
        />
      </section>
      <section aria-labelledby="newest">
        <h2 id="newest" className="mb-2 text-lg font-semibold">
          The newest fifty
        </h2>
        <MailTable mails={mail.newest} />
      </section>
    </>
  )
}
