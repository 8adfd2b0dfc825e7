import type { Socket } from 'node:net'

/** Gathers answers for one connection after the other, to be written at once. */
export interface AnswerWriter {
  /** Forgets what was added and not sent: nothing of one connection may come to another. */
  readonly begin: () => void
  /** Adds text in ASCII or Latin-1. */
  readonly add: (text: string) => void
  /** How many bytes wait to be sent. */
  readonly length: () => number
  readonly send: (socket: Socket) => void
}

const SIZE = 64 * 1024

/**
 * A writer whose bytes stand in one buffer that is used again and again: a long answer in pieces is
 * never joined to a text, which would be most of what there is to clean up.
 */
export function answerWriter(): AnswerWriter {
  let buffer = Buffer.allocUnsafeSlow(SIZE)
  let length = 0

  return {
    begin() {
      length = 0
    },
    add(text) {
      const needed = length + text.length
      if (needed > buffer.length) {
        const larger = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(needed)))
        buffer.copy(larger, 0, 0, length)
        buffer = larger
      }
      buffer.write(text, length, 'latin1')
      length = needed
    },
    length: () => length,
    send(socket) {
      if (length === 0) return
      const bytes = buffer.subarray(0, length)
      length = 0
      if (socket.writableLength > 0) {
        socket.write(Buffer.from(bytes))
        return
      }
      socket.write(bytes)
      // What the system did not take at once is written from this buffer later.
      if (socket.writableLength > 0) buffer = Buffer.allocUnsafeSlow(SIZE)
    },
  }
}
