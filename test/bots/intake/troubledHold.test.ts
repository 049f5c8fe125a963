import { describe, expect, it } from '@jest/globals'

import { startTalk } from '../../support/talk.ts'

const away = async (): Promise<never> => {
  throw new Error('Redis is away.')
}

describe('a hold that goes away in the middle of a turn', () => {
  it('takes nothing from a turn that is in the record by then', async () => {
    const talk = startTalk({ trouble: (held) => ({ ...held, drop: away }) })
    await talk.say('어제 수납에서 한 시간 기다렸어요')
    await talk.tap('네, 14세 이상')
    const replies = await talk.tap('동의합니다')
    expect(replies.at(-1)?.channelData?.['prompt']).toBe('consent.health')
    expect(talk.record().sessions.size).toBe(1)
    await talk.close()
  })

  it('fails a turn that is nowhere else, so that it is sent again', async () => {
    const talk = startTalk({ trouble: (held) => ({ ...held, put: away }) })
    await expect(talk.say('어제 수납에서 한 시간 기다렸어요')).rejects.toThrow('The turn failed')
    await talk.close()
  })
})
