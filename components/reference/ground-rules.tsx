import { DefinitionList } from '../ui/definition-list.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Coded } from './coded.tsx'

/** What holds for every operation. */
export function GroundRules() {
  const rules = [
    {
      term: 'Who asks',
      says: 'A token as `Authorization: Bearer …`, made in the settings and shown once. A call acts as that person or service account, with its rights and no others.',
    },
    {
      term: 'Sent twice',
      says: 'A write takes an `Idempotency-Key`: the same key with the same request is done once and answered the same.',
    },
    {
      term: 'Lists',
      says: 'A list that can grow takes `limit` and gives `next_cursor`; send it back as `cursor` for the page after.',
    },
    {
      term: 'Lost updates',
      says: 'What two people might change at once has a version, answered as `ETag`. Send it back as `If-Match`: `412` says that somebody was first.',
    },
    {
      term: 'Limits',
      says: 'Too many requests of one person or token are answered `429`; `Retry-After` says how many seconds to wait.',
    },
  ]
  return (
    <div className="mb-10 max-w-3xl">
      <DefinitionList
        items={[
          ...rules.map(({ term, says }) => ({ term, description: <Coded>{says}</Coded> })),
          {
            term: 'Refusals',
            description: (
              <>
                Problem documents of RFC 9457, each with the address of{' '}
                <TextLink href="/problems">a page that explains it</TextLink>.
              </>
            ),
          },
          {
            term: 'For machines',
            description: (
              <>
                The same as OpenAPI 3.1, at{' '}
                <a className="link" href="/api/v1/openapi.json">
                  /api/v1/openapi.json
                </a>
                .
              </>
            ),
          },
        ]}
      />
    </div>
  )
}
