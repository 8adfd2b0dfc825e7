import type { Metadata } from 'next'
import { MakeToken } from '../../../../components/settings/make-token.tsx'
import { TokenTable } from '../../../../components/settings/token-table.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { findEnvironments } from '../../../../server/environments/find-environments.ts'
import { currentActor } from '../../../../server/session.ts'
import { findTokens } from '../../../../server/tokens/find-tokens.ts'

export const metadata: Metadata = { title: 'Tokens' }

export default async function TokensPage() {
  const actor = await currentActor()
  const [{ tokens, may_manage: mayManage }, { environments }] = await Promise.all([
    findTokens(actor),
    findEnvironments(actor),
  ])
  const sorts = [
    { id: 'own', heading: 'Your own', of: tokens.filter((one) => one.is_own) },
    ...(mayManage
      ? [
          {
            id: 'service',
            heading: 'Service accounts',
            of: tokens.filter(({ kind }) => kind === 'service'),
          },
          {
            id: 'flags',
            heading: 'Applications',
            of: tokens.filter(({ kind }) => kind === 'flags'),
          },
          {
            id: 'others',
            heading: 'Other people’s',
            of: tokens.filter((one) => one.kind === 'person' && !one.is_own),
          },
        ]
      : []),
  ]
  return (
    <>
      <PageHeader
        title="Tokens"
        summary="With which programs act. Each is shown once, when it is made; only a fingerprint is kept."
      />
      {sorts.map(({ id, heading, of }) => (
        <section key={id} aria-labelledby={id} className="mb-10">
          <h2 id={id} className="mb-2 text-lg font-semibold">
            {heading}
          </h2>
          {of.length > 0 ? (
            <TokenTable caption={heading} tokens={of} />
          ) : (
            <p className="border-y border-rule py-4 text-sm text-ink-soft">None that stands.</p>
          )}
        </section>
      ))}
      <section aria-labelledby="make" className="mt-12">
        <h2 id="make" className="mb-3 text-lg font-semibold">
          Make a token
        </h2>
        <MakeToken environments={environments} mayManage={mayManage} />
      </section>
    </>
  )
}
