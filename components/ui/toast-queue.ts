import type { CalloutTone } from './callout.tsx'

export type ToastMessage = {
  title: string
  detail?: string
  tone?: CalloutTone
  action?: { label: string; onPress: () => void }
}

export type Toast = ToastMessage & { id: number }

type Listener = () => void

/** What was said, newest first, and who wants to hear of it. Never more than four at once. */
export class ToastQueue {
  #toasts: readonly Toast[] = []
  #listeners = new Set<Listener>()
  #next = 1

  add(message: ToastMessage): number {
    const id = this.#next++
    this.#toasts = [{ ...message, id }, ...this.#toasts].slice(0, 4)
    this.#tell()
    return id
  }

  close(id: number): void {
    this.#toasts = this.#toasts.filter((toast) => toast.id !== id)
    this.#tell()
  }

  read = (): readonly Toast[] => this.#toasts

  subscribe = (listener: Listener): Listener => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

export const toasts = new ToastQueue()

/** Says something in the toast region of the page; answers the id to close it with. */
export function showToast(message: ToastMessage): number {
  return toasts.add(message)
}
