type Listener = () => void

class Announcements {
  #words = ''
  #listeners = new Set<Listener>()

  /** The same words twice are a change too: a no-break space at the end makes them differ. */
  say(words: string): void {
    this.#words = words === this.#words ? `${words}\u00a0` : words
    for (const listener of this.#listeners) listener()
  }

  read = (): string => this.#words

  subscribe = (listener: Listener): Listener => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

export const announcements = new Announcements()

/** Reads a sentence out to those who do not see the page change: "Fern Lindqvist signed go". */
export function announce(words: string): void {
  announcements.say(words)
}
