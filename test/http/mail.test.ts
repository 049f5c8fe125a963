import { once } from 'node:events'
import { createServer } from 'node:net'

import { describe, expect, it } from '@jest/globals'
import { SMTPServer } from 'smtp-server'

import { createMailer } from '../../src/http/mail.ts'

const MAIL = { to: 'doyun@hanbit.example', subject: '로그인 번호', text: '번호는 123456 입니다.' }
const FROM = 'desk@hanbit.example'

describe('the mailer', () => {
  it('is absent where no mail server is set up', () => {
    expect(createMailer({ smtpUrl: undefined, from: FROM })).toBeUndefined()
  })

  it('hands the mail to the server', async () => {
    const received: string[] = []
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        stream.on('data', (chunk: Buffer) => received.push(chunk.toString('utf8'))).once('end', () => done())
      },
    })
    const listening = smtp.listen(0, '127.0.0.1')
    await once(listening, 'listening')
    const address = listening.address()
    const port = typeof address === 'object' ? address?.port : undefined
    await createMailer({ smtpUrl: `smtp://127.0.0.1:${String(port)}`, from: FROM })?.(MAIL)
    await new Promise<void>((resolve) => {
      smtp.close(() => resolve())
    })
    expect(received.join('')).toMatch(/From: desk@hanbit\.example[\s\S]*To: doyun@hanbit\.example/)
  })

  it('fails where nobody listens', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const address = closed.address()
    closed.close()
    const port = typeof address === 'object' ? address?.port : undefined
    await expect(createMailer({ smtpUrl: `smtp://127.0.0.1:${String(port)}`, from: FROM })?.(MAIL)).rejects.toThrow()
  })
})
