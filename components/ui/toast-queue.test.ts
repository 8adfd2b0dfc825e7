import { describe, expect, it } from 'vitest'
import { ToastQueue } from './toast-queue.ts'

describe('the queue of toasts', () => {
  it('shows the newest first and never more than four', () => {
    const queue = new ToastQueue()
    for (const title of ['one', 'two', 'three', 'four', 'five']) queue.add({ title })
    expect(queue.read().map((toast) => toast.title)).toEqual(['five', 'four', 'three', 'two'])
  })

  it('closes the one that is meant', () => {
    const queue = new ToastQueue()
    const first = queue.add({ title: 'same' })
    const second = queue.add({ title: 'same' })
    queue.close(first)
    expect(queue.read().map((toast) => toast.id)).toEqual([second])
  })

  it('tells its listeners, until they have heard enough', () => {
    const queue = new ToastQueue()
    let heard = 0
    const stop = queue.subscribe(() => {
      heard += 1
    })
    queue.close(queue.add({ title: 'one' }))
    stop()
    queue.add({ title: 'two' })
    expect(heard).toBe(2)
  })

  it('reads as the same list while nothing changes', () => {
    const queue = new ToastQueue()
    queue.add({ title: 'one' })
    expect(queue.read()).toBe(queue.read())
  })
})
