import Link from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

type TextLinkProps = ComponentProps<typeof Link> & {
  /** In tables and lists, where every row is a link: underlined only under the pointer. */
  plain?: boolean
}

export function TextLink({ plain = false, className, ...rest }: TextLinkProps) {
  return (
    <Link
      {...rest}
      className={classNames(
        plain
          ? 'inline-block min-h-6 font-medium leading-6 text-ink no-underline hover:text-accent hover:underline'
          : 'link',
        className,
      )}
    />
  )
}
