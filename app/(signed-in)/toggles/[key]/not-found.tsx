import { LinkButton } from '../../../../components/ui/link-button.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'

export default function NoSuchToggle() {
  return (
    <>
      <PageHeader
        title="There is no such toggle"
        crumbs={[{ label: 'Toggles', href: '/toggles' }]}
        summary="No toggle has the key that the address names. Keys are never renamed, so it was mistyped, or it was never registered."
      />
      <LinkButton href="/toggles" variant="primary">
        Look for it in the list
      </LinkButton>
    </>
  )
}
