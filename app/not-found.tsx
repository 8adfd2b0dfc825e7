import type { Metadata } from 'next'
import { PlainPage } from '../components/shell/plain-page.tsx'
import { LinkButton } from '../components/ui/link-button.tsx'

export const metadata: Metadata = { title: 'Nothing at this address' }

export default function NotFound() {
  return (
    <PlainPage title="There is nothing at this address">
      <p>
        It may never have been here, or it may be something that you are not allowed to see. Check
        the address, or look for it by name from the home page.
      </p>
      <LinkButton href="/" variant="primary">
        Go to the home page
      </LinkButton>
    </PlainPage>
  )
}
