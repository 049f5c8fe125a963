import { describe, expect, it } from '@jest/globals'

import { createMailer } from '../../../src/http/mail.ts'
import { createMailStandIn } from '../../../src/rehearsal/mail/createMailStandIn.ts'
import { seenMail } from '../../../src/rehearsal/page/seenMail.ts'

describe('mails on the rehearsal page', () => {
  it.each([
    ['[한빛병원] 민원 창구 로그인 번호를 알려 드립니다', '로그인 번호는 123456 입니다.\n가나다'],
    ['Sign-in code', 'Your code is 123456.'],
    [
      'Code = 1',
      `Mostly Latin with one 한글 word, and a line that is long enough to be folded: ${'x'.repeat(90)} = end`,
    ],
  ])('reads %j as it was sent', async (subject, text) => {
    const standIn = createMailStandIn()
    const { url } = await standIn.start({ host: '127.0.0.1', port: 0 })
    await createMailer({ smtpUrl: url, from: 'sori@hanbit.example' })?.({ to: 'a@hanbit.example', subject, text })
    await standIn.stop()
    expect(standIn.mails().map(seenMail)).toEqual([{ to: 'a@hanbit.example', at: expect.any(Number), subject, text }])
  })
})
