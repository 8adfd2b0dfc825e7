const KEY = 'rollcall:meeting-keys'

type Listener = () => void

const listeners = new Set<Listener>()

/** Whether single keys act in meetings; kept in this browser, on unless somebody switched it off. */
export const keysOn = {
  read: (): boolean => localStorage.getItem(KEY) !== 'off',
  subscribe: (listener: Listener): Listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  set: (isOn: boolean): void => {
    localStorage.setItem(KEY, isOn ? 'on' : 'off')
    for (const listener of listeners) listener()
  },
}
