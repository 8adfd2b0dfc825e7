'use client'

import {
  Autocomplete,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components'
import { Mark } from './mark.tsx'
import { Modal } from './modal.tsx'
import { groupItems, type PaletteItem } from './palette-items.ts'

export type CommandPaletteProps = {
  isOpen: boolean
  onClose: () => void
  items: readonly PaletteItem[]
  onChoose: (item: PaletteItem) => void
  /** Told what is typed, for items that are fetched. */
  onType?: (text: string) => void
  loading?: boolean
  placeholder?: string
}

// What is chosen by the arrow keys is never focused itself: what scrolls has to be reached without.
const SCROLLED = { tabIndex: 0, 'aria-label': 'What was found' }

export function CommandPalette({
  isOpen,
  onClose,
  items,
  onChoose,
  onType,
  loading = false,
  placeholder = 'Find a toggle, plan, person or action',
}: CommandPaletteProps) {
  const { contains } = useFilter({ sensitivity: 'base' })

  function choose(id: string) {
    const item = items.find((candidate) => candidate.id === id)
    if (!item) return
    onClose()
    onChoose(item)
  }

  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      label="Find anything"
      className="m-auto max-h-[70dvh] w-[calc(100%-2rem)] max-w-xl rounded-lg border sm:mt-[12dvh]"
    >
      <Autocomplete filter={contains} {...(onType ? { onInputChange: onType } : {})}>
        <SearchField
          aria-label={placeholder}
          className="flex items-center gap-3 border-b border-rule px-4"
        >
          <Mark name="search" className="text-ink-soft" />
          <Input
            data-autofocus
            placeholder={placeholder}
            className="min-h-12 w-full bg-transparent text-base outline-none placeholder:text-ink-soft"
          />
        </SearchField>
        <section {...SCROLLED} className="min-h-0 overflow-y-auto">
          <Menu
            aria-label="Results"
            className="p-2 outline-none"
            onAction={(key) => choose(String(key))}
            renderEmptyState={() => (
              <p className="px-2 py-6 text-center text-sm text-ink-soft">
                {loading ? 'Looking…' : 'Nothing is called that.'}
              </p>
            )}
          >
            {groupItems(items).map((group) => (
              <MenuSection key={group.name}>
                <Header className="px-2 pt-3 pb-1 text-2xs font-semibold text-ink-soft">
                  {group.name}
                </Header>
                {group.items.map((item) => (
                  <MenuItem
                    key={item.id}
                    id={item.id}
                    textValue={[item.label, item.detail, item.keywords].filter(Boolean).join(' ')}
                    className="palette-item"
                  >
                    <Text slot="label" className="font-medium">
                      {item.label}
                    </Text>
                    {item.detail && (
                      <Text slot="description" className="text-xs text-ink-soft">
                        {item.detail}
                      </Text>
                    )}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </section>
      </Autocomplete>
    </Modal>
  )
}
