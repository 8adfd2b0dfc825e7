import { classNames } from './class-names.ts'
import { Mark } from './mark.tsx'

type CloseButtonProps = {
  onClick: () => void
  label?: string
  /** On a filled surface: in the colour of the words there. */
  inherit?: boolean
}

export function CloseButton({ onClick, label = 'Close', inherit = false }: CloseButtonProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      aria-label={label}
      className={classNames(
        'flex size-7 shrink-0 cursor-pointer items-center justify-center rounded-md border border-transparent',
        inherit
          ? 'text-current hover:border-current'
          : 'text-ink-soft hover:bg-well hover:text-ink',
      )}
    >
      <Mark name="close" />
    </button>
  )
}
