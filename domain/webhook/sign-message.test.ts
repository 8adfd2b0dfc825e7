import { expect, test } from 'vitest'
import { signMessage } from './sign-message.ts'

const message = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
}
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

test('signs as the reference libraries of Standard Webhooks do', () => {
  expect(signMessage(message, [secret])).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

test('signs with both secrets while one is renewed', () => {
  const both = signMessage(message, ['whsec_c2Vjb25kIHNlY3JldCBvZiAyNCBieXRlcw==', secret])
  expect(both.split(' ')).toHaveLength(2)
  expect(both).toContain('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

test('another byte, moment or id is another signature', () => {
  const signatures = [
    message,
    { ...message, body: `${message.body} ` },
    { ...message, timestamp: message.timestamp + 1 },
    { ...message, id: 'msg_other' },
  ].map((one) => signMessage(one, [secret]))
  expect(new Set(signatures).size).toBe(4)
})
