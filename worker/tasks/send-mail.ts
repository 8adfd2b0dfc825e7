import { deliverMail } from '../../server/mail/deliver-mail.ts'
import type { TaskWork } from '../task-work.ts'

export const sendMail: TaskWork<'send_mail'> = ({ mail }, { isLastTry }, { post, origin }) =>
  deliverMail(mail, { post: post(), origin, isLastTry })
