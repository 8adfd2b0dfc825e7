import type { ComponentProps } from 'react'
import { Checkbox } from './checkbox.tsx'

/** For what takes effect at once; what is only sent with its form is a Checkbox. */
export function Switch(props: Omit<ComponentProps<typeof Checkbox>, 'role'>) {
  return <Checkbox {...props} role="switch" />
}
