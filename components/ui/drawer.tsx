'use client'

import { Dialog, type DialogProps } from './dialog.tsx'

export function Drawer(props: Omit<DialogProps, 'place' | 'size'>) {
  return <Dialog {...props} place="end" />
}
