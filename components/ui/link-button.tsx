import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonLook } from './button-look.ts'
import { classNames } from './class-names.ts'

type LinkButtonProps = ComponentProps<typeof Link> & {
  variant?: ButtonVariant
  size?: ButtonSize
}

export function LinkButton({
  variant = 'secondary',
  size = 'regular',
  className,
  ...rest
}: LinkButtonProps) {
  return <Link {...rest} className={classNames(buttonLook(variant, size), className)} />
}
