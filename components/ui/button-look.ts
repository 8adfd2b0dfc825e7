import { classNames } from './class-names.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'regular' | 'small'

const base =
  'relative inline-flex items-center justify-center gap-2 rounded-md border font-semibold no-underline ' +
  'cursor-pointer select-none print:hidden motion-safe:transition-colors ' +
  'aria-disabled:cursor-not-allowed aria-disabled:border-rule-strong aria-disabled:bg-well aria-disabled:text-ink-soft'

const variants: Record<ButtonVariant, string> = {
  primary:
    'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong',
  secondary: 'border-edge bg-paper text-ink hover:border-ink hover:bg-well',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-well hover:text-accent-strong',
  danger: 'border-no-go bg-no-go text-on-no-go hover:border-no-go-strong hover:bg-no-go-strong',
}

const sizes: Record<ButtonSize, string> = {
  regular: 'min-h-9 px-3.5 py-1.5 text-sm',
  small: 'min-h-7 px-2.5 py-0.5 text-xs',
}

export function buttonLook(variant: ButtonVariant, size: ButtonSize): string {
  return classNames(base, variants[variant], sizes[size])
}
