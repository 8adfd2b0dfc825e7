import { connect } from 'node:net'

/** Sends bytes as they are to a port and gives everything that comes back until it is closed. */
export function rawExchange(port: number, parts: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)))
    socket.on('close', () => resolve(answer))
    const [first, ...rest] = parts
    socket.write(first ?? '')
    // Each part is to arrive by itself.
    const next = (): void => {
      const part = rest.shift()
      if (part === undefined) return
      setTimeout(() => {
        socket.write(part)
        next()
      }, 5)
    }
    next()
  })
}

/** An answer without what differs from one moment to the next, its header lines in order of name. */
export function comparable(answers: string): string {
  return answers
    .split('HTTP/1.1 ')
    .map((answer) => {
      const [head = '', ...body] = answer.split('\r\n\r\n')
      const [status = '', ...lines] = head.split('\r\n')
      const kept = lines
        .map((line) => line.replace(/^[^:]*/, (name) => name.toLowerCase()))
        .filter((line) => !/^(date|keep-alive|connection):/.test(line))
      return [status, ...kept.sort(), '', ...body].join('\n')
    })
    .join('\n== ')
}
