import type { Metadata } from 'next'
import Link from 'next/link'
import { NarrowMany } from '../../../components/toggles/narrow-many.tsx'
import { RegisterToggle } from '../../../components/toggles/register-toggle.tsx'
import { ToggleFilter } from '../../../components/toggles/toggle-filter.tsx'
import {
  narrows,
  readToggleQuery,
  type SearchParams,
  toggleListAddress,
} from '../../../components/toggles/toggle-query.ts'
import { ToggleTable } from '../../../components/toggles/toggle-table.tsx'
import { buttonLook } from '../../../components/ui/button-look.ts'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { LinkButton } from '../../../components/ui/link-button.tsx'
import { PageHeader } from '../../../components/ui/page-header.tsx'
import { may } from '../../../domain/permissions.ts'
import { currentActor } from '../../../server/session.ts'
import { findFilterChoices } from '../../../server/toggles/find-filter-choices.ts'
import { findOpenOverrides } from '../../../server/toggles/find-overrides.ts'
import { findToggles } from '../../../server/toggles/find-toggles.ts'

export const metadata: Metadata = { title: 'Toggles' }

/** The two ways into the registry besides a plan: one by one, or from another tool. */
function NewToggles() {
  return (
    <>
      <LinkButton href="/toggles/import">Bring in toggles</LinkButton>
      <RegisterToggle />
    </>
  )
}

type TogglesPageProps = { searchParams: Promise<SearchParams> }

export default async function TogglesPage({ searchParams }: TogglesPageProps) {
  const actor = await currentActor()
  const query = readToggleQuery(await searchParams)
  const [{ toggles, next_cursor: next }, choices] = await Promise.all([
    findToggles(actor, { ...query, limit: 50 }),
    findFilterChoices(actor),
  ])
  const shown = toggles.map(({ key }) => key)
  const overrides = await findOpenOverrides(actor, { toggles: shown })
  const mayRegister = may(actor, 'toggle.register')
  const mayImport = may(actor, 'plan.import')
  const overridden = new Set(overrides.map(({ toggle }) => toggle))
  const mayNarrow = may(actor, 'flip.narrow_protected') && !query.archived
  const isFresh = choices.toggles === 0
  return (
    <>
      <PageHeader
        title="Toggles"
        summary="What is open to whom, in every environment."
        actions={mayRegister && !isFresh && <NewToggles />}
      />
      {!isFresh && <ToggleFilter query={query} teams={choices.teams} plans={choices.plans} />}
      {toggles.length > 0 && mayNarrow && (
        <NarrowMany environments={protectedOf(toggles)}>
          <ToggleTable toggles={toggles} overridden={overridden} canChoose />
        </NarrowMany>
      )}
      {toggles.length > 0 && !mayNarrow && (
        <ToggleTable toggles={toggles} overridden={overridden} />
      )}
      {toggles.length === 0 && isFresh && (
        <EmptyState
          title="No toggle is registered yet"
          action={
            <>
              {mayImport && (
                <LinkButton variant="primary" href="/plans/import">
                  Import a release plan
                </LinkButton>
              )}
              {mayRegister && <NewToggles />}
            </>
          }
        >
          A toggle stands here once a release plan that names it is imported, or once somebody
          registers it. {!mayRegister && 'A program manager or a tech lead does the first step.'}
        </EmptyState>
      )}
      {toggles.length === 0 && !isFresh && (
        <EmptyState
          title="No toggle is like that"
          action={<LinkButton href="/toggles">Show every toggle</LinkButton>}
        >
          {narrows(query)
            ? 'Nothing matches all of what you chose above.'
            : 'This page lies past the last toggle, or every toggle is archived.'}
        </EmptyState>
      )}
      {(query.cursor || next) && (
        <nav aria-label="Pages of toggles" className="flex justify-between gap-4 py-4 print:hidden">
          <span>
            {query.cursor && (
              <Link
                href={toggleListAddress(withoutCursor(query))}
                className={buttonLook('secondary', 'small')}
              >
                First page
              </Link>
            )}
          </span>
          {next && (
            <Link
              href={toggleListAddress({ ...query, cursor: next })}
              rel="next"
              className={buttonLook('secondary', 'small')}
            >
              After {next}
            </Link>
          )}
        </nav>
      )}
    </>
  )
}

function withoutCursor({ cursor, ...query }: ReturnType<typeof readToggleQuery>) {
  return query
}

function protectedOf(toggles: Awaited<ReturnType<typeof findToggles>>['toggles']) {
  const environments = toggles[0]?.environments ?? []
  return environments
    .filter((one) => one.protected)
    .map(({ environment, name }) => ({ environment, name }))
}
