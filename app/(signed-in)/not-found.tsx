import type { Metadata } from 'next'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { LinkButton } from '../../components/ui/link-button.tsx'
import { PageHeader } from '../../components/ui/page-header.tsx'

export const metadata: Metadata = { title: 'Nothing at this address' }

export default function NotFound() {
  return (
    <>
      <PageHeader title="There is nothing at this address" />
      <EmptyState
        title="It may never have been here"
        action={
          <>
            <LinkButton href="/plans">Plans</LinkButton>
            <LinkButton href="/toggles">Toggles</LinkButton>
            <LinkButton href="/">Home</LinkButton>
          </>
        }
      >
        Or it is something that you are not allowed to see. Check the address, or find it by name.
      </EmptyState>
    </>
  )
}
